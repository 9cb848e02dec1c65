import { expect, openJournal, test, unlock } from '../fixtures.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

test('she writes three minutes on her phone, locks, unlocks, and reads it', async ({ town, as, keys }) => {
  await keys(town.ada)
  const page = await as(town.ada, phone)
  await openJournal(page)
  await expect(page).toHaveTitle('Lederkreds')

  await page.getByRole('link', { name: 'Skriv i dagbogen' }).click()
  await page.getByLabel('Hvad satte det i gang?').fill('Budgetmødet løb løbsk, og jeg sagde ingenting.')
  await page.getByText('Spændte skuldre', { exact: true }).click()
  await page.getByLabel('Hvad gjorde du?').fill('Gik en tur om søen.')
  await page.getByLabel('Hvad hjalp?').fill('At sige det højt til Bo.')
  await page.getByText('Besparelser', { exact: true }).click()
  await page.getByLabel('Krav', { exact: true }).fill('80')
  await expect(page.getByText('Ikke besvaret')).toHaveCount(2)
  await page.getByRole('button', { name: 'Gem', exact: true }).click()

  const line = page.getByRole('link', { name: /Budgetmødet løb løbsk/ })
  await expect(line).toContainText('i dag')
  await expect(line).toContainText('Besparelser · Spændte skuldre')
  await expect(page.getByText('ikke sendt endnu')).toHaveCount(0)

  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lås op')
  await expect(page.locator('body')).not.toContainText('Budgetmødet')
  await unlock(page)
  await line.click()
  await expect(page.getByText('Gik en tur om søen.')).toBeVisible()
  await expect(page.getByText('At sige det højt til Bo.')).toBeVisible()
  await expect(page.getByText('Kun dig')).toBeVisible()
  await expect(page).toHaveTitle('Lederkreds')
})

test('nothing of it can be read in the browser’s storage', async ({ town, as, keys }) => {
  await keys(town.ada)
  const page = await as(town.ada, phone)
  await openJournal(page)
  await page.getByRole('link', { name: 'Skriv i dagbogen' }).click()
  await page.getByLabel('Hvad satte det i gang?').fill('Hemmelighedskræmmeri')
  await page.getByText('Besparelser', { exact: true }).click()
  await expect(page.getByText('Kladden er gemt forseglet på denne enhed.')).toBeVisible()
  const stored = await page.evaluate(async () => {
    const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const asked = indexedDB.open(name)
        asked.onsuccess = () => resolve(asked.result)
      })
      for (const store of db.objectStoreNames) {
        const asked = db.transaction(store).objectStore(store).openCursor()
        await new Promise<void>((resolve) => {
          asked.onsuccess = () => {
            const cursor = asked.result
            if (!cursor) return resolve()
            texts.push(
              JSON.stringify([cursor.key, cursor.value], (_key, value) =>
                value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
              ),
            )
            cursor.continue()
          }
        })
      }
      db.close()
    }
    return texts
  })
  expect(stored.some((text) => text.includes('journal new'))).toBe(true)
  expect(stored.join('\n')).not.toMatch(/Hemmeligheds|Besparelser|cuts/)
})

test('a draft survives that the tab is killed', async ({ town, as, keys }) => {
  await keys(town.ada)
  const page = await as(town.ada, phone)
  await openJournal(page)
  await page.getByRole('link', { name: 'Skriv i dagbogen' }).click()
  await page.getByLabel('Hvad satte det i gang?').fill('Midt i en sætning')
  await expect(page.getByText('Kladden er gemt forseglet på denne enhed.')).toBeVisible()
  const again = await page.context().newPage()
  await page.close()

  await again.goto('/journal')
  await unlock(again)
  await expect(again.getByText('Du har en kladde, som ikke er gemt.')).toBeVisible()
  await again.getByRole('link', { name: 'Skriv videre' }).click()
  await expect(again.getByLabel('Hvad satte det i gang?')).toHaveValue('Midt i en sætning')
})

