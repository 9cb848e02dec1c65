import { expect, test } from 'vitest'
import { promptFor } from './prompts.ts'
import { both } from './protocol.ts'

const phase = { prompts: {}, speakers: ['asker'], isWriting: false }
const roles = { leadRole: 'asker', focusRole: 'owner' }

test('the words of the protocol come first', () => {
  const own = both('Spørg åbent.', 'Ask openly.')
  expect(promptFor({ ...phase, prompts: { asker: own } }, 'asker', roles)).toBe(own)
})

test('without them each is told whether to speak, listen, keep time, write or work', () => {
  const owner = { ...phase, speakers: ['owner'] }
  const told = [
    promptFor(phase, 'asker', roles),
    promptFor(phase, 'owner', roles),
    promptFor(phase, 'team', roles),
    promptFor(owner, 'owner', roles),
    promptFor(owner, 'asker', roles),
    promptFor({ ...phase, speakers: [] }, 'team', roles),
    promptFor({ ...phase, speakers: [], isWriting: true }, 'team', roles),
  ]
  expect(told.map(({ en }) => en.split(/[,.:]/)[0])).toEqual([
    'You may speak',
    'You listen',
    'You listen without interrupting',
    'You may speak',
    'You listen and watch the time',
    'Work by yourself in silence',
    'Write by yourself',
  ])
  expect(new Set(told.map(({ da }) => da)).size).toBe(7)
})

test('whoever is silent while the others write listens', () => {
  const writing = { ...phase, isWriting: true }
  expect(promptFor(writing, 'asker', roles).da).toMatch(/^Skriv/)
  expect(promptFor(writing, 'owner', roles).da).toMatch(/^Du lytter/)
})

test('without a protocol, or with a role of an odd name, there is still something to read', () => {
  expect(promptFor(phase, 'asker').da).toMatch(/^Du har ordet sammen/)
  expect(promptFor(phase, 'toString').da).toMatch(/^Du lytter/)
})
