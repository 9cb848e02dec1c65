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
    server.look(`SELECT network_id, round_id FROM sealed_item WHERE kind = 'caseDraft' AND owner_id = $1`, [
      town.ada.id,
    ])
  await open(page, path)
  const want = page.getByLabel('Hvad vil jeg gerne have ud af det?')
  await want.fill('Jeg vil turde sige det til Mette Hansen.')
  await expect(page.getByText('»Mette Hansen« ligner et navn.')).toBeVisible()
  await want.fill('Jeg vil turde sige det til en medarbejder.')
  await expect(page.getByText('ligner et navn')).toHaveCount(0)
  await expect(page.getByText('Gemt forseglet')).toBeVisible()
  await expect.poll(drafts).toEqual([{ network_id: null, round_id: null }])

  const other = await as(town.ada)
  await open(other, path)
  await expect(other.getByLabel('Hvad vil jeg gerne have ud af det?')).toHaveValue(
    'Jeg vil turde sige det til en medarbejder.',
  )
  await other.getByLabel('Hvad har jeg prøvet?').fill('At vente.')
  await expect(other.getByText('Gemt forseglet')).toBeVisible()
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
