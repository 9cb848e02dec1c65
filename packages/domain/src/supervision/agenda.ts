import { mostRounds } from './turn.ts'

/** What stands on a meeting's agenda; nothing of what is said in it is kept. */
export type AgendaKind = 'checkIn' | 'followUp' | 'round' | 'break' | 'closing'

export interface AgendaPart {
  readonly kind: AgendaKind
  /** Which round it is, from 1; null for what is none. */
  readonly round: number | null
  readonly minutes: number
  readonly startsAt: Date
  readonly endsAt: Date
}

export interface Agenda {
  readonly parts: readonly AgendaPart[]
  /** How many minutes of the meeting are left when all parts have been given what does them good. */
  readonly spareMinutes: number
  /** How many minutes the parts take beyond the meeting's end; the last ones then stand after it. */
  readonly missingMinutes: number
}

export interface MeetingPlan {
  readonly startsAt: Date
  readonly endsAt: Date
  /** How long each round takes by its protocol, in minutes, in their order. Rounds are never made shorter or longer. */
  readonly rounds: readonly number[]
  /** Whether there is a meeting before this one to follow up on. */
  readonly followsUp: boolean
}

type Flexible = Exclude<AgendaKind, 'round'>

/** As the handbooks of peer groups have it, in minutes; the least and the most are our own. */
const lengths: Readonly<Record<Flexible, { least: number; usual: number; most: number }>> = {
  checkIn: { least: 5, usual: 15, most: 20 },
  followUp: { least: 5, usual: 15, most: 25 },
  break: { least: 5, usual: 10, most: 15 },
  closing: { least: 5, usual: 10, most: 15 },
}
/** Which kind gives first, and which is given first: so many minutes at a time, the break and the ending late. */
const turns: readonly Flexible[] = ['followUp', 'checkIn', 'break', 'closing']
const step = 5
/** Nobody sits longer than this without a break before another round begins, in minutes. Our own. */
const sitting = 90
const minute = 60_000

/**
 * A meeting's parts one after the other with their clock times. What is not a round shrinks and stretches, a few minutes
 * at a time, so that the last part ends when the meeting does; it never goes under its least, and what does not fit is told.
 */
export function planAgenda({ startsAt, endsAt, rounds, followsUp }: MeetingPlan): Agenda {
  const kinds = order(rounds, followsUp)
  const room = Math.round((endsAt.getTime() - startsAt.getTime()) / minute)
  const minutes = kinds.map((kind) => (typeof kind === 'number' ? (rounds[kind - 1] ?? 0) : lengths[kind].usual))
  let left = room - sum(minutes)
  for (const kind of [...turns, ...turns]) {
    for (const at of kinds.keys()) {
      if (kinds[at] !== kind) continue
      const { least, most } = lengths[kind]
      const now = minutes[at] ?? 0
      const wanted = now + Math.max(-step, Math.min(step, left))
      const given = Math.max(least, Math.min(most, wanted))
      minutes[at] = given
      left -= given - now
    }
  }
  let start = startsAt.getTime()
  const parts = kinds.map((kind, at): AgendaPart => {
    const length = minutes[at] ?? 0
    const from = start
    start += length * minute
    const isRound = typeof kind === 'number'
    return {
      kind: isRound ? 'round' : kind,
      round: isRound ? kind : null,
      minutes: length,
      startsAt: new Date(from),
      endsAt: new Date(start),
    }
  })
  return { parts, spareMinutes: Math.max(0, left), missingMinutes: Math.max(0, -left) }
}

/** The part that an instant falls in; null before the meeting, after its last part, and in a meeting without parts. */
export function partAt({ parts }: Pick<Agenda, 'parts'>, now: Date): AgendaPart | null {
  return parts.find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt) ?? null
}

/** Rounds by their number, with a break between two where they would be sat through otherwise. */
function order(rounds: readonly number[], followsUp: boolean): (Flexible | number)[] {
  const opening: Flexible[] = followsUp ? ['checkIn', 'followUp'] : ['checkIn']
  const kinds: (Flexible | number)[] = [...opening]
  let sat = sum(opening.map((kind) => lengths[kind].usual))
  rounds.forEach((length, at) => {
    if (at > 0 && sat + length > sitting) {
      kinds.push('break')
      sat = 0
    }
    kinds.push(at + 1)
    sat += length
  })
  return [...kinds, 'closing']
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

/** How many rounds of so many minutes a meeting has room for: two at most, since more tire, and one even where it is tight. */
export const roundsThatFit = (meeting: Pick<MeetingPlan, 'startsAt' | 'endsAt'>, minutes: number): 1 | 2 =>
  planAgenda({ ...meeting, followsUp: true, rounds: [minutes, minutes] }).missingMinutes === 0 ? 2 : 1

/** Whether a network can hold a round with it: what one or two do alone is no round of a meeting. */
export const isForGroup = ({ maxParticipants }: { readonly maxParticipants: number }): boolean => maxParticipants >= 3

export interface MeetingRounds<Round> extends Pick<MeetingPlan, 'startsAt' | 'endsAt'> {
  /** How many of its rounds have begun and were not called off. */
  readonly begun: number
  /** All rounds as they are planned, those that have begun among them; null while nobody has planned any. */
  readonly planned: readonly Round[] | null
  /** What is counted with while nobody has planned, and how many minutes it takes. */
  readonly usual: Round
  readonly usualMinutes: number
}

/**
 * The rounds that a meeting still has before it, in their order: as they are planned or, while nobody has planned, as
 * many of the usual kind as fit. Agenda, plan of turns and whoever begins a round all ask here. One that has begun takes
 * the first place in the plan, whatever it is held with. Looking back is counted with at a first meeting too, which has
 * other things to agree on.
 */
export function roundsAhead<Round>({ begun, planned, usual, usualMinutes, ...hours }: MeetingRounds<Round>): Round[] {
  const all = planned ?? Array.from({ length: roundsThatFit(hours, usualMinutes) }, () => usual)
  return all.slice(begun, mostRounds)
}
