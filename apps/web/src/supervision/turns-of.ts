import { localDate } from '@lederkreds/domain/day'
import type { RoundRoles } from '@lederkreds/domain/supervision/turn'
import type { MeetingTurns, TurnChange } from '@lederkreds/domain/supervision/turn-plan'
import type { TurnFacts_MeetingFragment, TurnFacts_NetworkFragment } from '../generated/graphql.ts'
import { roundsToCome } from './rounds-to-come.ts'

/** What the turn order is asked with, about one meeting; without one about a round now with everybody. */
export function turnsOf(
  network: TurnFacts_NetworkFragment,
  meeting: TurnFacts_MeetingFragment | null,
  now = new Date(),
): MeetingTurns {
  const members = network.members
    .filter(({ hasAccepted }) => hasAccepted)
    .toSorted((one, other) => one.person.name.localeCompare(other.person.name, 'da'))
  const day = localDate(meeting ? new Date(meeting.startsAt) : now)
  const seasons = network.seasons.edges.map(({ node }) => node)
  const from = seasons.find((season) => season.from <= day)?.from ?? ''
  const rounds = network.rounds.edges.map(({ node }) => node).toReversed()
  const isHere = (round: Round) => meeting !== null && round.meeting?.id === meeting.id
  const held = rounds.filter((round) => isHere(round) && !isCalledOff(round)).map(rolesOf)
  const ahead = meeting ? roundsToCome(network, meeting, held.length) : []
  const hasFocus = [...held.map(({ focusId }) => focusId !== null), ...ahead.map((round) => round.hasFocus)]
  return {
    withoutFocus: [...hasFocus.keys()].filter((round) => !hasFocus[round]),
    members: members.map(({ person }) => person.id),
    ties: network.ties.map((tie) => [tie.by.id, tie.with.id]),
    history: rounds
      .filter((round) => !isHere(round) && isHeld(round) && localDate(new Date(round.startedAt ?? 0)) >= from)
      .map(rolesOf),
    held,
    rounds: meeting ? hasFocus.length : 2,
    changes: meeting ? changesOf(meeting) : [],
  }
}

type Round = TurnFacts_NetworkFragment['rounds']['edges'][number]['node']
type Told = Pick<TurnFacts_MeetingFragment, 'attendances' | 'turnPasses' | 'turnSwaps'>

const isHeld = ({ startedAt, endedAt }: Round) => startedAt !== null && endedAt !== null
const isCalledOff = ({ startedAt, endedAt }: Round) => startedAt === null && endedAt !== null

function rolesOf({ people, lead, timekeeper }: Round): RoundRoles {
  const focusId = people.find(({ isFocus }) => isFocus)?.person.id ?? null
  const teamIds = people.map(({ person }) => person.id).filter((id) => id !== focusId && id !== lead.id)
  return { focusId, supervisorId: lead.id, timekeeperId: timekeeper?.id ?? null, teamIds }
}

/** In the order in which they became known; who was not there without a word, last. */
function changesOf({ attendances, turnPasses, turnSwaps }: Told): readonly TurnChange[] {
  const absent = attendances.filter(
    ({ attended, rsvp }) => attended === false || (attended === null && rsvp === 'regrets'),
  )
  const all: readonly { at: string | null; change: TurnChange }[] = [
    ...absent.map(({ person, rsvp, rsvpAt }) => ({
      at: rsvp === 'regrets' ? rsvpAt : null,
      change: { kind: 'absent', personId: person.id } as const,
    })),
    ...turnPasses.map(({ person, at }) => ({ at, change: { kind: 'passed', personId: person.id } as const })),
    ...turnSwaps.map(({ at, round, role, from, to }) => ({
      at,
      change: { kind: 'swapped', swap: { round: round - 1, role, from: from.id, to: to.id } } as const,
    })),
  ]
  const when = (at: string | null) => (at === null ? Number.POSITIVE_INFINITY : Date.parse(at))
  return all
    .toSorted((one, other) => (when(one.at) < when(other.at) ? -1 : Number(when(one.at) > when(other.at))))
    .map(({ change }) => change)
}
