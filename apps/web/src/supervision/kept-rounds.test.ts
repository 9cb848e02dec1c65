import 'fake-indexeddb/auto'
import type { RoundEvent } from '@lederkreds/domain/supervision/round'
import { reflekterendeTeam as protocol } from '@lederkreds/domain/toolbox/protocols/reflekterende-team'
import { expect, test } from 'vitest'
import { forgetOthers, forgetRound, keepAbout, keptRound, logOf, type RoundAbout } from './kept-rounds.ts'

const about = (roundId: string): RoundAbout => ({
  roundId,
  viewerId: 'Person_mette',
  takesPart: true,
  isConvenor: false,
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
  await logOf('Round_2').add(started)
  await keepAbout(about('Round_3'))
  expect((await keptRound('Round_3'))?.unsent).toEqual([])
  await forgetRound('Round_3')
  expect((await keptRound('Round_2'))?.unsent).toEqual([started])
})

test('whoever opens a round on a device that another held hands in nothing of hers, and nothing of hers is left', async () => {
  const mettes = { ...about('Round_5'), viewerId: 'Person_mette' }
  const [bens, bensOther] = ['Round_5', 'Round_6'].map((id) => ({ ...about(id), viewerId: 'Person_ben' }))
  await keepAbout(mettes)
  await logOf('Round_5').keep([{ ...started, seq: 1 }])
  await logOf('Round_5').add(ended)
  if (bens) await keepAbout(bens)
  expect(await keptRound('Round_5')).toEqual({ about: bens, events: [], unsent: [] })

  await logOf('Round_5').add({ ...ended, by: 'Person_ben' })
  if (bensOther) await keepAbout(bensOther)
  expect(await keptRound('Round_5')).toEqual({ about: bens, events: [], unsent: [{ ...ended, by: 'Person_ben' }] })
  await forgetOthers('Person_mette')
  for (const id of ['Round_5', 'Round_6']) expect(await keptRound(id)).toBeNull()
})

test('what a page of somebody else’s wrote down late is nobody’s to hand in', async () => {
  await keepAbout({ ...about('Round_7'), viewerId: 'Person_ben' })
  await logOf('Round_7').add(started)
  expect((await keptRound('Round_7'))?.unsent).toEqual([])
})

test('a round stays until another is opened, and longer only if something of it is still to be handed in', async () => {
  await keepAbout(about('Round_8'))
  await logOf('Round_8').keep([{ ...started, seq: 1 }])
  await keepAbout(about('Round_8'))
  expect(await keptRound('Round_8')).toMatchObject({ events: [{ id: 'one' }] })

  await logOf('Round_8').add(ended)
  await keepAbout(about('Round_9'))
  expect(await keptRound('Round_8')).toMatchObject({ events: [{ id: 'one' }], unsent: [ended] })

  await logOf('Round_8').remove([ended.id])
  await keepAbout(about('Round_10'))
  expect(await keptRound('Round_8')).toBeNull()
  expect(await keptRound('Round_10')).not.toBeNull()
})

test('what was pressed in a round that another tab let go of is handed in when it is opened again', async () => {
  await logOf('Round_11').add(started)
  await keepAbout(about('Round_11'))
  expect((await keptRound('Round_11'))?.unsent).toEqual([started])
})
