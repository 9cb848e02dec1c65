import { z } from 'zod'
import { dayAfter } from '../day.ts'
import { clientMadeId } from '../request.ts'
import { isoDate, wholeNumber } from '../text.ts'
import { methodIds } from '../toolbox/methods.ts'

/** How many events are handed in at once. */
export const mostEventsAtOnce = 200
/** How many events a round holds: a thousand times what an hour of it makes. */
export const mostEvents = 20_000
const mostClock = 1_000_000
/** How many minutes are added at once. */
const mostMinutesAtOnce = 10
/** How long something may stay in the room. */
const mostDaysOfStaying = 366

/** The id of a phase or a role of a protocol: never words. */
const part = z.string({ error: 'invalid' }).regex(/^[A-Za-z0-9][\w-]{0,63}$/, { error: 'invalid' })
const person = z.uuid({ error: 'invalid' })

const details = {
  started: {},
  advanced: { from: part, to: part },
  extended: { phase: part, minutes: wholeNumber(1, mostMinutesAtOnce) },
  paused: { reason: z.enum(['pause', 'timeOut'], { error: 'unknown' }) },
  resumed: {},
  roleChanged: { personId: person, role: part },
  joined: { personId: person },
  left: { personId: person },
  leadPassed: { personId: person },
  revealed: { phase: part },
  ended: {},
}

type EventKind = keyof typeof details

export const eventKinds = Object.keys(details) as [EventKind, ...EventKind[]]

const ofKind = <Kind extends EventKind>(kind: Kind) =>
  z.object({
    id: clientMadeId,
    clock: wholeNumber(1, mostClock),
    at: z.date({ error: 'invalid' }).min(new Date('2020-01-01'), { error: 'tooEarly' }),
    kind: z.literal(kind),
    detail: z.strictObject(details[kind], { error: 'invalid' }),
  })

/** One event as a device hands it in; what is not in its kind's detail is refused. */
export const offeredEvent = z.discriminatedUnion(
  'kind',
  [
    ofKind('started'),
    ofKind('advanced'),
    ofKind('extended'),
    ofKind('paused'),
    ofKind('resumed'),
    ofKind('roleChanged'),
    ofKind('joined'),
    ofKind('left'),
    ofKind('leadPassed'),
    ofKind('revealed'),
    ofKind('ended'),
  ],
  { error: 'unknown' },
)

export const offeredEvents = z.object({
  events: z.array(offeredEvent).min(1, { error: 'tooFew' }).max(mostEventsAtOnce, { error: 'tooMany' }),
})

/** What of a round stays in the room: nothing, the focus person's own notes, or the group's. */
export const roundStays = z.enum(['nothing', 'focusPerson', 'group'], { error: 'unknown' })
export type RoundStays = z.output<typeof roundStays>

/** How a round begins. What the group keeps needs a last day; `today` is an ISO date. */
export const roundBeginning = (today: string) =>
  z
    .object({
      id: clientMadeId,
      meetingId: z.uuid({ error: 'invalid' }).nullable(),
      method: z.enum(methodIds, { error: 'unknown' }),
      protocolVersionId: z.uuid({ error: 'invalid' }).nullable(),
      roles: z
        .array(z.object({ personId: person, role: part }))
        .min(1, { error: 'tooFew' })
        .max(20, { error: 'tooMany' })
        .superRefine((roles, context) => {
          roles.forEach(({ personId }, index) => {
            if (roles.findIndex((one) => one.personId === personId) < index)
              context.addIssue({ code: 'custom', message: 'duplicate', path: [index, 'personId'] })
          })
        }),
      leadId: person,
      timekeeperId: person.nullable(),
      facilitatorId: person.nullable(),
      stays: roundStays,
      staysUntil: isoDate
        .refine((day) => day >= today, { error: 'tooEarly' })
        .refine((day) => day <= dayAfter(today, mostDaysOfStaying), { error: 'tooLate' })
        .nullable(),
    })
    .refine(({ stays, staysUntil }) => stays !== 'group' || staysUntil !== null, {
      path: ['staysUntil'],
      error: 'empty',
    })
    .refine(({ stays, staysUntil }) => stays !== 'nothing' || staysUntil === null, {
      path: ['staysUntil'],
      error: 'invalid',
    })
export type RoundBeginning = z.output<ReturnType<typeof roundBeginning>>
