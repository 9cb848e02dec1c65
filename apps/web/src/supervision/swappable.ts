import { idOf, type TurnRole } from '@lederkreds/domain/supervision/turn'
import { planMeeting, type TurnChange } from '@lederkreds/domain/supervision/turn-plan'
import type { TurnsNow } from './use-turns.ts'

interface Option {
  readonly toId: string
  /** The round (0 is the first) in which the one who gives it away does the same in return; null for none. */
  readonly backRound: number | null
}

/** Who can take a role of a round from whoever is planned for it, so that the turn order follows. */
export function swappable(
  { turns, plan }: Pick<TurnsNow, 'turns' | 'plan'>,
  round: number,
  role: TurnRole,
): readonly Option[] {
  const planned = plan.find((each) => each.round === round)
  const from = planned ? idOf(planned, role) : null
  if (from === null) return []
  return turns.members
    .filter((id) => id !== from)
    .flatMap((toId): Option[] => {
      const back = plan.find((each) => each.round !== round && idOf(each, role) === toId)?.round ?? null
      const swaps: TurnChange[] = [
        { kind: 'swapped', swap: { round, role, from, to: toId } },
        ...(back === null ? [] : [{ kind: 'swapped', swap: { round: back, role, from: toId, to: from } } as const]),
      ]
      const after = planMeeting({ ...turns, changes: [...turns.changes, ...swaps] })
      const isFollowed = (at: number) => after.find((each) => each.round === at)?.reasons[role] === 'swapped'
      return isFollowed(round) && (back === null || isFollowed(back)) ? [{ toId, backRound: back }] : []
    })
}
