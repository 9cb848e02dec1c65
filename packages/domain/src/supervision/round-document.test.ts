import { expect, test } from 'vitest'
import { emptyCaseDraft, isBlankDraft, readCaseDraft, takeIn } from './case-draft.ts'
import { daysLeft, mayBeAskedAbout, ownNoteUntil, readRoundDocument, roundNote, stepsToShow } from './round-document.ts'

const [here, elsewhere] = ['b3b0c6f4-4a0e-4c7e-9d1f-2f6a5b8c9d0e', 'c3b0c6f4-4a0e-4c7e-9d1f-2f6a5b8c9d0e']
const step = { type: 'nextStep', format: 1, roundId: here, text: 'Ringe', by: null, mayAsk: false, day: '2026-11-25' }

test('a document of a round is what it says to be, of the round that was asked for', () => {
  expect(readRoundDocument(step, 'nextStep', here)).toMatchObject({ text: 'Ringe', mayAsk: false })
  expect(readRoundDocument(step, 'nextStep', elsewhere)).toBeNull()
  expect(readRoundDocument(step, 'roundNote', here)).toBeNull()
  expect(readRoundDocument({ ...step, format: 2 }, 'nextStep', here)).toBeNull()
  expect(readRoundDocument('nextStep', 'nextStep', here)).toBeNull()
})

test('a later meeting shows one’s own steps, and of others those that they allow to be asked about', () => {
  const left = (ownerId: string, document: object | null, kind = 'nextStep') => ({
    ownerId,
    document: readRoundDocument(document, kind, here),
  })
  const [hers, allowed, quiet] = [left('ada', step), left('ben', { ...step, mayAsk: true }), left('cai', step)]
  const note = left('ben', { ...step, type: 'roundNote', mayAsk: true }, 'roundNote')
  expect(stepsToShow([hers, allowed, quiet, left('ben', null), note], 'ada')).toEqual([hers, allowed])
  expect([hers, allowed, note].map(({ document }) => mayBeAskedAbout(document))).toEqual([false, true, false])
})

test('the last day counts, and the day after nothing is left', () => {
  expect([daysLeft('2026-12-24', '2026-12-23'), daysLeft('2026-12-24', '2026-12-24')]).toEqual([2, 1])
  expect([daysLeft('2026-12-24', '2026-12-25'), daysLeft('2027-03-30', '2027-03-27')]).toEqual([0, 4])
})

test('own notes are there for thirty days; those from before that stay', () => {
  expect([ownNoteUntil('2026-11-25'), ownNoteUntil('2027-02-10')]).toEqual(['2026-12-24', '2027-03-11'])
  expect(daysLeft(ownNoteUntil('2026-11-25'), '2026-11-25')).toBe(30)
  const note = { type: 'roundNote', format: 1, roundId: here, text: 'Grænser', day: '2026-11-25' }
  expect(roundNote.parse(note).expiresOn).toBeNull()
  expect(roundNote.parse({ ...note, expiresOn: '2026-12-25' }).expiresOn).toBe('2026-12-25')
  expect(roundNote.safeParse({ ...note, expiresOn: 'i morgen' }).success).toBe(false)
})

test('a passage is added behind the others, and a newer draft is not read', () => {
  const draft = emptyCaseDraft(here, '2026-11-25')
  expect([isBlankDraft(draft), isBlankDraft(takeIn(draft, 'Uro'))]).toEqual([true, false])
  expect(takeIn(takeIn(draft, 'Uro'), 'Søvn').carried).toBe('Uro\n\nSøvn')
  expect(readCaseDraft({ ...draft, later: 1 })).toMatchObject({ later: 1 })
  expect(readCaseDraft({ ...draft, format: 2 })).toBeNull()
})
