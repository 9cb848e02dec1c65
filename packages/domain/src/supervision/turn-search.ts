import { idOf, type Seats, type Swap, type TurnRole, type Turns, turnRoles } from './turn.ts'

/** What is settled before anybody is looked for: null for a seat that is still free. */
export type Settled = Seats

/** Seats with what they cost: the lower in the first place where two differ, the better. */
export interface Seating {
  readonly seats: Seats
  readonly cost: readonly number[]
}

/**
 * The fairest seats that the rules allow with these settled, or null where there are none. Focus persons come before
 * supervisors and these before timekeepers; of each role, in this order: nobody has it twice today, it is as even over
 * the season as it can be, those who have had it least and longest ago come first, then the list decides. Among equals
 * whoever has kept time most supervises, so that small groups come round with both.
 */
export function fairest(turns: Turns, settled: Settled, swaps: readonly Swap[]): Seating | null {
  let found: Seating = { seats: settled, cost: [] }
  for (const role of turnRoles) {
    const seating = bestOf(turns, role, found.seats, swaps)
    if (!seating) return null
    found = { seats: { ...found.seats, [role]: seating.ids }, cost: [...found.cost, ...seating.cost] }
  }
  return found
}

/** Who may have a role in a round beside those who are seated there: the rules that nothing overrides. */
export function candidates(
  turns: Turns,
  role: TurnRole,
  round: number,
  seats: Seats,
  swaps: readonly Swap[],
): readonly string[] {
  const { present } = turns
  const [focus, supervisor, timekeeper] = turnRoles.map((each) => seats[each][round] ?? null)
  if (role === 'timekeeper') return present.filter((id) => id !== focus && id !== supervisor)
  if (role === 'supervisor') return present.filter((id) => id !== timekeeper && maySupervise(turns, id, focus ?? null))
  if (turns.withoutFocus.includes(round)) return []
  return present.filter((id) => {
    if (id === supervisor || id === timekeeper || hasPassed(turns, id, round, swaps)) return false
    return present.some(
      (other) => other !== timekeeper && maySupervise(turns, other, id) && other === (supervisor ?? other),
    )
  })
}

/** Whoever has had a role how often this season, the rounds of `before` among them. */
export const timesOf = ({ history }: Turns, role: TurnRole, id: string, before: readonly (string | null)[]): number =>
  before.reduce((times, each) => (each === id ? times + 1 : times), pastOf(history, role).times.get(id) ?? 0)

/** In which round of the season somebody last had a role; -1 for never. */
export function lastTime({ history }: Turns, role: TurnRole, id: string, before: readonly (string | null)[]): number {
  const today = before.lastIndexOf(id)
  return today < 0 ? (pastOf(history, role).last.get(id) ?? -1) : history.length + today
}

interface Past {
  readonly times: Map<string, number>
  readonly last: Map<string, number>
}

const pasts = new WeakMap<Turns['history'], Map<TurnRole, Past>>()

/** Worked out once for each season: a search asks for it at every seat that it tries. */
function pastOf(history: Turns['history'], role: TurnRole): Past {
  const known = pasts.get(history) ?? new Map<TurnRole, Past>()
  const past = known.get(role) ?? { times: new Map<string, number>(), last: new Map<string, number>() }
  if (known.has(role)) return past
  for (const [round, roles] of history.entries()) {
    const id = idOf(roles, role)
    if (id === null) continue
    past.times.set(id, (past.times.get(id) ?? 0) + 1)
    past.last.set(id, round)
  }
  pasts.set(history, known.set(role, past))
  return past
}

/** Whether one sequence of costs is lower than another. */
export function isLower(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((cost, place) => cost !== other[place])
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0)
}

const maySupervise = ({ ties }: Turns, id: string, focus: string | null): boolean =>
  id !== focus && !ties.some((pair) => focus !== null && pair.includes(id) && pair.includes(focus))

const hasPassed = ({ passes }: Turns, id: string, round: number, swaps: readonly Swap[]): boolean =>
  passes.includes(id) || swaps.some((swap) => swap.role === 'focus' && swap.round === round && swap.from === id)

interface Row {
  readonly ids: readonly (string | null)[]
  readonly cost: readonly number[]
}

function bestOf(turns: Turns, role: TurnRole, seats: Seats, swaps: readonly Swap[]): Row | null {
  const options = Array.from({ length: turns.rounds }, (_, round) => {
    const allowed = candidates(turns, role, round, { ...seats, [role]: [] }, swaps)
    const seated = seats[role][round] ?? null
    if (seated !== null) return allowed.includes(seated) ? [seated] : []
    return allowed.length > 0 ? allowed : [null]
  })
  const possible = options.map((_, round) => candidates(turns, 'focus', round, unseated, swaps))
  let best: Row | null = null
  for (const ids of rowsOf(options)) {
    if (role === 'focus' && !isInTurn(turns, ids, possible)) continue
    const cost = costOf(turns, role, ids)
    if (!best || isLower(cost, best.cost)) best = { ids, cost }
  }
  return best
}

const unseated: Seats = { focus: [], supervisor: [], timekeeper: [] }

/** A round is without a focus person only where nobody can be it; nobody is it again while one of those never was. */
const isInTurn = (turns: Turns, ids: Row['ids'], possible: readonly (readonly string[])[]): boolean =>
  ids.every((focus, round) => {
    const others = possible[round] ?? []
    if (focus === null) return others.length === 0
    const hasHadNone = (id: string) => timesOf(turns, 'focus', id, ids.slice(0, round)) === 0
    return hasHadNone(focus) || !others.some(hasHadNone)
  })

function costOf(turns: Turns, role: TurnRole, ids: readonly (string | null)[]): readonly number[] {
  const seated = ids.filter((id) => id !== null)
  const times = turns.present.map((id) => timesOf(turns, role, id, ids))
  const order = ids.flatMap((id, round) => {
    if (id === null) return [0, 0, 0, 0]
    const before = ids.slice(0, round)
    const kept = role === 'supervisor' ? timesOf(turns, 'timekeeper', id, []) : 0
    return [timesOf(turns, role, id, before), -kept, lastTime(turns, role, id, before), turns.present.indexOf(id)]
  })
  const repeats = seated.length - new Set(seated).size
  return [ids.length - seated.length, repeats, times.reduce((sum, each) => sum + each ** 2, 0), ...order]
}

function rowsOf(options: readonly (readonly (string | null)[])[]): readonly (readonly (string | null)[])[] {
  return options.reduce<readonly (readonly (string | null)[])[]>(
    (rows, choices) => rows.flatMap((row) => choices.map((id) => [...row, id])),
    [[]],
  )
}
