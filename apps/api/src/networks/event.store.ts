import { type Context, demand, networksSeen, visible } from '../context.ts'
import { unauthenticated } from '../errors.ts'
import type { Prisma } from '../generated/prisma/client.ts'

export type NetworkEvent = { networkId: string; seq: number; kind: string; subjectId: string | null; at: Date }

/** What the API appends; the database itself adds `roundEnded` and `feedbackReleased`. */
export type EventKind =
  | 'memberJoined'
  | 'memberLeft'
  | 'rulesAccepted'
  | 'rulesChanged'
  | 'convenorChanged'
  | 'networkChanged'
  | 'invitationsChanged'
  | 'consultantsChanged'
  | 'seasonPlanned'
  | 'seasonDecided'
  | 'sentenceChanged'
  | 'meetingChanged'
  | 'meetingAnswered'
  | 'attendanceMarked'
  | 'roundBegun'
  | 'roundsPlanned'
  | 'turnsChanged'
  | 'tiesChanged'
  | 'stepPlanned'
  | 'feedbackCancelled'

/** Tells everybody who follows the network, when the operation commits. The subject is an id, never words. */
export const appendEvent = async (
  { db }: Context,
  networkId: string,
  kind: EventKind,
  subjectId: string | null = null,
): Promise<void> => {
  await db.$executeRaw`SELECT app.append_event(${networkId}::uuid, ${kind}, ${subjectId}::uuid)`
}

/** What concerns those who are in the network alone, down to that it happened: its consultant is told none of it. */
const membersOnly: readonly string[] = [
  'turnsChanged',
  'tiesChanged',
  'stepPlanned',
  'feedbackCancelled',
  'feedbackReleased',
] satisfies (EventKind | 'feedbackReleased')[]

const networksIn = ({ standing }: Context): string[] =>
  [...standing].filter(([, { member, accepted }]) => member && accepted).map(([id]) => id)

/** The events of the networks that the caller is in; of those whose inside she sees as their consultant, what concerns her. */
export const seenEvent = (context: Context): Prisma.EventWhereInput =>
  visible(context, {
    OR: [
      { networkId: { in: networksIn(context) } },
      { networkId: { in: networksSeen(context) }, kind: { notIn: [...membersOnly] } },
    ],
  })

const eventsAfter = (context: Context, networkId: string, seq: number): Promise<NetworkEvent[]> =>
  context.db.event.findMany({
    where: { AND: [{ networkId, seq: { gt: seq } }, seenEvent(context)] },
    orderBy: { seq: 'asc' },
    take: 100,
  })

/**
 * The network's events after a number that the caller may see, first those that were missed, then each as it comes; in
 * order, each once, and without holes for whoever is in the network. Ends when the caller may not see the network any longer.
 */
export async function* followEvents(
  context: Context,
  networkId: string,
  afterSeq: number,
): AsyncGenerator<NetworkEvent> {
  const { socket } = context
  if (!socket) throw unauthenticated()
  let seen = afterSeq
  for await (const _ of socket.live.changes(networkId, socket.signal)) {
    let events: NetworkEvent[]
    do {
      events = await socket.look((look) => {
        demand(look, networksSeen(look).includes(networkId))
        return eventsAfter(look, networkId, seen)
      })
      for (const event of events) {
        yield event
        seen = event.seq
      }
    } while (events.length === 100)
  }
}
