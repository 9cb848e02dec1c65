import { expect, test } from 'vitest'
import { InvalidInput, parse } from '../text.ts'
import {
  checkAsk,
  checkRecipients,
  checkSize,
  checkStays,
  checkTold,
  DoesNotStay,
  itemIds,
  maxEnvelopeBytes,
  NotARecipient,
  sealedItem,
  sizeClasses,
  sizeClassOf,
  TooLarge,
} from './sealed-item.ts'

const [mette, ida, ole, lis] = [1, 2, 3, 4].map((number) => `00000000-0000-4000-8000-00000000000${number}`) as [
  string,
  string,
  string,
  string,
]
const envelope = (sizeClass: number, length = (sizeClasses[sizeClass] ?? 0) + 32) => {
  const made = new Uint8Array(length)
  made.set([0x4c, 0x49, 1, sizeClass])
  return made
}
const item = {
  id: mette,
  kind: 'journal',
  networkId: null,
  roundId: null,
  cycleId: null,
  version: 1,
  expiresOn: null,
  envelope: envelope(0),
  keys: [{ recipientId: mette, wrapped: new Uint8Array(60) }],
}

test('an envelope has the frame and exactly the length of its class', () => {
  expect([0, 1, 2, 3, 4].map((sizeClass) => sizeClassOf(envelope(sizeClass)))).toEqual([0, 1, 2, 3, 4])
  for (const wrong of [
    new Uint8Array(0),
    envelope(0, 287),
    envelope(0, 289),
    envelope(0, 1056),
    envelope(5, 65_568),
    envelope(0).with(0, 0x4d),
    envelope(0).with(1, 0x57),
    envelope(0).with(2, 2),
  ])
    expect(sizeClassOf(wrong)).toBe(null)
})

const issues = (input: unknown) => {
  try {
    parse(sealedItem, input)
    return []
  } catch (fault) {
    return (fault as InvalidInput).issues.map(({ path, problem }) => `${path}: ${problem}`)
  }
}
const key = (recipientId: string, length = 60) => ({ recipientId, wrapped: new Uint8Array(length) })

test.each([
  ['as it should be', {}, []],
  ['with a last day', { expiresOn: '2027-01-31' }, []],
  ['with a day that is none', { expiresOn: '2027-02-30' }, ['expiresOn: notADate']],
  ['in a network', { networkId: ida }, ['networkId: invalid']],
  ['of another kind', { kind: 'feedback' }, ['kind: unknown']],
  ['version 0', { version: 0 }, ['version: tooSmall']],
  ['an id that is not random', { id: '0193a0f0-0000-7000-8000-000000000000' }, ['id: invalid']],
  ['nothing sealed', { envelope: new Uint8Array(0) }, ['envelope: tooSmall']],
  ['not an envelope', { envelope: new Uint8Array(288) }, ['envelope: invalid']],
  ['no key', { keys: [] }, ['keys: tooFew']],
  ['two keys for one', { keys: [key(mette), key(mette)] }, ['keys.1.recipientId: duplicate']],
  ['the longest key', { keys: [key(mette, 256)] }, []],
  ['one byte more', { keys: [key(mette, 257)] }, ['keys.0.wrapped: tooLarge']],
])('an item: %s', (_what, change, wrong) => {
  expect(issues({ ...item, ...change })).toEqual(wrong)
})

test('what is longer than the largest envelope has a refusal of its own', () => {
  const { envelope: read } = parse(sealedItem, { ...item, envelope: new Uint8Array(maxEnvelopeBytes + 1) })
  expect(() => checkSize(read)).toThrow(TooLarge)
  expect(() => checkSize(envelope(4))).not.toThrow()
})

test('fifty at a time', () => {
  expect(parse(itemIds, { ids: Array(50).fill(mette) }).ids).toHaveLength(50)
  expect(() => parse(itemIds, { ids: Array(51).fill(mette) })).toThrow(InvalidInput)
})

test.each([
  ['what is kept to oneself has neither network nor round', { kind: 'roundNote' }, []],
  [
    'what is shared has both, and an end',
    { kind: 'roundNote', networkId: ole, roundId: ida, expiresOn: '2026-12-01' },
    [],
  ],
  ['and never without an end', { kind: 'nextStep', networkId: ole, roundId: ida }, ['expiresOn: empty']],
  ['a round without its network', { kind: 'nextStep', roundId: ida, expiresOn: '2026-12-01' }, ['roundId: invalid']],
  ['a network without a round', { kind: 'nextStep', networkId: ole }, ['roundId: empty']],
  [
    'a draft is nobody else’s',
    { kind: 'caseDraft', networkId: ole, roundId: ida, expiresOn: '2026-12-01' },
    ['networkId: invalid'],
  ],
  ['writing together is of a round', { kind: 'roundWriting' }, ['roundId: empty']],
  ['and of no cycle', { kind: 'nextStep', networkId: ole, cycleId: ida, expiresOn: '2026-12-01' }, ['roundId: empty']],
])('of a round: %s', (_what, change, wrong) => {
  expect(issues({ ...item, ...change })).toEqual(wrong)
})

