import {
  mostRounds,
  type RoundProposal,
  type RoundRoles,
  type Swap,
  type TurnReason,
  type TurnRole,
  type Turns,
} from './turn.ts'
import { proposeRoles } from './turn-order.ts'

/** What became known about a meeting after it was planned. */
export type TurnChange =
  | { readonly kind: 'absent'; readonly personId: string }
  | { readonly kind: 'passed'; readonly personId: string }
  | { readonly kind: 'swapped'; readonly swap: Swap }

export interface MeetingTurns extends Pick<Turns, 'history' | 'ties'> {
  /** Everybody who could come, in the order that decides between equals. */
  readonly members: readonly string[]
  /** Oldest first: each changes as little as it can of the plan that it found. */
  readonly changes: readonly TurnChange[]
  /** How many rounds the meeting is planned for: none to {@link mostRounds}. */
  readonly rounds: number
  /** Those of them (0 is the first) that are held with a method without a focus person: nobody is proposed for a case. */
  readonly withoutFocus: readonly number[]
  /** The rounds of the meeting that were begun already, in their order; they may be more than any plan has. */
  readonly held: readonly RoundRoles[]
}

export interface PlannedRound extends RoundProposal {
  /** Its place in the meeting; 0 is the first. */
  readonly round: number
}

/**
 * Who is proposed for what in each round that a meeting still has before it; one more where all planned ones were held
 * and {@link mostRounds} were not. The plan is made with everybody and then follows what became known in its order, so that everybody
 * who knows the same things sees the same plan, and none of it is stored. Who takes regrets back finds her place again.
 * Where a case was another's than planned, the rest is planned anew: the turn that was given away comes first then.
 */
export function planMeeting({ members, changes, held, rounds, withoutFocus, ...about }: MeetingTurns): PlannedRound[] {
  const total = Math.min(mostRounds, Math.max(rounds, held.length + 1))
  if (members.length === 0 || held.length >= total) return []
  let plan = proposeRoles({ ...about, withoutFocus, rounds: total, present: members, passes: [], swaps: [], kept: [] })
  for (let known = 1; known <= changes.length; known += 1) {
    const after = afterChanges(members, changes.slice(0, known))
    plan = told(proposeRoles({ ...about, ...after, withoutFocus, rounds: total, kept: plan }), plan)
  }
  if (held.length > 0) {
    const { swaps, ...rest } = afterChanges(members, changes)
    const still = swaps.flatMap((swap) =>
      swap.round < held.length ? [] : [{ ...swap, round: swap.round - held.length }],
    )
    const isAsPlanned = held.every(({ focusId }, round) => focusId === plan[round]?.focusId)
    const kept = isAsPlanned ? plan.slice(held.length) : []
    const later = withoutFocus.map((round) => round - held.length)
    const order = { ...about, ...rest, swaps: still, kept, rounds: total - held.length, withoutFocus: later }
    plan = told(proposeRoles({ ...order, history: [...about.history, ...held] }), kept)
  }
  return plan.map((proposal, at) => ({ ...proposal, round: held.length + at }))
}

/** The same without one more: none where all planned ones were held, and then none is looked for. */
export const planRest = (turns: MeetingTurns): PlannedRound[] =>
  turns.held.length < turns.rounds ? planMeeting(turns) : []

function afterChanges(members: readonly string[], changes: readonly TurnChange[]) {
  const idsOf = (kind: 'absent' | 'passed') =>
    changes.flatMap((change) => (change.kind === kind ? [change.personId] : []))
  const absent = idsOf('absent')
  return {
    present: members.filter((id) => !absent.includes(id)),
    passes: idsOf('passed'),
    swaps: changes.flatMap((change) => (change.kind === 'swapped' ? [change.swap] : [])),
  }
}

/** Whoever keeps her place keeps the reason that was told for it. */
const told = (plan: readonly RoundProposal[], found: readonly RoundProposal[]): RoundProposal[] =>
  plan.map(({ reasons, ...proposal }, round) => {
    const reason = (role: TurnRole): TurnReason =>
      reasons[role] === 'kept' ? (found[round]?.reasons[role] ?? 'kept') : reasons[role]
    return {
      ...proposal,
      reasons: { focus: reason('focus'), supervisor: reason('supervisor'), timekeeper: reason('timekeeper') },
    }
  })
