import type { RoundEvent, RoundHappening } from '@lederkreds/domain/supervision/round'
import { mostEvents } from '@lederkreds/domain/supervision/round-input'
import { admit, runaway, strayPart } from '@lederkreds/domain/supervision/round-log'
import { checkTakesPart, RoundIsOver } from '@lederkreds/domain/supervision/round-rights'
import { InvalidInput, type Problem } from '@lederkreds/domain/text'
import { type Context, markWhole, visible } from '../context.ts'
import { notFound, unauthenticated } from '../errors.ts'
import { eventOf, loadRound, partyIn, type RoundRow, seenRound, setupOf, stateOf } from './round.store.ts'

export type LoggedEvent = {
  seq: number
  id: string
  clock: number
  at: Date
  byId: string
  kind: RoundHappening['kind']
  detail: unknown
}

export type Recorded = { ids: string[]; eventSeq: number }

const eventsAtOnce = 1000

/** The events of the rounds that the caller may see. */
const seenRoundEvent = (context: Context) => visible(context, { round: seenRound(context) })

/** The lines of a round's log after a number, at most a thousand. */
export const eventsAfter = (context: Context, roundId: string, seq: number): Promise<LoggedEvent[]> =>
  context.db.roundEvent.findMany({
    where: { AND: [{ roundId, seq: { gt: seq } }, seenRoundEvent(context)] },
    orderBy: { seq: 'asc' },
    take: eventsAtOnce,
  })

/**
 * Appends to a round's log what the caller may append now, in her name; what is there already is left as it is. Answers
 * which of these the log holds. Throws {@link InvalidInput} for phases, roles and people that are not the round's,
 * {@link NotInThisRound}, and {@link RoundIsOver} when the end came before all of them.
 */
export async function recordEvents(
  context: Context,
  roundId: string,
  happenings: readonly Omit<RoundEvent, 'by'>[],
): Promise<Recorded> {
  const { db } = context
  const ends = happenings.some(({ kind }) => kind === 'ended')
  await db.$executeRaw`SELECT app.hold_round(${roundId}::uuid, ${ends})`
  const round = await loadRound(context, roundId)
  const party = partyIn(context, round)
  if (context.codeWall) checkTakesPart(stateOf(round), party)
  const log = round.events.map(eventOf)
  const offered = happenings.map((happening) => ({ ...happening, by: party.personId }) as RoundEvent)
  await demandFitting(context, round, log, offered)
  const { events, isOver } = admit(setupOf(round), log, offered, party)
  if (events.length > 0) await appendEvents(context, roundId, events)
  const there = new Set([...log, ...events].map(({ id }) => id))
  const ids = happenings.map(({ id }) => id).filter((id) => there.has(id))
  if (ids.length === 0 && isOver) throw new RoundIsOver()
  return { ids, eventSeq: log.length + events.length }
}

const appendEvents = ({ db }: Context, roundId: string, events: readonly RoundEvent[]) => {
  const lines = events.map(({ id, clock, at, kind, by: _, ...detail }) => ({
    id,
    clock,
    at: new Date(at).toISOString(),
    kind,
    detail,
  }))
  return db.$executeRaw`SELECT app.append_round_events(${roundId}::uuid, ${JSON.stringify(lines)}::jsonb)`
}

/** Throws {@link InvalidInput} for what names parts or people that are not the round's, and for clocks that ran away. */
async function demandFitting(
  { db }: Context,
  round: RoundRow,
  log: readonly RoundEvent[],
  offered: readonly RoundEvent[],
): Promise<void> {
  const { protocol } = setupOf(round)
  const refuse = (wrong: RoundEvent | undefined, place: string, problem: Problem) => {
    if (wrong) throw new InvalidInput([{ path: `events.${offered.indexOf(wrong)}.${place}`, problem }])
  }
  const stray = offered.find((event) => strayPart(protocol, event))
  if (stray) refuse(stray, `detail.${strayPart(protocol, stray)}`, 'unknown')
  refuse(runaway(log, offered), 'clock', 'tooLarge')
  if (log.length + offered.length > mostEvents) throw new InvalidInput([{ path: 'events', problem: 'tooMany' }])
  const named = [...new Set(offered.flatMap((event) => ('personId' in event ? [event.personId] : [])))]
  if (named.length === 0) return
  const strangers = await db.$queryRaw<{ id: string }[]>`
    SELECT person AS id FROM unnest(${named}::uuid[]) AS person WHERE NOT app.may_name(${round.id}::uuid, person)`
  refuse(
    offered.find((event) => 'personId' in event && strangers.some(({ id }) => id === event.personId)),
    'detail.personId',
    'unknown',
  )
}

/**
 * A round's events after a number, first those that were missed, then each as it comes; in the server's order, without
 * holes, each once. Ends when the caller may not see the round any longer.
 */
export async function* followRound(context: Context, roundId: string, afterSeq: number): AsyncGenerator<LoggedEvent> {
  const { socket } = context
  if (!socket) throw unauthenticated()
  let seen = afterSeq
  for await (const _ of socket.live.changes(roundId, socket.signal)) {
    let events: LoggedEvent[]
    do {
      events = await socket.look((look) => lookAfter(look, roundId, seen))
      for (const event of events) {
        yield markWhole(event)
        seen = event.seq
      }
    } while (events.length === pageOfLook)
  }
}

const pageOfLook = 100

async function lookAfter(look: Context, roundId: string, seq: number): Promise<LoggedEvent[]> {
  const round = await look.db.round.findFirst({
    where: { AND: [{ id: roundId }, seenRound(look)] },
    select: { events: { where: { seq: { gt: seq } }, orderBy: { seq: 'asc' }, take: pageOfLook } },
  })
  if (!round) throw notFound()
  return round.events
}
