import {
  type Between,
  expect,
  lying,
  openJournal,
  type Page,
  passphrase,
  type Server,
  test,
  unlock,
} from '../fixtures.ts'

/** A word that stands in every text here, and nowhere else. */
const word = 'Ravnekrog'
const forgeries = Object.values(lying.forgedItems)
const texts = forgeries.map((_, at) => `${word} nummer ${at}.`)
const plain = (id: string) => id.slice(id.indexOf('_') + 1)
const lines = (page: Page, text = word) => page.getByRole('link', { name: text })
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** An item as the server has it now. */
async function itemOf(server: Server, id = '') {
  const text = 'SELECT kind, version, envelope, wrapped FROM sealed_item JOIN sealed_key ON item_id = id WHERE id = $1'
  type Row = { kind: string; version: number; envelope: Buffer; wrapped: Buffer }
  const [row] = await server.look<Row>(text, [id])
  if (!row) throw new Error(`${id} is not there`)
  const [envelope, wrappedKey] = [base64url(row.envelope), base64url(row.wrapped)]
  const days = { createdOn: '2026-11-25', expiresOn: null }
  return { id: `SealedItem_${id}`, kind: row.kind, version: row.version, ...days, envelope, wrappedKey }
}

/** Has the page exchange with the server, as it does when she comes back to it. The next one begins when it is done. */
async function exchange(page: Page, between: Between) {
  const asked = () => between.asked.filter((name) => name === 'SealedHeads').length
  for (const _ of ['this one', 'the next']) {
    const before = asked()
    await page.evaluate(() => dispatchEvent(new Event('focus')))
    await expect.poll(asked).toBeGreaterThan(before)
  }
}

/** What this device keeps of the journal, byte for byte. */
const keptHere = (page: Page) =>
  page.evaluate(async () => {
    const name = (await indexedDB.databases()).find((each) => each.name?.startsWith('lederkreds-'))?.name ?? ''
    const db = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open(name)
      asked.onsuccess = () => resolve(asked.result)
    })
    type Row = { id: string; kind: string; version: number; envelope: Uint8Array; wrappedKey: Uint8Array }
    const rows = await new Promise<Row[]>((resolve) => {
      const asked = db.transaction('item').objectStore('item').getAll()
      asked.onsuccess = () => resolve(asked.result)
    })
    db.close()
    const journal = rows.filter(({ kind }) => kind === 'journal')
    return journal.map(({ id, version, envelope, wrappedKey }) => `${id} ${version} ${envelope} ${wrappedKey}`).sort()
  })

async function write(page: Page, text: string) {
  await page.getByRole('link', { name: 'Skriv i dagbogen' }).click()
  await page.getByLabel('Hvad satte det i gang?').fill(text)
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
}

test('no forged item is shown as hers, on a new device or on one that knows it', async ({
  town,
  as,
  keys,
  written,
  server,
  between: stand,
}) => {
  expect(forgeries.length).toBeGreaterThan(18)
  const [hers, his] = [await keys(town.ada), await keys(town.ben)]
  const ids = await written(town.ada, hers, texts)
  const [untouched] = await written(town.ada, hers, [`${word} urørt.`])
  const [foreignId] = await written(town.ben, his, [`${word} fra en anden.`])
  const next = await itemOf(server, untouched)
  const foreign = await itemOf(server, foreignId)
  const page = await as(town.ada)
  const between = await stand(page)
  /** Every item but one is forged in its own way, in a version that is so much newer. */
  const lies = (newer: number): Between['lies'] => ({
    SealedHeads: async (honest) => {
      const told = await honest()
      for (const head of told.viewer.journal) if (ids.includes(plain(head.id))) head.version += newer
      return told
    },
    SealedItems: async (honest) => {
      const { sealedItems } = await honest()
      const her = { personId: town.ada.id, ...hers.identity }
      const forged = sealedItems.map(async (honestly) => {
        const item = { ...honestly, version: honestly.version + newer }
        const forge = forgeries[ids.indexOf(plain(item.id))]
        return forge ? { ...item, ...(await forge(item, { next, foreign, her })) } : honestly
      })
      return { sealedItems: await Promise.all(forged) }
    },
  })

  between.lies = lies(0)
  await openJournal(page)
  const refused = page.getByRole('heading', { name: `${forgeries.length} ting kan ikke åbnes` })
  await expect(refused).toBeVisible()
  await expect(lines(page)).toHaveCount(1)
  await expect(lines(page, `${word} urørt`)).toBeVisible()

  between.lies = {}
  await page.reload()
  await unlock(page)
  await page.getByRole('button', { name: 'Vis mere' }).click()
  await expect(lines(page)).toHaveCount(forgeries.length + 1)
  const before = await keptHere(page)
  expect(before).toHaveLength(forgeries.length + 1)

  between.lies = lies(1)
  await exchange(page, between)
  await expect(refused).toBeVisible()
  await expect(lines(page)).toHaveCount(forgeries.length + 1)
  for (const text of [...texts, `${word} urørt.`]) await expect(lines(page, text)).toHaveCount(1)
  expect(await keptHere(page)).toEqual(before)
  expect(between.leaked({ asked: `SealedItem_${ids[0]}` }), 'what is sent is written down').toEqual(['asked'])

  const accountKey = await lying.accountKeyOf(town.ada, hers)
  expect(between.leaked({ word, passphrase, recoveryCode: hers.recoveryCode, accountKey })).toEqual([])
})

