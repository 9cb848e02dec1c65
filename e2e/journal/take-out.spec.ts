import { expect, type Page, test, unlock } from '../fixtures.ts'

async function openTakeOut(page: Page) {
  await page.goto('/journal/take-out')
  await unlock(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tag ud og slet')
}

async function download(page: Page, name: string): Promise<{ file: string; text: string }> {
  const [taken] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
  const chunks: Buffer[] = []
  for await (const chunk of await taken.createReadStream()) chunks.push(chunk as Buffer)
  return { file: taken.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') }
}

test('she takes everything out in two files, made on her device and said to be readable', async ({
  town,
  as,
  journal,
}) => {
  const counts = await journal(town.ada, 30)
  const page = await as(town.ada)
  await openTakeOut(page)
  await expect(page.getByText('Filerne er ikke forseglet.')).toBeVisible()
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.postData() ?? ''))
  await page.getByRole('button', { name: 'Lav filerne' }).click()
  await expect(page.getByText(`${counts.entries} refleksioner`)).toBeVisible()
  await expect(page.getByText(`${counts.nights} nætter`)).toBeVisible()

  const json = await download(page, 'Hent filen til programmer (JSON)')
  expect(json.file).toMatch(/^dagbog-\d{4}-\d\d-\d\d\.json$/)
  const { items } = JSON.parse(json.text) as { items: { document: { type: string; did?: string } }[] }
  expect(items.length).toBe(counts.all)
  expect(items.filter(({ document }) => document.type === 'entry').length).toBe(counts.entries)

  const html = await download(page, 'Hent filen til at læse (HTML)')
  expect(html.file).toMatch(/^dagbog-\d{4}-\d\d-\d\d\.html$/)
  expect(html.text).toContain('Denne fil er ikke forseglet')
  expect(html.text.match(/<section>/g)?.length).toBe(counts.all)
  expect(html.text).toContain('Gik en tur om søen, før jeg svarede.')
  expect(sent.join()).not.toContain('søen')
})

/** What this browser keeps of sealed content, by store. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const found: Record<string, number> = {}
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const asked = indexedDB.open(name)
        asked.onsuccess = () => resolve(asked.result)
      })
      for (const store of db.objectStoreNames) {
        const asked = db.transaction(store).objectStore(store).count()
        const count = await new Promise<number>((resolve) => {
          asked.onsuccess = () => resolve(asked.result)
        })
        if (count > 0) found[store] = count
      }
      db.close()
    }
    return found
  })

test('she erases everything: it is gone from the database and from her device, and only hers', async ({
  town,
  as,
  journal,
  server,
}) => {
  const counts = await journal(town.ada, 8)
  const others = await journal(town.ben, 2)
  const rows = async (personId: string) => {
    const [found] = await server.look<{ items: number; keys: number; wraps: number; secrets: number }>(
      `SELECT (SELECT count(*)::int FROM sealed_item WHERE owner_id = $1) AS items,
        (SELECT count(*)::int FROM sealed_key WHERE recipient_id = $1 OR owner_id = $1) AS keys,
        (SELECT count(*)::int FROM key_wrap WHERE person_id = $1) AS wraps,
        (SELECT count(*)::int FROM identity_secret WHERE person_id = $1) AS secrets`,
      [personId],
    )
    return found
  }
  const page = await as(town.ada)
  await openTakeOut(page)
  await expect.poll(async () => (await kept(page)).item).toBeGreaterThanOrEqual(counts.all)

  await page.getByRole('button', { name: 'Slet alt, hvad der er forseglet' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(String(counts.all))
  await expect(dialog).toContainText('svarene på det, du selv har bedt om feedback på')
  await expect(dialog).toContainText('Feedback, du har givet med navn, tilhører den, der fik den, og bliver stående.')
  await dialog.getByRole('button', { name: 'Slet alt, hvad der er forseglet' }).click()
  await expect(page.getByText('Alt, hvad du havde forseglet, og dine nøgler er slettet.')).toBeVisible()
  await expect(page.getByText('Feedback, du har givet med navn, er stadig hos dem, der fik den.')).toBeVisible()

  expect(await rows(town.ada.id)).toEqual({ items: 0, keys: 0, wraps: 0, secrets: 0 })
  expect(await kept(page)).toEqual({})
  expect(await rows(town.ben.id)).toEqual({ items: others.all, keys: others.all, wraps: 2, secrets: 1 })
})
