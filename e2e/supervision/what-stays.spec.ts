import { dayAhead, expect, type Page, test, unlock } from '../fixtures.ts'

async function open(page: Page, path: string) {
  await page.goto(path)
  await unlock(page)
}

test('she prepares her case alone: what she wrote is there again, and names are pointed at', async ({
  town,
  as,
  keys,
  server,
}) => {
  await keys(town.ada)
  const page = await as(town.ada)
  const path = `/networks/Network_${town.network.id}/case`
  const drafts = () =>
    server.look(`SELECT network_id, round_id, version FROM sealed_item WHERE kind = 'caseDraft' AND owner_id = $1`, [
      town.ada.id,
    ])
  /** What is kept on the device is on its way; another device has it once it has arrived. */
  const arrives = async (on: Page, version: number) => {
    await expect(on.getByText('Gemt forseglet')).toBeVisible()
    await expect.poll(drafts).toEqual([{ network_id: null, round_id: null, version }])
  }
  await open(page, path)
  const want = page.getByLabel('Hvad vil jeg gerne have ud af det?')
  await want.fill('Jeg vil turde sige det til Mette Hansen.')
  await expect(page.getByText('»Mette Hansen« ligner et navn.')).toBeVisible()
  await arrives(page, 1)
  await want.fill('Jeg vil turde sige det til en medarbejder.')
  await expect(page.getByText('ligner et navn')).toHaveCount(0)
  await arrives(page, 2)

  const other = await as(town.ada)
  await open(other, path)
  await expect(other.getByLabel('Hvad vil jeg gerne have ud af det?')).toHaveValue(
    'Jeg vil turde sige det til en medarbejder.',
  )
  await other.getByLabel('Hvad har jeg prøvet?').fill('At vente.')
  await arrives(other, 3)
  await expect(other.getByText('Andre udgaver')).toHaveCount(0)

  await open(page, path)
  await expect(want).toHaveValue('Jeg vil turde sige det til en medarbejder.')
  await page.getByRole('button', { name: 'Slet sagen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Slet' }).click()
  await expect(want).toHaveValue('')
  await expect.poll(drafts).toEqual([])
})

test('what the group keeps is read by those who were there, counted down, and taken back by whoever wrote it', async ({
  town,
  as,
  keys,
  server,
}) => {
  for (const one of [town.ada, town.ben, town.cleo]) await keys(one)
  const { id } = await server.seed((seed) =>
    seed.round(town.network, {
      method: 'reflekterende-team',
      people: [town.ada, town.ben],
      stays: 'group',
      staysUntil: dayAhead(10),
    }),
  )
  const [ada, ben] = [await as(town.ada), await as(town.ben)]
  const path = `/rounds/Round_${id}/after`
  await open(ada, path)
  const notes = ada.getByRole('region', { name: 'Det, der bliver' })
  await notes.getByLabel('Noget, der må blive hos gruppen').fill('Vi taler for sjældent om grænser.')
  await notes.getByRole('button', { name: 'Del med gruppen' }).click()
  const shared = notes.getByRole('listitem').filter({ hasText: 'Vi taler for sjældent om grænser.' })
  await expect(shared).toContainText('Der er 11 dage igen.')

  const step = ada.getByRole('region', { name: 'Næste skridt' })
  await step.getByLabel('Hvad gør jeg nu?').fill('Tale med min souschef.')
  await step.getByLabel('De andre må spørge til det næste gang').check()
  await step.getByRole('button', { name: 'Del med dem, der var med' }).click()
  await expect(step.getByRole('button', { name: 'Tag det tilbage' })).toBeVisible()

  await open(ben, path)
  await expect(ben.getByText('Vi taler for sjældent om grænser.')).toBeVisible()
  const hers = ben.getByRole('listitem').filter({ hasText: 'Tale med min souschef.' })
  await expect(hers).toContainText('Gruppen må spørge til det næste gang.')
  await expect(hers.getByRole('button')).toHaveCount(0)

  await step.getByRole('button', { name: 'Tag det tilbage' }).click()
  await expect(step.getByLabel('Hvad gør jeg nu?')).toHaveValue('Tale med min souschef.')
  await shared.getByRole('button', { name: 'Slet for alle' }).click()
  await ada.getByRole('dialog').getByRole('button', { name: 'Slet' }).click()
  await expect(shared).toHaveCount(0)
  await open(ben, path)
  await expect(ben.getByLabel('Hvad gør jeg nu?')).toBeVisible()
  await expect(ben.getByText('Vi taler for sjældent om grænser.')).toHaveCount(0)
  await expect(ben.getByText('Tale med min souschef.')).toHaveCount(0)
  expect(await server.look('SELECT FROM sealed_item WHERE round_id = $1', [id])).toEqual([])
})

test('nothing is shared while somebody has no keys, and she is named', async ({ town, as, keys, server }) => {
  await keys(town.ada)
  const { id } = await server.seed((seed) =>
    seed.round(town.network, {
      method: 'reflekterende-team',
      people: [town.ada, town.ben],
      stays: 'group',
      staysUntil: dayAhead(10),
    }),
  )
  const page = await as(town.ada)
  await open(page, `/rounds/Round_${id}/after`)
  const word = page.getByLabel('Noget, der må blive hos gruppen')
  await word.fill('Et ord')
  await page.getByRole('button', { name: 'Del med gruppen' }).click()
  await expect(page.getByRole('alert')).toContainText('Ben Friis har ikke lavet nøgler endnu.')
  await expect(word).toHaveValue('Et ord')
  expect(await server.look('SELECT FROM sealed_item WHERE round_id = $1', [id])).toEqual([])
})