test.each([
  ['a question is of a cycle', { kind: 'feedbackAsk', networkId: ole, cycleId: ida }, []],
  ['and of nothing else', { kind: 'feedbackAsk', networkId: ole, roundId: ida }, ['roundId: invalid']],
  ['nor of a cycle without its network', { kind: 'feedbackAsk', cycleId: ida }, ['networkId: empty']],
  ['and never one’s own', { kind: 'feedbackAsk' }, ['cycleId: empty']],
  ['a step that is told has an end', { kind: 'feedbackStep', networkId: ole, cycleId: ida }, ['expiresOn: empty']],
  ['what is one’s own is of no cycle', { kind: 'feedbackOwn', cycleId: ida }, ['cycleId: invalid']],
  ['nor of a network', { kind: 'competence', networkId: ole }, ['networkId: invalid']],
  ['a sentence is of a network', { kind: 'sentence', networkId: ole }, []],
  ['and of no cycle in it', { kind: 'sentence', networkId: ole, cycleId: ida }, ['cycleId: invalid']],
  ['and not without', { kind: 'sentence' }, ['networkId: empty']],
])('of feedback: %s', (_what, change, wrong) => {
  expect(issues({ ...item, ...change })).toEqual(wrong)
})

test.each([
  ['released', '2027-11-26', true],
  ['released', '2027-11-27', false],
  ['released', null, false],
  ['open', '2026-12-01', false],
] as const)('what is told to the group after a cycle that is %s, until %s: %s', (state, expiresOn, isAllowed) => {
  const check = () => checkTold({ expiresOn }, { state }, '2026-11-25')
  if (isAllowed) expect(check).not.toThrow()
  else expect(check).toThrow(DoesNotStay)
})

const deadline = new Date('2026-12-01T12:00Z')
const early = new Date(deadline.getTime() - 1)

test.each([
  ['to all who are asked', {}, [mette, ida, ole], early, true],
  ['not to somebody else', {}, [mette, ida, lis], early, false],
  ['not to some of them', {}, [mette, ida], early, false],
  ['not at the deadline', {}, [mette, ida, ole], deadline, false],
  ['not when it is called off', { state: 'cancelled' as const }, [mette, ida, ole], early, false],
  ['not a second one', { askId: ida }, [mette, ida, ole], early, false],
  ['not to two who were to be five', { fewest: 5 }, [mette, ida, ole], early, false],
  ['not to nobody', { asked: [] }, [mette], early, false],
  ['the same one again, at any time', { askId: mette, state: 'released' as const }, [mette], deadline, true],
])('a question is sealed %s', (_how, change, recipients, now, isAllowed) => {
  const cycle = {
    state: 'open' as const,
    deadline,
    askId: null,
    asked: [ida, ole],
    fewest: 1,
    ...change,
  }
  const check = () => checkAsk({ id: mette, version: 1, keys: recipients.map((id) => key(id)) }, mette, cycle, now)
  if (isAllowed) expect(check).not.toThrow()
  else expect(check).toThrow(NotARecipient)
})

test.each([
  ['roundNote', 'group', '2026-12-24', '2026-12-24', true],
  ['roundNote', 'group', '2026-12-24', '2026-12-25', false],
  ['roundNote', 'focusPerson', null, '2026-11-25', false],
  ['roundNote', 'nothing', null, '2026-11-25', false],
  ['nextStep', 'nothing', null, '2027-11-26', true],
  ['nextStep', 'nothing', null, '2027-11-27', false],
  ['roundWriting', 'nothing', null, '2026-11-26', true],
  ['roundWriting', 'nothing', null, '2026-11-27', false],
  ['roundWriting', 'group', '2026-12-24', '2026-12-24', true],
] as const)('%s where %s stays until %s, until %s: %s', (kind, stays, staysUntil, expiresOn, isAllowed) => {
  const check = () => checkStays({ kind, expiresOn }, { stays, staysUntil }, '2026-11-25')
  if (isAllowed) expect(check).not.toThrow()
  else expect(check).toThrow(DoesNotStay)
})

test('an item is sealed to its owner, and to nobody else who is not inside now', () => {
  expect(() => checkRecipients(mette, [mette], [])).not.toThrow()
  expect(() => checkRecipients(mette, [mette, ida], [mette, ida, ole])).not.toThrow()
  expect(() => checkRecipients(mette, [mette, ida], [])).toThrow(NotARecipient)
  expect(() => checkRecipients(mette, [mette, ida, ole], [mette, ida])).toThrow(NotARecipient)
  expect(() => checkRecipients(mette, [ida], [ida])).toThrow(NotARecipient)
})