test('what is withheld, rolled back or shown again is named, and nothing on her device goes', async ({
  town,
  as,
  keys,
  written,
  server,
  between: stand,
}) => {
  const hers = await keys(town.ada)
  const [one = '', two = '', three = ''] = await written(town.ada, hers, [`${word} et`, `${word} to`, `${word} tre`])
  const page = await as(town.ada)
  const between = await stand(page)
  await openJournal(page)
  await expect(lines(page)).toHaveCount(3)
  const [old, gone] = [await itemOf(server, one), await itemOf(server, three)]
  await lines(page, `${word} et`).click()
  await page.getByRole('button', { name: 'Ret' }).click()
  await page.getByLabel('Hvad satte det i gang?').fill(`${word} et, rettet`)
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Ret' })).toBeVisible()
  await page.getByRole('link', { name: 'Tilbage til Dagbog' }).click()
  await expect(lines(page, `${word} et, rettet`)).toBeVisible()
  await expect(page.getByText('ikke sendt endnu')).toHaveCount(0)

  /** Heads of the journal as the liar wants them; `items` are answered beside those that were asked for. */
  const show = async (change: (heads: Head[]) => Head[], ...items: (typeof old)[]) => {
    between.lies = {
      SealedHeads: async (honest) => {
        const { viewer } = await honest()
        return { viewer: { ...viewer, journal: change(viewer.journal) } }
      },
      SealedItems: async (honest) => ({ sealedItems: [...(await honest()).sealedItems, ...items] }),
    }
    await exchange(page, between)
  }
  const at = (id: string, version: number) => (heads: Head[]) =>
    heads.map((head) => (plain(head.id) === id ? { ...head, version } : head))
  const alert = page.getByRole('alert')

  await show((heads) => heads.filter(({ id }) => plain(id) !== two))
  await expect(alert).toContainText('Noget mangler på serveren')
  await show(() => [])
  await expect(alert).toContainText('3 ting mangler på serveren')
  await expect(lines(page)).toHaveCount(3)

  await show(at(one, 1), old)
  await expect(alert).toContainText('Serveren viser noget ældre, end du har skrevet')
  await show(at(one, 3), { ...old, version: 3 })
  await expect(page.getByText('Noget kan ikke åbnes')).toBeVisible()
  await expect(lines(page)).toHaveCount(3)
  await expect(lines(page, `${word} et, rettet`)).toBeVisible()

  between.lies = {}
  await lines(page, `${word} tre`).click()
  await page.getByRole('button', { name: 'Slet' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Slet' }).click()
  await expect(lines(page)).toHaveCount(2)
  await expect.poll(async () => (await server.look('SELECT FROM sealed_item WHERE id = $1', [three])).length).toBe(0)
  await show((heads) => [...at(one, 4)(heads), { id: gone.id, version: 1 }], gone)
  await show((heads) => [...at(one, 5)(heads), { id: gone.id, version: 2 }], gone)
  await expect(lines(page)).toHaveCount(2)

  between.lies = { SealedHeads: async () => '<!doctype html><h1>Bad Gateway</h1>' }
  await exchange(page, between)
  await expect(lines(page)).toHaveCount(2)

  const accountKey = await lying.accountKeyOf(town.ada, hers)
  expect(between.leaked({ word, passphrase, recoveryCode: hers.recoveryCode, accountKey })).toEqual([])
})

test('a save that the server only pretends, or says was overtaken, is not lost and not sent to others', async ({
  town,
  as,
  keys,
  written,
  server,
  between: stand,
}) => {
  const hers = await keys(town.ada)
  await written(town.ada, hers, [`${word} et`])
  const page = await as(town.ada)
  const between = await stand(page)
  const readers: unknown[] = []
  const answer = (told: object, times = Number.POSITIVE_INFINITY): Between['lies'] => {
    let left = times
    return {
      SaveSealedItem: async (honest, { input }) => {
        readers.push((input as { keys: { recipientId: string }[] }).keys.map(({ recipientId }) => recipientId))
        left--
        return left >= 0 ? { saveSealedItem: told } : honest()
      },
    }
  }
  const unsent = page.getByText('ikke sendt endnu')
  await openJournal(page)
  await expect(lines(page)).toHaveCount(1)

  between.lies = answer({ __typename: 'SavedItem' })
  await write(page, `${word} to`)
  await expect(lines(page)).toHaveCount(2)
  await expect(unsent).toHaveCount(0)
  await exchange(page, between)
  await expect(page.getByRole('alert')).toContainText('Noget mangler på serveren')
  between.lies = {}
  await page.getByRole('button', { name: 'Læg tilbage fra denne enhed' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect.poll(() => journalOnServer(server, town.ada.id)).toBe(2)
  await expect(unsent).toHaveCount(0)

  between.lies = answer({ __typename: 'Stale', theirs: 9 }, 1)
  await write(page, `${word} tre`)
  await expect(lines(page, `${word} tre`)).toHaveCount(1)
  await expect.poll(() => journalOnServer(server, town.ada.id)).toBe(3)
  await expect(unsent).toHaveCount(0)

  between.lies = answer({ __typename: 'Stale', theirs: 9 }, 1)
  await lines(page, `${word} et`).click()
  await page.getByRole('button', { name: 'Ret' }).click()
  await page.getByLabel('Hvad satte det i gang?').fill(`${word} et, rettet`)
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect.poll(() => journalOnServer(server, town.ada.id)).toBe(4)
  await page.goto('/journal')
  await unlock(page)
  await expect(lines(page)).toHaveCount(4)
  await expect(lines(page, `${word} et, rettet`)).toHaveCount(1)

  between.lies = answer({ __typename: 'Stale', theirs: 9 })
  const before = between.asked.length
  await write(page, `${word} fire`)
  await page.waitForTimeout(2_000)
  await expect(lines(page, `${word} fire`)).toHaveCount(1)
  // An exchange asks once, beside the saves: no more than a few of them.
  expect(between.asked.filter((name) => name === 'SealedHeads').length).toBeGreaterThan(0)
  expect(between.asked.length - before).toBeLessThan(12)

  between.lies = answer({ __typename: 'KeysMissing' })
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(page.getByText('serveren tager ikke imod den. Den er ikke tabt')).toBeVisible()
  between.lies = {}
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(unsent).toHaveCount(0)
  await expect.poll(() => journalOnServer(server, town.ada.id)).toBe(5)

  expect(new Set(readers.map(String))).toEqual(new Set([`Person_${town.ada.id}`]))
  const accountKey = await lying.accountKeyOf(town.ada, hers)
  expect(between.leaked({ word, passphrase, recoveryCode: hers.recoveryCode, accountKey })).toEqual([])
})

type Head = { id: string; version: number }
const journalOnServer = async (server: Server, owner: string) =>
  (await server.look(`SELECT FROM sealed_item WHERE owner_id = $1 AND kind = 'journal'`, [owner])).length
