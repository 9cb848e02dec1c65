import { localDate } from '@lederkreds/domain/day'
import type { Decided, SeasonChoice } from '@lederkreds/domain/meetings/season-decision'
import { type Context, networksSeen, signedIn, visible } from '../context.ts'
import { appendEvent } from '../networks/event.store.ts'
import { seenNetwork } from '../networks/network.store.ts'
import { seenSeason } from './season.store.ts'

/** The decisions of the networks whose inside the caller may see. */
export const seenDecision = (context: Context) => visible(context, { networkId: { in: networksSeen(context) } })

/** What the rules ask about a season to decide upon; an outsider gets "not found". */
export async function loadSeason(context: Context, id: string) {
  const { networkId, number, network } = await context.db.season.findFirstOrThrow({
    where: { AND: [{ id }, seenSeason(context)] },
    select: {
      networkId: true,
      number: true,
      network: {
        select: { state: true, seasons: { select: { number: true }, orderBy: { number: 'desc' }, take: 1 } },
      },
    },
  })
  return { networkId, number, newest: network.seasons[0]?.number ?? number, state: network.state }
}

/** A network with what was decided about its newest season. Throws not-found. */
export async function loadDecided(context: Context, id: string) {
  const { state, seasons } = await context.db.network.findFirstOrThrow({
    where: { AND: [{ id }, seenNetwork(context)] },
    select: {
      state: true,
      seasons: {
        where: seenSeason(context),
        orderBy: { number: 'desc' },
        take: 1,
        select: { decision: { select: { choice: true, on: true } } },
      },
    },
  })
  const decision = seasons[0]?.decision
  const decided: Decided | null = decision
    ? { choice: decision.choice, on: decision.on.toISOString().slice(0, 10) }
    : null
  return { state, decided }
}

/** Writes down what was decided at the end of a season, in place of what stood there. */
export async function saveDecision<Selection extends object>(
  context: Context,
  selection: Selection,
  { seasonId, networkId }: { seasonId: string; networkId: string },
  { choice, on }: { choice: SeasonChoice; on: string },
) {
  const { personId } = signedIn(context)
  const decision = {
    choice,
    on: new Date(on),
    decidedOn: new Date(localDate(context.now)),
    decidedById: personId,
  }
  await appendEvent(context, networkId, 'seasonDecided', seasonId)
  await context.db.seasonDecision.upsert({
    where: { seasonId },
    create: { seasonId, networkId, ...decision },
    update: decision,
  })
  return context.db.seasonDecision.findFirstOrThrow({ ...selection, where: { seasonId } })
}
