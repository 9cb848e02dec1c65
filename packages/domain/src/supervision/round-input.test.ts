import { expect, test } from 'vitest'
import { InvalidInput, parse } from '../text.ts'
import { offeredEvents, roundBeginning } from './round-input.ts'

const [ada, ben] = ['0193a0f0-0000-7000-8000-000000000001', '0193a0f0-0000-7000-8000-000000000002']
const id = '7f6f4f0e-8a39-4d53-9a4e-2f1f6f0e1a11'
const event = (more: object = {}) => ({
  id,
  clock: 1,
  at: new Date('2026-12-01T10:00:00Z'),
  kind: 'started',
  detail: {},
  ...more,
})

function issues(run: () => unknown): Record<string, string> {
  try {
    run()
    return {}
  } catch (refusal) {
    if (!(refusal instanceof InvalidInput)) throw refusal
    return Object.fromEntries(refusal.issues.map(({ path, problem }) => [path, problem]))
  }
}
const wrong = (...events: object[]) => issues(() => parse(offeredEvents, { events }))

test.each([
  event(),
  event({ kind: 'advanced', detail: { from: 'ramme', to: 'interview-1' } }),
  event({ kind: 'extended', detail: { phase: 'ramme', minutes: 1 } }),
  event({ kind: 'paused', detail: { reason: 'timeOut' } }),
  event({ kind: 'roleChanged', detail: { personId: ada, role: 'team' } }),
  event({ kind: 'left', detail: { personId: ada } }),
])('%j is an event', (one) => {
  expect(wrong(one)).toEqual({})
})

test.each<[string, object, Record<string, string>]>([
  ['words beside', { detail: { note: 'Hun er ked af det' } }, { 'events.0.detail.note': 'invalid' }],
  [
    'words as a phase',
    { kind: 'revealed', detail: { phase: 'Hun er ked af det' } },
    { 'events.0.detail.phase': 'invalid' },
  ],
  [
    'words as a person',
    { kind: 'left', detail: { personId: 'Hun er ked af det' } },
    { 'events.0.detail.personId': 'invalid' },
  ],
  ['another kind’s detail', { kind: 'ended', detail: { phase: 'ramme' } }, { 'events.0.detail.phase': 'invalid' }],
  ['nothing where something belongs', { kind: 'revealed' }, { 'events.0.detail.phase': 'invalid' }],
  ['no kind', { kind: 'shouted' }, { 'events.0.kind': 'unknown' }],
  ['no random id', { id: ada }, { 'events.0.id': 'invalid' }],
  ['no clock', { clock: 0 }, { 'events.0.clock': 'tooSmall' }],
  ['a clock that is used up', { clock: 2_147_483_647 }, { 'events.0.clock': 'tooLarge' }],
  ['before there were rounds', { at: new Date(0) }, { 'events.0.at': 'tooEarly' }],
  [
    'an hour at once',
    { kind: 'extended', detail: { phase: 'ramme', minutes: 60 } },
    { 'events.0.detail.minutes': 'tooLarge' },
  ],
])('%s is refused', (_what, more, expected) => {
  expect(wrong(event(more))).toEqual(expected)
})

test('one to two hundred at once', () => {
  expect(wrong()).toEqual({ events: 'tooFew' })
  expect(wrong(...Array(200).fill(event()))).toEqual({})
  expect(wrong(...Array(201).fill(event()))).toEqual({ events: 'tooMany' })
})

const beginning = (more: object = {}) => ({
  id,
  meetingId: null,
  method: 'reflekterende-team',
  protocolVersionId: null,
  roles: [{ personId: ada, role: 'supervisor' }],
  leadId: ada,
  timekeeperId: null,
  facilitatorId: null,
  stays: 'focusPerson',
  staysUntil: null,
  ...more,
})

test.each<[string, object, Record<string, string>]>([
  ['as it is', {}, {}],
  ['a method of nobody', { method: 'min-egen' }, { method: 'unknown' }],
  ['nobody', { roles: [] }, { roles: 'tooFew' }],
  [
    'somebody twice',
    { roles: [ada, ben, ada].map((personId) => ({ personId, role: 'team' })) },
    { 'roles.2.personId': 'duplicate' },
  ],
  ['a role in words', { roles: [{ personId: ada, role: 'den trætte' }] }, { 'roles.0.role': 'invalid' }],
  ['for the group without a day', { stays: 'group' }, { staysUntil: 'empty' }],
  ['for the group until a day', { stays: 'group', staysUntil: '2026-12-31' }, {}],
  ['nothing, until a day', { stays: 'nothing', staysUntil: '2026-12-31' }, { staysUntil: 'invalid' }],
  ['until yesterday', { staysUntil: '2026-11-30' }, { staysUntil: 'tooEarly' }],
  ['until today', { staysUntil: '2026-12-01' }, {}],
  ['for ever', { staysUntil: '2028-01-01' }, { staysUntil: 'tooLate' }],
])('a round begins: %s', (_what, more, expected) => {
  expect(issues(() => parse(roundBeginning('2026-12-01'), beginning(more)))).toEqual(expected)
})
