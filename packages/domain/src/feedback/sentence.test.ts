import { expect, test } from 'vitest'
import type { Standing } from '../networks/network.ts'
import { firstProblem } from '../text.ts'
import {
  checkAgreed,
  consentedBytes,
  maxSentence,
  mayConsent,
  mayPublishSentence,
  mayTakeBackSentence,
  mayWithdrawConsent,
  NotAgreed,
  readProposal,
  sentencePublication,
  sentenceText,
} from './sentence.ts'

const [here, elsewhere] = ['b3b0c6f4-4a0e-4c7e-9d1f-2f6a5b8c9d0e', 'c3b0c6f4-4a0e-4c7e-9d1f-2f6a5b8c9d0e']
const proposal = { type: 'sentence', format: 1, networkId: here, text: 'Vi tør mere.', salt: 'A'.repeat(22) }

test('a proposal is of the network that was asked for, and has its salt inside', () => {
  expect(readProposal(proposal, here)).toEqual(proposal)
  expect(readProposal(proposal, elsewhere)).toBeNull()
  expect(readProposal({ ...proposal, format: 2 }, here)).toBeNull()
  expect(readProposal({ ...proposal, salt: 'kort' }, here)).toBeNull()
})

test('a sentence is one line of 300 characters at most', () => {
  expect(firstProblem(sentenceText, '🙂'.repeat(maxSentence))).toBeNull()
  expect(firstProblem(sentenceText, 'x'.repeat(maxSentence + 1))).toBe('tooLong')
  expect(firstProblem(sentenceText, 'To\nlinjer')).toBe('controlCharacter')
  expect(firstProblem(sentenceText, ' ')).toBe('empty')
  expect(sentencePublication.safeParse({ text: 'Vi', salt: new Uint8Array(15) }).success).toBe(false)
})

test('what is consented to is the salt before the sentence, byte for byte', () => {
  expect([...consentedBytes(new Uint8Array([1, 2]), 'æ')]).toEqual([1, 2, 0xc3, 0xa6])
})

test('only the very hash that everybody has agreed to is published', () => {
  const hash = new Uint8Array(32).fill(7)
  const other = new Uint8Array(hash)
  other[31] = 8
  expect(() => checkAgreed(hash, new Uint8Array(hash))).not.toThrow()
  for (const agreed of [null, other, hash.subarray(1), new Uint8Array()])
    expect(() => checkAgreed(hash, agreed)).toThrow(NotAgreed)
})

const outsider: Standing = { member: false, convenor: false, consultant: false, accepted: false }
const member = { ...outsider, member: true, accepted: true }

test('members agree, the convenor publishes, any member takes back; a consultant does none of it', () => {
  const convenor = { ...member, convenor: true }
  const consultant = { ...outsider, consultant: true }
  const undecided = { ...outsider, member: true }
  const both = { ...consultant, convenor: true }
  expect([member, convenor, consultant, undecided, both, outsider].map((who) => mayConsent(who, 'active'))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
  expect([member, convenor, consultant, undecided, both].map((who) => mayPublishSentence(who, 'active'))).toEqual([
    false,
    true,
    false,
    false,
    false,
  ])
  expect([mayConsent(member, 'closed'), mayPublishSentence(convenor, 'closed')]).toEqual([false, false])
  expect([member, convenor, consultant, undecided].map(mayTakeBackSentence)).toEqual([true, true, false, false])
  expect([member, undecided, consultant, outsider].map(mayWithdrawConsent)).toEqual([true, true, false, false])
})
