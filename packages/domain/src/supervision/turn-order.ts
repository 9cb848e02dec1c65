import type { Protocol } from '../toolbox/protocol.ts'
import {
  idOf,
  mostRounds,
  type RoundProposal,
  type RoundRoles,
  type Seats,
  type Swap,
  type TurnReason,
  type TurnRole,
  type Turns,
  turnRoles,
} from './turn.ts'
import { candidates, fairest, isLower, lastTime, type Seating, timesOf } from './turn-search.ts'

export interface TurnOrder extends Pick<Turns, 'withoutFocus' | 'present' | 'history' | 'passes' | 'ties'> {
  /** How many rounds the meeting holds: 1 to {@link mostRounds}. */
  readonly rounds: number
  readonly swaps: readonly Swap[]
  /** What was proposed before somebody sent regrets, or came after all; empty for a proposal from scratch. */
  readonly kept: readonly RoundRoles[]
}

/**
 * Who is proposed for what in each round of a meeting. Nobody has a second case of the season before all who are here
 * have had one, unless they pass; the roles go round evenly; nobody supervises the case of somebody she is tied to.
 * What two have agreed and what was proposed before stands where these rules allow it, the latter with as few changes
 * as possible. The same input gives the same proposal. Throws a RangeError for another number of rounds.
 */
export function proposeRoles({ rounds, swaps, kept, ...who }: TurnOrder): RoundProposal[] {
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > mostRounds)
    throw new RangeError(`${rounds} rounds in one meeting`)
  const turns: Turns = { ...who, rounds }
  const followed = followedOf(turns, swaps, kept)
  const seats = leastChanged(turns, followed, kept)?.seats ?? settledBy(turns, [], [])
  return Array.from({ length: rounds }, (_, round) => {
    const roles = rolesOf(turns, seats, round)
    const refused = swaps.filter((swap) => !followed.includes(swap))
    const reasonOf = (role: TurnRole) => reason(turns, role, round, seats, { followed, refused, kept })
    const [focus, supervisor, timekeeper] = [reasonOf('focus'), reasonOf('supervisor'), reasonOf('timekeeper')]
    return { ...roles, reasons: { focus, supervisor, timekeeper } }
  })
}

/**
 * The roles of a protocol, filled from a proposal: the focus person and whoever leads first, then the others in their
 * order. Those for whom a protocol has no place are left out; a place for which nobody is left stays empty.
 */
export function rolesFor(
  protocol: Pick<Protocol, 'roles' | 'focusRole' | 'leadRole'>,
  { focusId, supervisorId, timekeeperId, teamIds }: RoundRoles,
): { personId: string; role: string }[] {
  const { roles, focusRole, leadRole } = protocol
  const known = [
    { personId: focusId, role: focusRole },
    { personId: supervisorId, role: leadRole },
  ]
  const placed = known.flatMap(({ personId, role }) => (personId && role ? [{ personId, role }] : []))
  const team = teamIds.filter((id) => id !== timekeeperId)
  const keeper = timekeeperId === null ? [] : [timekeeperId]
  const others = roles.filter(({ id }) => id !== focusRole && id !== leadRole)
  const isOpen = others.some(({ count }) => typeof count === 'string')
  const waiting = [...(isOpen ? [...team, ...keeper] : [...keeper, ...team]), supervisorId, focusId].filter(
    (id): id is string => id !== null && !placed.some(({ personId }) => personId === id),
  )
  for (const { id, count } of others) {
    if (typeof count === 'number') for (const personId of waiting.splice(0, count)) placed.push({ personId, role: id })
  }
  const open = others.find(({ count }) => typeof count === 'string')
  return open ? [...placed, ...waiting.map((personId) => ({ personId, role: open.id }))] : placed
}

/** The swaps that the rules allow: each changes its own role, and none that comes before it. */
function followedOf(turns: Turns, swaps: readonly Swap[], kept: readonly RoundRoles[]): readonly Swap[] {
  const followed: Swap[] = []
  const inOrder = turnRoles.flatMap((role) => swaps.filter((swap) => swap.role === role))
  for (const swap of inOrder) {
    const [without, withIt] = [followed, [...followed, swap]].map((each) => leastChanged(turns, each, kept))
    const earlier = turnRoles.slice(0, turnRoles.indexOf(swap.role))
    const isSame = (role: TurnRole) => withIt?.seats[role].every((id, round) => id === without?.seats[role][round])
    if (withIt && earlier.every(isSame)) followed.push(swap)
  }
  return followed
}

