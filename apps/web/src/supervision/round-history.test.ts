import { expect, test } from 'vitest'
import { historyOf } from './round-history.ts'

const people = ['ada', 'ben', 'cleo'].map((id, at) => ({ isFocus: at === 0, person: { id } }))
const held = { endedAt: '2026-11-01T12:00:00Z', lead: { id: 'ben' }, timekeeper: { id: 'cleo' }, people }

test('the turn order reads the rounds that were held, oldest first, and none that is under way', () => {
  const other = { ...held, lead: { id: 'cleo' }, timekeeper: null }
  expect(historyOf([{ node: { ...held, endedAt: null } }, { node: other }, { node: held }])).toEqual([
    { focusId: 'ada', supervisorId: 'ben', timekeeperId: 'cleo', teamIds: ['cleo'] },
    { focusId: 'ada', supervisorId: 'cleo', timekeeperId: null, teamIds: ['ben'] },
  ])
})
