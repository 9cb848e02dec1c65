import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidInput, parse } from '../text.ts'
import { editOf, mayEditProtocols, protocolEdit } from './own-protocol.ts'
import { adapted } from './protocol.ts'
import { protocolOf, protocols } from './protocols.ts'

const base = protocolOf('kollegial-sparring-8-trin')
const copy = editOf(base)
const [first = copy.phases[0], ...rest] = copy.phases
type Phase = (typeof copy.phases)[number]
const withFirst = (change: Partial<Record<keyof Phase, unknown>>) => ({
  ...copy,
  phases: [{ ...first, ...change }, ...rest],
})

/** What is refused, as `path problem`. */
function refusals(input: unknown): string[] {
  try {
    parse(protocolEdit, input)
    return []
  } catch (fault) {
    if (!(fault instanceof InvalidInput)) throw fault
    return fault.issues.map(({ path, problem }) => `${path} ${problem}`)
  }
}

test.each(protocols)('a copy of $id may be saved as it is, and runs as the method does', (protocol) => {
  const unchanged = parse(protocolEdit, editOf(protocol))
  expect(adapted(protocol, unchanged)).toMatchObject({
    ...protocol,
    minutesAdapted: true,
    phases: protocol.phases.map(({ silent: _, ...phase }) => phase),
  })
  for (const [index, { silent }] of unchanged.phases.entries())
    expect(silent.toSorted()).toEqual([...(protocol.phases[index]?.silent ?? [])].toSorted())
})

test('origin, sources and licence stay those of the method', () => {
  const own = adapted(base, { ...base, name: { da: 'Vores egen', en: 'Our own' } })
  expect(own.name.da).toBe('Vores egen')
  expect([own.id, own.origin, own.sources, own.kind]).toEqual([base.id, base.origin, base.sources, base.kind])
})

test('where English is left out the Danish stands in both', () => {
  const own = parse(protocolEdit, { ...copy, name: { da: 'Vores egen', en: ' ' }, purpose: { da: 'At prøve' } })
  expect([own.name, own.purpose]).toEqual([
    { da: 'Vores egen', en: 'Vores egen' },
    { da: 'At prøve', en: 'At prøve' },
  ])
})

const phases = (count: number) => Array.from({ length: count }, (_, index) => ({ ...first, id: `fase-${index}` }))
test.each([
  ['no phases', { ...copy, phases: [] }, 'phases tooFew'],
  ['21 phases', { ...copy, phases: phases(21) }, 'phases tooMany'],
  ['200 phases', { ...copy, phases: phases(200) }, 'phases tooMany'],
  ['no list of phases', { ...copy, phases: null }, 'phases invalid'],
  ['0 minutes', withFirst({ minutes: 0 }), 'phases.0.minutes tooSmall'],
  ['-1 minute', withFirst({ minutes: -1 }), 'phases.0.minutes tooSmall'],
  ['91 minutes', withFirst({ minutes: 91 }), 'phases.0.minutes tooLarge'],
  ['10,000 minutes', withFirst({ minutes: 10_000 }), 'phases.0.minutes tooLarge'],
  ['half minutes', withFirst({ minutes: 1.5 }), 'phases.0.minutes invalid'],
  ['minutes in words', withFirst({ minutes: '5' }), 'phases.0.minutes invalid'],
  ['two phases under one id', { ...copy, phases: [first, first] }, 'phases duplicate'],
  ['an id that every object has', withFirst({ id: 'constructor' }), 'phases.0.id invalid'],
  ['an id of another kind', withFirst({ id: '__proto__' }), 'phases.0.id invalid'],
  ['a speaker who is nobody', withFirst({ speakers: ['dommer'] }), 'phases.0.speakers unknown'],
  ['a speaker twice', withFirst({ speakers: ['indehaver', 'indehaver'] }), 'phases.0.speakers duplicate'],
  ['a prompt for nobody', withFirst({ prompts: [{ role: 'dommer', da: 'Døm' }] }), 'phases.0.prompts.0.role unknown'],
  [
    'two prompts for one',
    withFirst({ prompts: ['Lyt', 'Tal'].map((da) => ({ role: 'deltager', da })) }),
    'phases.0.prompts.1.role duplicate',
  ],
  ['no Danish', withFirst({ name: { en: 'Case round' } }), 'phases.0.name.da invalid'],
  ['an empty question', withFirst({ questions: [{ da: '' }] }), 'phases.0.questions.0.da empty'],
  ['7 questions', withFirst({ questions: Array(7).fill({ da: 'Hvad?' }) }), 'phases.0.questions tooMany'],
  ['no roles', { ...copy, roles: [], focusRole: null, leadRole: null }, 'roles tooFew'],
  [
    '9 roles',
    { ...copy, roles: phases(9).map(({ id, name }) => ({ id, name, size: 'fixed', count: 1 })) },
    'roles tooMany',
  ],
  [
    'a role of nobody',
    { ...copy, roles: [{ ...copy.roles[0], count: 0 }, ...copy.roles.slice(1)] },
    'roles.0.count tooSmall',
  ],
  [
    'so many of a role, but not how many',
    { ...copy, roles: [{ ...copy.roles[0], count: undefined }, ...copy.roles.slice(1)] },
    'roles.0.count invalid',
  ],
  ['the rest twice', { ...copy, roles: copy.roles.map((role) => ({ ...role, size: 'rest' })) }, 'roles duplicate'],
  [
    'everybody and somebody',
    { ...copy, roles: copy.roles.map((role) => ({ ...role, size: 'all' })) },
    'roles duplicate',
  ],
  ['a focus role of several', { ...copy, focusRole: 'deltager' }, 'focusRole unknown'],
  ['a lead that is nobody', { ...copy, leadRole: 'dommer' }, 'leadRole unknown'],
  ['a lead that is the focus', { ...copy, leadRole: copy.focusRole }, 'leadRole duplicate'],
  ['fewer people than roles', { ...copy, minParticipants: 2 }, 'minParticipants tooSmall'],
  ['21 people', { ...copy, maxParticipants: 21 }, 'maxParticipants tooLarge'],
  ['at most fewer than at least', { ...copy, maxParticipants: 3 }, 'maxParticipants tooSmall'],
  ['nothing', null, ' invalid'],
  ['a list', [], ' invalid'],
])('%s: refused with a clear problem', (_, input, problem) => {
  expect(refusals(input)).toContain(problem)
})