/** Null where no seats agree with these swaps, which is looked for at once by themselves; without swaps there always are some. */
function leastChanged(turns: Turns, swaps: readonly Swap[], kept: readonly RoundRoles[]): Seating | null {
  const asked = settledBy(turns, swaps, [])
  const isOpen = ({ role, round }: Swap) =>
    candidates(turns, role, round, { ...asked, [role]: [] }, swaps).includes(asked[role][round] ?? '')
  if (!swaps.every(isOpen)) return null
  const places = turnRoles.flatMap((role) =>
    Array.from({ length: turns.rounds }, (_, round) => ({ role, round })).filter(({ round }) => {
      const id = kept[round] && idOf(kept[round], role)
      return id && turns.present.includes(id) && !swaps.some((swap) => swap.role === role && swap.round === round)
    }),
  )
  for (let changes = 0; changes <= places.length; changes += 1) {
    let best: Seating | null = null
    for (const released of choose(places, changes)) {
      const still = places.filter((place) => !released.includes(place))
      const settled = settledBy(turns, swaps, kept, still)
      const found = fairest(turns, settled, swaps)
      if (found && (!best || isLower(found.cost, best.cost))) best = found
    }
    if (best) return best
  }
  return null
}

interface Place {
  readonly role: TurnRole
  readonly round: number
}

function settledBy(
  { rounds }: Turns,
  swaps: readonly Swap[],
  kept: readonly RoundRoles[],
  still: readonly Place[] = [],
): Seats {
  const seatsOf = (role: TurnRole) =>
    Array.from({ length: rounds }, (_, round) => {
      const swap = swaps.find((each) => each.role === role && each.round === round)
      const stands = still.some((place) => place.role === role && place.round === round)
      return swap?.to ?? (stands && kept[round] ? idOf(kept[round], role) : null)
    })
  return { focus: seatsOf('focus'), supervisor: seatsOf('supervisor'), timekeeper: seatsOf('timekeeper') }
}

function rolesOf({ present, history }: Turns, seats: Seats, round: number): RoundRoles {
  const [focusId = null, supervisorId = null, timekeeperId = null] = turnRoles.map((role) => seats[role][round] ?? null)
  const inTeam = (id: string) => history.filter(({ teamIds }) => teamIds.includes(id)).length
  const teamIds = present
    .filter((id) => id !== focusId && id !== supervisorId)
    .toSorted((one, other) => inTeam(one) - inTeam(other))
  return { focusId, supervisorId, timekeeperId, teamIds }
}

function reason(
  turns: Turns,
  role: TurnRole,
  round: number,
  seats: Seats,
  agreed: {
    readonly followed: readonly Swap[]
    readonly refused: readonly Swap[]
    readonly kept: readonly RoundRoles[]
  },
): TurnReason {
  const id = seats[role][round] ?? null
  const isHere = (swap: Swap) => swap.role === role && swap.round === round
  if (id === null) return 'nobody'
  if (agreed.followed.some(isHere)) return 'swapped'
  if (agreed.refused.some(isHere)) return 'swapNotAllowed'
  if (agreed.kept[round] && idOf(agreed.kept[round], role) === id) return 'kept'
  const before = seats[role].slice(0, round)
  const isEarlier = (each: TurnRole) => turnRoles.indexOf(each) < turnRoles.indexOf(role)
  const seatsOf = (each: TurnRole) => (isEarlier(each) ? seats[each] : [])
  const decided = { focus: seatsOf('focus'), supervisor: seatsOf('supervisor'), timekeeper: [] }
  const others = candidates(turns, role, round, decided, agreed.followed).filter((other) => other !== id)
  const times = (each: string) => timesOf(turns, role, each, before)
  const last = (each: string) => lastTime(turns, role, each, before)
  if (others.length === 0) return 'onlyOne'
  if (times(id) === 0) return 'notYet'
  if (others.every((other) => times(id) < times(other))) return 'fewest'
  if (others.some((other) => times(other) < times(id))) return 'fits'
  return others.every((other) => times(id) < times(other) || last(id) < last(other)) ? 'longestAgo' : 'listed'
}

/** All ways to choose so many. */
function choose<T>(all: readonly T[], count: number): readonly (readonly T[])[] {
  if (count === 0) return [[]]
  return all.flatMap((each, at) => choose(all.slice(at + 1), count - 1).map((rest) => [each, ...rest]))
}
