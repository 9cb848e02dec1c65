import { offeredEvents } from '@lederkreds/domain/supervision/round-input'
import { checkTimes, FromTheFuture, NotInThisRound, RoundIsOver } from '@lederkreds/domain/supervision/round-rights'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { Person } from '../account/viewer.schema.ts'
import { builder, plainRefusals } from '../builder.ts'
import { demand, signedIn } from '../context.ts'
import { RoundEventKind as kinds } from '../generated/prisma/enums.ts'
import { Round } from './round.schema.ts'
import { eventsAfter, followRound, type LoggedEvent, type Recorded, recordEvents } from './round-event.store.ts'

plainRefusals(FromTheFuture, NotInThisRound, RoundIsOver)

const RoundEventKind = builder.enumType('RoundEventKind', { values: Object.values(kinds) })

const RoundEventRef = builder.objectRef<LoggedEvent>('RoundEvent').implement({
  description: "One line of a round's log: appended, never changed. Ids, phases and minutes; never words.",
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The UUID that its device made.' }),
    seq: t.exposeInt('seq', { description: 'Counts from 1 without holes, in the order in which the server heard.' }),
    clock: t.exposeInt('clock', { description: 'One more than the highest that its device knew of.' }),
    at: t.expose('at', { type: 'DateTime' }),
    by: t.id({ resolve: ({ byId }) => `Person_${byId}` }),
    kind: t.field({ type: RoundEventKind, resolve: ({ kind }) => kind }),
    detail: t.field({
      type: 'JSON',
      description: 'As in RoundEventDetailInput, without what is null.',
      resolve: ({ detail }) => named(detail as { personId?: string }),
    }),
  }),
})

const named = ({ personId, ...detail }: { personId?: string }) => ({
  ...detail,
  ...(personId !== undefined && { personId: `Person_${personId}` }),
})

builder.prismaObjectFields(Round, (t) => ({
  eventSeq: t.int({
    description: 'The number of the newest event: who has read the round follows it from here.',
    select: { events: { orderBy: { seq: 'desc' }, take: 1, select: { seq: true } } },
    resolve: ({ events }) => events[0]?.seq ?? 0,
  }),
  events: t.field({
    type: [RoundEventRef],
    description: 'Those after a number, a thousand at most: if there are so many, ask again after the last.',
    args: { afterSeq: t.arg.int({ required: true, defaultValue: 0 }) },
    select: { id: true },
    resolve: ({ id }, { afterSeq }, context) => eventsAfter(context, id, afterSeq),
  }),
}))

builder.subscriptionField('roundEvents', (t) =>
  t.field({
    description: "Replays a round's events after a number, then streams.",
    type: RoundEventRef,
    args: { roundId: t.arg.globalID({ required: true, for: [Round] }), afterSeq: t.arg.int({ required: true }) },
    subscribe: (_root, { roundId, afterSeq }, context) => followRound(context, roundId.id, afterSeq),
    resolve: (event) => event as LoggedEvent,
  }),
)

const RoundPause = builder.enumType('RoundPause', { values: ['pause', 'timeOut'] as const })

const RoundEventDetailInput = builder.inputType('RoundEventDetailInput', {
  description:
    'advanced: from, to. extended: phase, minutes. paused: reason. roleChanged: personId, role. joined, left, leadPassed: personId. revealed: phase. The others: nothing.',
  fields: (t) => ({
    from: t.string(),
    to: t.string(),
    phase: t.string(),
    minutes: t.int(),
    reason: t.field({ type: RoundPause }),
    personId: t.globalID({ for: [Person] }),
    role: t.string(),
  }),
})

const RoundEventInput = builder.inputType('RoundEventInput', {
  fields: (t) => ({
    id: t.id({ required: true, description: 'Made by the device: a random UUID, version 4.' }),
    clock: t.int({ required: true }),
    at: t.field({ type: 'DateTime', required: true, description: "By the server's clock." }),
    kind: t.field({ type: RoundEventKind, required: true }),
    detail: t.field({ type: RoundEventDetailInput, required: true }),
  }),
})

const RecordedEvents = builder.objectRef<Recorded>('RecordedEvents').implement({
  fields: (t) => ({
    ids: t.idList({
      description:
        'Those of the events that the log holds now. What the caller might not do as the round stood when its turn came, and what came after the end, is left out: the device drops it.',
      resolve: ({ ids }) => ids,
    }),
    eventSeq: t.exposeInt('eventSeq'),
    now: t.field({ type: 'DateTime', description: "The server's clock.", resolve: () => new Date() }),
  }),
})

builder.mutationField('recordRoundEvents', (t) =>
  t.field({
    description:
      "Appends to a round's log what the caller's device has made, at most 200 events, late and in any order; what is there already stays as it is. What lies more than ten seconds ahead is refused with all that came with it.",
    type: RecordedEvents,
    args: {
      roundId: t.arg.globalID({ required: true, for: [Round] }),
      by: t.arg.globalID({
        for: [Person],
        description:
          'Whose doing it was. A device may hold another session than the one it was done in: not found unless it is the caller.',
      }),
      events: t.arg({ type: [RoundEventInput], required: true }),
    },
    errors: { types: [FromTheFuture, InvalidInput, NotInThisRound, RoundIsOver] },
    resolve: (_root, { roundId, by, events }, context) => {
      demand(context, !by || by.id === signedIn(context).personId)
      const offered = parse(offeredEvents, {
        events: events.map((event) => ({ ...event, detail: given(event.detail) })),
      })
      const happened = offered.events.map(({ at, detail, ...event }) => ({ ...detail, ...event, at: at.getTime() }))
      checkTimes(happened, context.now)
      return recordEvents(context, roundId.id, happened)
    },
  }),
)

/** What of a detail is there: a device may send null for the rest. */
const given = ({ personId, ...rest }: { personId?: { id: string } | null | undefined; [part: string]: unknown }) =>
  Object.fromEntries(
    Object.entries({ ...rest, personId: personId?.id }).filter(([, value]) => value !== undefined && value !== null),
  )