test('what is shared again because no answer came is there once', async ({
  town,
  as,
  keys,
  server,
  between: stand,
}) => {
  for (const one of [town.ada, town.ben]) await keys(one)
  const { id } = await server.seed((seed) =>
    seed.round(town.network, {
      method: 'reflekterende-team',
      people: [town.ada, town.ben],
      stays: 'group',
      staysUntil: dayAhead(10),
    }),
  )
  const items = () => server.look('SELECT FROM sealed_item WHERE round_id = $1', [id])
  const ada = await as(town.ada, { goesOffline: true })
  const between = await stand(ada)
  await open(ada, `/rounds/Round_${id}/after`)
  const notes = ada.getByRole('region', { name: 'Det, der bliver' })
  const note = notes.getByLabel('Noget, der må blive hos gruppen')
  const share = notes.getByRole('button', { name: 'Del med gruppen' })
  await note.fill('Vi taler for sjældent om grænser.')
  between.lies = {
    ShareItem: async (honest) => {
      await honest()
    },
  }
  await share.click()
  await expect(notes.getByRole('alert')).toContainText('det er måske delt, måske ikke')
  await expect(note).toHaveValue('Vi taler for sjældent om grænser.')
  expect(await items()).toHaveLength(1)

  between.lies = {}
  await share.click()
  await expect(notes.getByRole('listitem').filter({ hasText: 'Vi taler for sjældent om grænser.' })).toHaveCount(1)
  await expect(note).toHaveValue('')
  await expect(notes.getByRole('alert')).toHaveCount(0)
  expect(await items()).toHaveLength(1)
})

test('what is shared while the server still tells of what was shared before is there too', async ({
  town,
  as,
  keys,
  server,
  between: stand,
}) => {
  for (const one of [town.ada, town.ben]) await keys(one)
  const { id } = await server.seed((seed) =>
    seed.round(town.network, {
      method: 'reflekterende-team',
      people: [town.ada, town.ben],
      stays: 'group',
      staysUntil: dayAhead(10),
    }),
  )
  const ada = await as(town.ada)
  const between = await stand(ada)
  await open(ada, `/rounds/Round_${id}/after`)
  const notes = ada.getByRole('region', { name: 'Det, der bliver' })
  const share = async (text: string) => {
    await notes.getByLabel('Noget, der må blive hos gruppen').fill(text)
    await notes.getByRole('button', { name: 'Del med gruppen' }).click()
    await expect(notes.getByLabel('Noget, der må blive hos gruppen')).toHaveValue('')
  }
  await expect(ada.getByText('Serveren har ikke noget fra denne runde til gruppen.')).toBeVisible()
  const read = Promise.withResolvers<void>()
  const told = Promise.withResolvers<void>()
  between.lies = {
    RoundItems: async (honest) => {
      const answer = await honest()
      read.resolve()
      await told.promise
      return answer
    },
  }
  await share('Vi taler for sjældent om grænser.')
  await read.promise
  between.lies = {}
  await share('Pausen gjorde godt.')
  told.resolve()
  for (const text of ['grænser', 'Pausen'])
    await expect(notes.getByRole('listitem').filter({ hasText: text })).toBeVisible()
})

test('what she writes while something is being shared is not lost, and not taken for shared', async ({
  town,
  as,
  keys,
  server,
  between: stand,
}) => {
  for (const one of [town.ada, town.ben]) await keys(one)
  const { id } = await server.seed((seed) =>
    seed.round(town.network, {
      method: 'reflekterende-team',
      people: [town.ada, town.ben],
      stays: 'group',
      staysUntil: dayAhead(10),
    }),
  )
  const ada = await as(town.ada)
  const between = await stand(ada)
  await open(ada, `/rounds/Round_${id}/after`)
  const held = () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    between.lies = { ShareItem: (honest) => promise.then(honest) }
    return resolve
  }
  const notes = ada.getByRole('region', { name: 'Det, der bliver' })
  const note = notes.getByLabel('Noget, der må blive hos gruppen')
  const letNoteGo = held()
  await note.fill('Pausen gjorde godt.')
  await notes.getByRole('button', { name: 'Del med gruppen' }).click()
  await note.fill('Pausen gjorde godt. Vi kom sent i gang.')
  letNoteGo()
  await expect(notes.getByRole('listitem')).toContainText('Pausen gjorde godt.')
  await expect(notes.getByRole('listitem')).not.toContainText('sent i gang')
  await expect(note).toHaveValue('Pausen gjorde godt. Vi kom sent i gang.')

  const step = ada.getByRole('region', { name: 'Næste skridt' })
  const letStepGo = held()
  await step.getByLabel('Hvad gør jeg nu?').fill('Tale med min souschef.')
  await step.getByRole('button', { name: 'Del med dem, der var med' }).click()
  await expect(step.getByLabel('Hvad gør jeg nu?')).toBeDisabled()
  letStepGo()
  await expect(step.getByRole('listitem')).toContainText('Tale med min souschef.')
})
