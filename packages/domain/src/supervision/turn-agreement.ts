import { z } from 'zod'
import { Refusal } from '../errors.ts'
import { mayAnswer } from '../meetings/meeting.ts'
import type { NetworkState, Standing } from '../networks/network.ts'
import { wholeNumber } from '../text.ts'
import { mostRounds, turnRoles } from './turn.ts'

/** Somebody else has swapped this turn already: the two take theirs back first. */
export class TurnSwapped extends Refusal {
  constructor() {
    super('TurnSwapped')
  }
}

const person = z.uuid({ error: 'invalid' })
const round = wholeNumber(1, mostRounds)

/** Two exchange what is theirs to do: `to` does it in `round`, and `from` in `backRound` what would be `to`'s, if anything. */
export const turnSwap = z
  .object({
    round,
    role: z.enum(turnRoles, { error: 'unknown' }),
    fromId: person,
    toId: person,
    backRound: round.nullable(),
  })
  .refine(({ fromId, toId }) => fromId !== toId, { path: ['toId'], error: 'duplicate' })
  .refine((swap) => swap.round !== swap.backRound, { path: ['backRound'], error: 'duplicate' })
export type TurnSwap = z.output<typeof turnSwap>

/** Whom somebody is too close to; nobody is tied to herself. Why is not asked, and there is no place for it. */
export const tieWith = (selfId: string) =>
  z.object({ personId: person.refine((id) => id !== selfId, { error: 'duplicate' }) })

/** Each passes for herself. */
export const mayPass = (standing: Standing, state: NetworkState): boolean => mayAnswer(standing, state)

/** Either of the two, or the convenor; whoever recorded it, either of the two can take it back. */
export const maySwap = (standing: Standing, state: NetworkState, selfId: string, pair: readonly string[]): boolean =>
  mayAnswer(standing, state) && (standing.convenor || pair.includes(selfId))

/** Each declares her own ties and takes only those back. */
export const mayDeclareTie = (standing: Standing, state: NetworkState): boolean => mayAnswer(standing, state)
