import 'fake-indexeddb/auto'
import type { RoundEvent } from '@lederkreds/domain/supervision/round'
import { reflekterendeTeam as protocol } from '@lederkreds/domain/toolbox/protocols/reflekterende-team'
import { expect, test } from 'vitest'
import { forgetRound, keepAbout, keptRound, logOf, type RoundAbout } from './kept-rounds.ts'

const about = (roundId: string): RoundAbout => ({
  roundId,
  viewerId: 'Person_mette',
  takesPart: true,
  networkId: 'Network_1',
  networkName: 'Skolelederne Nord',
  stays: 'focusPerson',
  staysUntil: null,
  setup: { protocol, people: [{ personId: 'Person_mette', role: 'fokusperson' }], leadId: 'Person_mette' },
  names: new Map([['Person_mette', 'Mette Holm']]),
  ahead: 0,
})
const started: RoundEvent = { kind: 'started', id: 'one', clock: 1, at: 1_000, by: 'Person_mette' }
const ended: RoundEvent = { kind: 'ended', id: 'a second', clock: 2, at: 2_000, by: 'Person_mette' }

test('what happened is kept, in its order, until the server has it, and the round until it is forgotten', async () => {
  const log = logOf('Round_1')
  await keepAbout(about('Round_1'))
  await log.add(started)
  await log.add(ended)
  expect(await keptRound('Round_1')).toEqual({ about: about('Round_1'), events: [], unsent: [started, ended] })

  await log.keep([{ ...started, at: 1_500, seq: 1 }])
  await log.remove(['one', 'a second'])
  expect(await keptRound('Round_1')).toMatchObject({ events: [{ id: 'one', at: 1_500, seq: 1 }], unsent: [] })

  await forgetRound('Round_1')
  expect(await keptRound('Round_1')).toBeNull()
})

test('what the server tells after a round was forgotten is not kept', async () => {
  await keepAbout(about('Round_4'))
  await forgetRound('Round_4')
  await logOf('Round_4').keep([{ ...started, seq: 1 }])
  await keepAbout(about('Round_4'))
  expect((await keptRound('Round_4'))?.events).toEqual([])
})

test('rounds do not meet', async () => {
  await keepAbout(about('Round_2'))
  await keepAbout(about('Round_3'))
  await logOf('Round_2').add(started)
  expect((await keptRound('Round_3'))?.unsent).toEqual([])
  await forgetRound('Round_3')
  expect((await keptRound('Round_2'))?.unsent).toEqual([started])
})
