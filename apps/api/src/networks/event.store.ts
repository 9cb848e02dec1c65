import { type Context, demand, networksSeen, visible } from '../context.ts'
import { unauthenticated } from '../errors.ts'

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

/** The events of the networks whose inside the caller may see. */
export const seenEvent = (context: Context) => visible(context, { networkId: { in: networksSeen(context) } })

const eventsAfter = (context: Context, networkId: string, seq: number): Promise<NetworkEvent[]> =>
  context.db.event.findMany({
    where: { AND: [{ networkId, seq: { gt: seq } }, seenEvent(context)] },
    orderBy: { seq: 'asc' },
    take: 100,
  })

/**
 * The network's events after a number, first those that were missed, then each as it comes; in order, without holes,
 * each once. Ends when the caller may not see the network any longer.
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
