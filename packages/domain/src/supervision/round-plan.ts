import { z } from 'zod'
import { mayMove } from '../meetings/meeting.ts'
import type { NetworkState, Standing } from '../networks/network.ts'
import { InvalidInput } from '../text.ts'
import { methodIds } from '../toolbox/methods.ts'
import type { Protocol } from '../toolbox/protocol.ts'
import { isForGroup } from './agenda.ts'
import { mostRounds } from './turn.ts'

/** What a round is planned with: a method of the toolbox or, with an id, what the network's organisation has made of it. */
const plannedRound = z.object({
  method: z.enum(methodIds, { error: 'unknown' }),
  protocolId: z.uuid({ error: 'invalid' }).nullable(),
})

/** The rounds of a meeting in their order. None at all is a plan too: the meeting is then for something else. */
export const roundPlan = z.object({
  rounds: z.array(plannedRound, { error: 'invalid' }).max(mostRounds, { error: 'tooMany' }),
})
export type RoundPlan = z.output<typeof roundPlan>

/** What the rounds of a plan would be held with, in their order. Throws {@link InvalidInput} where it is for one or two. */
export function checkForGroup(protocols: readonly Pick<Protocol, 'maxParticipants'>[]): void {
  const issues = protocols.flatMap((protocol, at) =>
    isForGroup(protocol) ? [] : [{ path: `rounds.${at}.method`, problem: 'tooSmall' } as const],
  )
  if (issues.length > 0) throw new InvalidInput(issues)
}

/** A meeting's rounds are planned by those who may move it: its convenor and its consultant. */
export const mayPlanRounds = (standing: Standing, state: NetworkState): boolean => mayMove(standing, state)
