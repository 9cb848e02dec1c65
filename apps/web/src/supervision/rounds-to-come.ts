import { roundsAhead } from '@lederkreds/domain/supervision/agenda'
import { usualMethod } from '@lederkreds/domain/supervision/usual-method'
import type { TurnFacts_MeetingFragment, TurnFacts_NetworkFragment } from '../generated/graphql.ts'

/** With what a round is to be held. */
export interface RoundToCome {
  /** The own protocol's id, or the method's. */
  readonly id: string
  readonly method: string
  /** Whether one person's case is worked through. */
  readonly hasFocus: boolean
}

/** The rounds that a meeting still has before it: as they are planned, or by the network's usual method while nobody has. */
export function roundsToCome(
  { methods }: Pick<TurnFacts_NetworkFragment, 'methods'>,
  { startsAt, endsAt, plannedRounds }: Pick<TurnFacts_MeetingFragment, 'startsAt' | 'endsAt' | 'plannedRounds'>,
  begun: number,
): readonly RoundToCome[] {
  const { id, minutes, hasFocus } = usualMethod(methods)
  return roundsAhead<RoundToCome>({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    begun,
    planned:
      plannedRounds?.map(({ method, protocol, ...round }) => ({ ...round, id: protocol?.id ?? method, method })) ??
      null,
    usual: { id, method: id, hasFocus },
    usualMinutes: minutes,
  })
}
