import { dayAhead, expect, type Page, type Server, test, unlock } from '../fixtures.ts'

async function open(page: Page, path: string) {
  await page.goto(path)
  await unlock(page)
}

/** As if the days had gone by, which no trigger lets anybody pretend; then the job that is there for it comes. */
async function endDays(server: Server, what: 'id' | 'round_id', id: string) {
  await server.look(
    `SET session_replication_role = replica; UPDATE sealed_item SET expires_on = current_date - 2 WHERE ${what} = '${id}'`,
  )
  await server.look(`SELECT graphile_worker.add_job('expire')`)
  await expect.poll(() => server.look(`SELECT FROM sealed_item WHERE ${what} = $1`, [id])).toEqual([])
}

test('what stays of a round is there to be checked by those who were in it, and is gone when its days are over', async ({
  town,
  as,
  keys,
  server,
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
  const [ada, ben] = [await as(town.ada), await as(town.ben)]
  const path = `/rounds/Round_${id}/after`
  const remains = (page: Page) => page.getByRole('region', { name: 'Det, serveren stadig har fra runden' })
  await open(ada, path)
  await expect(remains(ada)).toContainText('Intet. Serveren har ikke noget fra denne runde til gruppen.')

  for (const text of ['Vi taler for sjældent om grænser.', 'Pausen gjorde godt.']) {
    await ada.getByLabel('Noget, der må blive hos gruppen').fill(text)
    await ada.getByRole('button', { name: 'Del med gruppen' }).click()
    await expect(ada.getByRole('listitem').filter({ hasText: text })).toBeVisible()
  }
  await ada.getByLabel('Hvad gør jeg nu?').fill('Tale med min souschef.')
  await expect(ada.getByText('Gemt forseglet')).toBeVisible()
  await expect
    .poll(() => server.look(`SELECT kind FROM sealed_item WHERE owner_id = $1 AND round_id IS NULL`, [town.ada.id]))
    .toContainEqual({ kind: 'nextStep' })

  await open(ben, path)
  await expect(remains(ben).getByRole('listitem')).toHaveText([/^2 noter til gruppen/])
  await expect(remains(ben)).not.toContainText('Ada')
  await ada.getByRole('listitem').filter({ hasText: 'Pausen' }).getByRole('button', { name: 'Slet for alle' }).click()
  await ada.getByRole('dialog').getByRole('button', { name: 'Slet' }).click()
  await expect(remains(ada).getByRole('listitem')).toHaveText([/^1 note til gruppen/])

  await endDays(server, 'round_id', id)
  for (const page of [ada, ben]) {
    await open(page, path)
    await expect(remains(page)).toContainText('Intet.')
    await expect(page.getByText('Vi taler for sjældent om grænser.')).toHaveCount(0)
  }
})

test('her own notes count their days down, go when these are over, and stay when she keeps them', async ({
  town,
  as,
  keys,
  server,
}) => {
  const { ada } = town
  await keys(ada)
  const held = await server.seed((seed) => {
    const about = { method: 'reflekterende-team' as const, people: [ada, town.ben], endedAt: seed.now }
    return [seed.round(town.network, about).id, seed.round(town.network, about).id]
  })
  const paths = held.map((id) => `/rounds/Round_${id}/after`)
  const page = await as(ada)
  const kept = () =>
    server.look<{ id: string; expires_on: string | null }>(
      `SELECT id, expires_on::text FROM sealed_item WHERE kind = 'roundNote' AND owner_id = $1 ORDER BY expires_on`,
      [ada.id],
    )
  const notes = page.getByLabel('Mine noter fra runden')
  const texts = ['Jeg vil spørge før jeg svarer.', 'Jeg vil huske pausen.']
  for (const [at, path] of paths.entries()) {
    await open(page, path)
    await notes.fill(texts[at] ?? '')
    await expect(page.getByText('Gemt forseglet')).toBeVisible()
    await expect(page.getByText('Der er 30 dage igen.')).toBeVisible()
    await expect.poll(async () => (await kept()).length).toBe(at + 1)
  }
  await page.getByRole('button', { name: 'Behold noterne' }).click()
  await expect(page.getByText('De bliver, til du selv sletter dem.')).toBeVisible()
  await expect.poll(async () => (await kept()).map(({ expires_on }) => expires_on)).toEqual([dayAhead(29), null])

  const [first] = await kept()
  await endDays(server, 'id', first?.id ?? '')
  await page.clock.setSystemTime(Date.now() + 32 * 86_400_000)
  await open(page, paths[1] ?? '')
  await expect(notes).toHaveValue(texts[1] ?? '')
  await page.goto(paths[0] ?? '')
  await unlock(page)
  await expect(notes).toHaveValue('')
  await page.goto('/journal')
  await unlock(page)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(await kept()).toHaveLength(1)
})