test('people beyond the roles are refused where no role takes the rest', () => {
  const three = editOf(protocolOf('triade-supervision'))
  expect(refusals({ ...three, maxParticipants: 4 })).toEqual(['maxParticipants tooLarge'])
})

const ids = copy.roles.map(({ id }) => id)
const edits = fc.record({
  minutes: fc.integer({ min: -10, max: 10_000 }),
  speakers: fc.array(fc.constantFrom(...ids, 'dommer'), { maxLength: 5 }),
  id: fc.oneof(fc.constantFrom('fase', '', 'å', 'valg', 'a-'), fc.string()),
  isWriting: fc.boolean(),
})

test('whatever is accepted can run: whole minutes in their bounds, and every role once in each phase', () => {
  let accepted = 0
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 25 }), (changes) => {
      const input = { ...copy, phases: changes.map((change) => ({ ...first, ...change })) }
      if (refusals(input).length > 0) return
      accepted += 1
      const own = parse(protocolEdit, input)
      expect(own.phases.length).toBeGreaterThanOrEqual(1)
      expect(own.phases.length).toBeLessThanOrEqual(20)
      expect(new Set(own.phases.map(({ id }) => id)).size).toBe(own.phases.length)
      for (const { minutes, speakers, silent } of own.phases) {
        expect(Number.isInteger(minutes) && minutes >= 1 && minutes <= 90).toBe(true)
        expect([...speakers, ...silent].toSorted()).toEqual(ids.toSorted())
      }
    }),
    { examples: [[[{ minutes: 5, speakers: [], id: 'fase', isWriting: true }]]] },
  )
  expect(accepted).toBeGreaterThan(0)
})

test('what is accepted is accepted again, unchanged', () => {
  const own = parse(protocolEdit, withFirst({ prompts: [{ role: 'deltager', da: 'Lyt' }] }))
  expect(own.phases[0]?.prompts).toEqual({ deltager: { da: 'Lyt', en: 'Lyt' } })
  expect(parse(protocolEdit, editOf(own))).toEqual(own)
})

test('whatever is sent is accepted or refused, and nothing else', () => {
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(...Object.keys(copy)), (value, key) => {
      refusals(value)
      refusals({ ...copy, [key]: value })
    }),
  )
})

test('consultants write protocols for their own organisation, and nobody else', () => {
  const kim = { isConsultant: true, organisationId: 'a' }
  expect(mayEditProtocols(kim, 'a')).toBe(true)
  expect(mayEditProtocols(kim, 'b')).toBe(false)
  expect(mayEditProtocols({ ...kim, isConsultant: false }, 'a')).toBe(false)
})
