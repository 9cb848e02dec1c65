import { type Context, networksSeen, signedIn, visible } from '../context.ts'
import { appendEvent } from './event.store.ts'
import { networksFacilitated } from './network.store.ts'

/** The members of the networks that the caller sees. */
export const seenMembership = (context: Context) => visible(context, { networkId: { in: networksSeen(context) } })

/** A present member, with what the rules ask about her. Throws not-found. */
export async function loadMembership(context: Context, id: string) {
  const { network, acceptances, ...membership } = await context.db.membership.findFirstOrThrow({
    where: { AND: [{ id, leftAt: null }, seenMembership(context)] },
    select: {
      id: true,
      networkId: true,
      personId: true,
      network: { select: { state: true, groundRulesVersion: true } },
      acceptances: { select: { version: true } },
    },
  })
  const accepted = acceptances.some(({ version }) => version === network.groundRulesVersion)
  return { ...membership, state: network.state, accepted }
}

/**
 * Makes one member convenor and nobody else, in one statement, so that there is never a moment with two. The members are
 * held in the order in which whoever seals something to them holds them.
 */
export async function passConvenor(
  context: Context,
  { id, networkId, personId }: { id: string; networkId: string; personId: string },
): Promise<void> {
  await context.db.$queryRaw`
    SELECT id FROM membership WHERE network_id = ${networkId}::uuid AND left_at IS NULL ORDER BY person_id FOR NO KEY UPDATE`
  await context.db.$executeRaw`
    UPDATE membership SET is_convenor = (id = ${id}::uuid)
    WHERE network_id = ${networkId}::uuid AND left_at IS NULL AND is_convenor <> (id = ${id}::uuid)`
  await appendEvent(context, networkId, 'convenorChanged', personId)
}

/** Run in the same operation, while somebody who leaves can still see her network. Later features add their part here. */
const beforeLeaving: ((context: Context, networkId: string, personId: string) => Promise<void>)[] = []
export const whenLeaving = (run: (typeof beforeLeaving)[number]) => void beforeLeaving.push(run)

/** Ends a membership. Whoever leaves sees nothing of the network from then on; that she was a member remains. */
export async function endMembership(context: Context, networkId: string, personId: string): Promise<void> {
  for (const run of beforeLeaving) await run(context, networkId, personId)
  await appendEvent(context, networkId, 'memberLeft', personId)
  await context.db.membership.updateMany({
    where: { networkId, personId, leftAt: null },
    data: { leftAt: context.now, isConvenor: false },
  })
}

/** The consultant's own organisation only: reporting lines elsewhere are unknown. */
export const placedColleagues = (context: Context) =>
  visible(context, {
    networkId: { in: networksFacilitated(context) },
    person: { organisationId: signedIn(context).organisationId },
  })