test('two tabs that write do not write over each other, and both drafts survive', async ({ town, as, keys }) => {
  await keys(town.ada)
  const one = await as(town.ada)
  const other = await one.context().newPage()
  for (const [page, text] of [
    [one, 'Den ene'],
    [other, 'Den anden'],
  ] as const) {
    await openJournal(page)
    await page.goto('/journal/new')
    await unlock(page)
    await expect(page.getByLabel('Hvad satte det i gang?')).toHaveValue('')
    await page.getByLabel('Hvad satte det i gang?').fill(text)
    await expect(page.getByText('Kladden er gemt forseglet på denne enhed.')).toBeVisible()
  }
  const again = await one.context().newPage()
  await one.close()
  await other.close()
  await openJournal(again)
  for (const text of ['Den ene', 'Den anden']) {
    await again.getByRole('link', { name: 'Skriv videre' }).click()
    await expect(again.getByLabel('Hvad satte det i gang?')).toHaveValue(text)
    await again.getByRole('button', { name: 'Gem', exact: true }).click()
    await expect(again.getByRole('link', { name: new RegExp(text) })).toBeVisible()
  }
  await expect(again.getByRole('link', { name: 'Skriv i dagbogen' })).toBeVisible()
})

test('what is being written is kept when the vault is locked in the middle of a word', async ({ town, as, keys }) => {
  await keys(town.ada)
  const page = await as(town.ada)
  await openJournal(page)
  await page.getByRole('link', { name: 'Skriv i dagbogen' }).click()
  await page.getByLabel('Hvad satte det i gang?').fill('Døren går op')
  await page.getByRole('button', { name: 'Din menu' }).click()
  await page.getByRole('button', { name: 'Lås', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lås op')
  await unlock(page)
  await expect(page.getByLabel('Hvad satte det i gang?')).toHaveValue('Døren går op')
})

test('she changes an entry, and deletes it here and on the server', async ({ town, as, keys, server }) => {
  await keys(town.ada)
  const page = await as(town.ada)
  await openJournal(page)
  await page.getByRole('link', { name: 'Skriv i dagbogen' }).click()
  await page.getByLabel('Hvad satte det i gang?').fill('Første udgave')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await page.getByRole('link', { name: /Første udgave/ }).click()
  await page.getByRole('button', { name: 'Ret' }).click()
  await page.getByLabel('Hvad satte det i gang?').fill('Anden udgave')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Ret' })).toBeVisible()
  await expect(page.getByText('Anden udgave')).toBeVisible()
  const onServer = `SELECT id FROM sealed_item WHERE owner_id = $1 AND kind = 'journal'`
  const kept = async () => (await server.look(onServer, [town.ada.id])).length
  await expect.poll(kept).toBe(1)
  await expect(page.getByText('ikke sendt endnu')).toHaveCount(0)

  await page.getByRole('button', { name: 'Slet' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Slet' }).click()
  await expect(page.getByText('Her kommer det, du skriver.')).toBeVisible()
  await expect.poll(kept).toBe(0)
})

test('who goes elsewhere before it is saved stays there', async ({ town, as, keys }) => {
  await keys(town.ada)
  const page = await as(town.ada)
  await openJournal(page)
  await page.getByRole('link', { name: 'Skriv i dagbogen' }).click()
  await page.getByLabel('Hvad satte det i gang?').fill('Første udgave')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await page.getByRole('link', { name: /Første udgave/ }).click()
  await page.getByRole('button', { name: 'Ret' }).click()
  await page.getByLabel('Hvad satte det i gang?').fill('Anden udgave')
  const [save, away] = [
    page.getByRole('button', { name: 'Gem', exact: true }),
    page.getByRole('link', { name: 'Dagbog' }),
  ]
  const handle = await away.first().elementHandle()
  await save.evaluate((button: HTMLElement, link) => [button.click(), (link as HTMLElement).click()], handle)
  await expect(page.getByText('Gemt og forseglet.')).toBeVisible()
  await page.getByRole('link', { name: /Anden udgave/ }).click()
  await expect(page.getByText('Anden udgave')).toBeVisible()
})

test('no other page loads anything of the journal, nor the worker with the keys', async ({ town, as }) => {
  const page = await as(town.ada)
  const scripts = new Set<string>()
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.add(response.url())
  })
  for (const path of ['/', '/networks', `/networks/Network_${town.network.id}`, '/settings']) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
  }
  // Asked for once more: a page that is left takes along what it was answered.
  const texts = [...scripts].map(async (address) => (await page.request.get(address)).text())
  const loaded = (await Promise.all(texts)).join('\n')
  expect(loaded).toContain('/journal')
  for (const text of ['Skriv i dagbogen', 'Livslinien', 'Urolig søvn']) expect(loaded).not.toContain(text)
  expect(page.workers()).toHaveLength(0)
})
