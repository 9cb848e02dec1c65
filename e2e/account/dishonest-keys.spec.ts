import { type Between, expect, lying, openJournal, type Page, passphrase, test, unlock } from '../fixtures.ts'

const word = 'Ravnekrog'
const forgeries = Object.entries(lying.forgedKeys)
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const lines = (page: Page, text = word) => page.getByRole('link', { name: text })
type Viewer = ReturnType<typeof lying.toldKeys>

const says = {
  wrong: 'Adgangssætningen passer ikke. Intet er gået tabt',
  tampered: 'Det, serveren gav os, er ikke det, der blev gemt',
}

async function tryPassphrase(page: Page, secret = passphrase) {
  await page.getByLabel('Adgangssætning').fill(secret)
  await press(page, 'Lås op')
}

/** The real answer about her keys, changed. */
const told = (forge: (her: Viewer) => Viewer): Between['lies'] => ({
  Keyring: async (honest) => {
    const { viewer } = await honest()
    return { viewer: { ...viewer, ...forge(viewer) } }
  },
})

const none: Viewer = { keyWraps: [], identity: null }
const noBytes = (her: Viewer): Viewer => ({
  ...her,
  keyWraps: her.keyWraps.map((wrap) => ({ ...wrap, wrapped: '<html>' })),
})

/** Keys that the liar can put in the place of hers. */
const keysAtHand = async (her: { id: string }, colleague: Viewer) => ({
  colleague,
  guessable: lying.toldKeys(await lying.sealedKeys(her, { passphrase: 'sommer og sol i Sønderby' })),
  watched: lying.toldKeys(await lying.sealedKeys(her, { passphrase })),
})

test('no forged keys open a new device', async ({ town, as, keys, written, between: stand }) => {
  test.slow()
  const [hers, his] = [await keys(town.ada), await keys(town.ben)]
  await written(town.ada, hers, [`${word} et`])
  const atHand = await keysAtHand(town.ada, lying.toldKeys(his))
  const page = await as(town.ada)
  const between = await stand(page)
  between.lies = told(noBytes)
  await page.goto('/journal')
  await expect(page.getByText(says.tampered)).toBeVisible()
  for (const [name, { forge, says: kind }] of forgeries) {
    between.lies = told((her) => forge(her, atHand))
    await test.step(name, async () => {
      await page.goto('/journal')
      await tryPassphrase(page)
      await expect(page.getByText(says[kind])).toBeVisible()
      await expect(lines(page)).toHaveCount(0)
    })
  }
  between.lies = {}
  await openJournal(page)
  await expect(lines(page)).toHaveCount(1)
  const accountKey = await lying.accountKeyOf(town.ada, hers)
  expect(between.leaked({ word, passphrase, recoveryCode: hers.recoveryCode, accountKey })).toEqual([])
})

test('no forged keys take anything from a device that keeps her texts', async ({
  town,
  as,
  keys,
  written,
  between: stand,
}) => {
  test.slow()
  const [hers, his] = [await keys(town.ada), await keys(town.ben)]
  await written(town.ada, hers, [`${word} sendt`])
  const atHand = await keysAtHand(town.ada, lying.toldKeys(his))
  const page = await as(town.ada)
  const between = await stand(page)
  await openJournal(page)
  await expect(lines(page)).toHaveCount(1)
  const refusing = { SaveSealedItem: async () => ({ saveSealedItem: { __typename: 'KeysMissing' } }) }
  between.lies = refusing
  await page.getByRole('link', { name: 'Skriv i dagbogen' }).click()
  await page.getByLabel('Hvad satte det i gang?').fill(`${word} ikke sendt`)
  await press(page, 'Gem')
  await expect(lines(page)).toHaveCount(2)
  await expect.poll(() => between.asked).toContain('SaveSealedItem')

  const noKeys: [string, (her: Viewer) => Viewer][] = [
    ['no keys at all', () => none],
    ['an identity without wraps', (her) => ({ ...her, keyWraps: [] })],
    ['wraps without an identity', (her) => ({ ...her, identity: null })],
    ['all keys of the liar', () => atHand.watched],
    ['wraps that are no bytes', noBytes],
  ]
  const news = {
    keys: 'Serveren kender ikke længere dine nøgler. Du læser det, der ligger på denne enhed',
    way: 'Den vej ind, du lige brugte, er ikke den, serveren har',
  }
  const all = [
    ...noKeys.map(([name, forge]) => ({ name, forge, doubted: 'keys' as const })),
    ...forgeries.map(([name, { forge, doubted }]) => ({ name, forge, doubted })),
  ]
  for (const { name, forge, doubted } of all) {
    between.lies = { ...refusing, ...told((her) => forge(her, atHand)) }
    const saves = between.asked.filter((asked) => asked === 'SaveSealedItem').length
    await test.step(name, async () => {
      await page.goto('/journal')
      if (doubted === 'keys') await press(page, 'Lås op, og læs det her')
      await tryPassphrase(page)
      await expect(page.getByText(news[doubted])).toBeVisible()
      await expect(lines(page)).toHaveCount(2)
      if (doubted === 'keys') expect(between.asked.filter((asked) => asked === 'SaveSealedItem')).toHaveLength(saves)
    })
  }

  between.lies = {}
  await openJournal(page)
  await expect(lines(page)).toHaveCount(2)
  await expect(page.getByText('ikke sendt endnu')).toHaveCount(0)
  const accountKey = await lying.accountKeyOf(town.ada, hers)
  expect(between.leaked({ word, passphrase, recoveryCode: hers.recoveryCode, accountKey })).toEqual([])
})

test('what she erased on one device goes from the other when she says so, and not before', async ({
  town,
  as,
  keys,
  written,
}) => {
  const hers = await keys(town.ada)
  await written(town.ada, hers, [`${word} et`])
  const [phone, laptop] = [await as(town.ada), await as(town.ada)]
  await openJournal(phone)
  await expect(lines(phone)).toHaveCount(1)
  await laptop.goto('/settings/keys')
  await unlock(laptop)
  await laptop.getByRole('region', { name: 'Slet alt' }).getByRole('button').click()
  await laptop.getByRole('dialog').getByRole('button', { name: 'Slet alt, hvad der er forseglet' }).click()
  await expect(heading(laptop)).toHaveText('Det, du skriver, bliver forseglet')

  await phone.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(heading(phone)).toHaveText('Serveren kender ikke længere dine nøgler')
  await expect(lines(phone)).toHaveCount(0)
  await press(phone, 'Fjern det fra denne enhed')
  await phone.getByRole('dialog').getByRole('button', { name: 'Fjern det fra denne enhed' }).click()
  await expect(heading(phone)).toHaveText('Det, du skriver, bliver forseglet')
  const rows = await phone.evaluate(async () => {
    const name = (await indexedDB.databases()).find((each) => each.name?.startsWith('lederkreds-'))?.name ?? ''
    const db = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open(name)
      asked.onsuccess = () => resolve(asked.result)
    })
    const counts = [...db.objectStoreNames].map(
      (store) =>
        new Promise<number>((resolve) => {
          const asked = db.transaction(store).objectStore(store).count()
          asked.onsuccess = () => resolve(asked.result)
        }),
    )
    const all = await Promise.all(counts)
    db.close()
    return all.reduce((sum, count) => sum + count, 0)
  })
  expect(rows).toBe(0)
})

test('a passkey’s wrap with the liar’s public key opens nothing, and no key is sealed to it', async ({
  town,
  as,
  between: stand,
}) => {
  const page = await as(town.ben, { passkeys: true })
  await page.addInitScript(() => {
    const get = navigator.credentials.get.bind(navigator.credentials)
    navigator.credentials.get = async (options) => {
      const credential = await get(options)
      const { prf } = (credential as PublicKeyCredential).getClientExtensionResults()
      const first = prf?.results?.first
      if (first instanceof ArrayBuffer) Object.assign(globalThis, { shown: [...new Uint8Array(first)] })
      return credential
    }
  })
  const between = await stand(page)
  await page.goto('/settings/keys')
  await press(page, 'Lav mine nøgler')
  await press(page, 'Vælg en adgangssætning')
  await page.getByLabel('Ny adgangssætning').fill(passphrase)
  await page.getByLabel('Skriv den igen').fill(passphrase)
  await press(page, 'Vælg den')
  const code = (await page.getByRole('code').innerText()).trim().replaceAll(/\s+/g, '-')
  await page.getByLabel('Jeg har den på papir').check()
  await press(page, 'Videre')
  await page.getByLabel('Gendannelseskode').fill(code)
  await press(page, 'Gem mine nøgler')
  await press(page, 'Lås op med en adgangsnøgle')
  await page.getByLabel('Adgangssætning').fill(passphrase)
  await press(page, 'Videre')
  await press(page, 'Lav en adgangsnøgle')
  await press(page, 'Lav den')
  await press(page, 'Brug adgangsnøglen')
  await expect(page.getByText('Adgangsnøglen kan nu låse op')).toBeVisible()
  const prf = new Uint8Array(await page.evaluate(() => (globalThis as unknown as { shown: number[] }).shown))
  expect(prf).toHaveLength(32)

  const liar = lying.toldKeys(await lying.sealedKeys(town.ada, { passphrase }))
  const publicKey = Buffer.from(liar.identity?.entry.hpkePublicKey ?? '', 'base64url')
  between.lies = told((her) => ({
    ...her,
    keyWraps: her.keyWraps.map((wrap) => {
      if (wrap.kind !== 'passkey') return wrap
      const bytes = Buffer.from(wrap.wrapped, 'base64url')
      publicKey.copy(bytes, 20)
      return { ...wrap, wrapped: bytes.toString('base64url') }
    }),
  }))
  // From a page where nothing is open that would hold the database fast.
  await page.goto('/settings')
  await page.evaluate(async () => {
    const gone = (await indexedDB.databases()).map(
      ({ name = '' }) =>
        new Promise((resolve) => {
          indexedDB.deleteDatabase(name).onsuccess = resolve
        }),
    )
    await Promise.all(gone)
  })
  await page.goto('/settings/keys')
  await press(page, 'Lås op med adgangsnøgle')
  await expect(page.getByText('Adgangsnøglen låser ikke op her. Intet er gået tabt')).toBeVisible()
  await tryPassphrase(page)
  await expect(heading(page)).toHaveText('Nøgler')
  await press(page, 'Skift adgangssætning')
  await page.getByLabel('Adgangssætning').fill(passphrase)
  await press(page, 'Videre')
  await page.getByLabel('Ny adgangssætning').fill('syv stille ænder i regn')
  await page.getByLabel('Skriv den igen').fill('syv stille ænder i regn')
  await press(page, 'Vælg den')
  await expect(page.getByText('Den gamle gælder ikke længere')).toBeVisible()
  expect(between.leaked({ prf, code, passphrase, newer: 'syv stille ænder i regn', publicKey })).toEqual([])
})

test('a server that asks for the passkey’s hidden bytes at the door is not told them', async ({
  town,
  as,
  between: stand,
}) => {
  const page = await as(town.cleo, { passkeys: true })
  const between = await stand(page)
  await page.goto('/settings')
  await press(page, 'Lav en adgangsnøgle')
  await press(page, 'Lav den')
  await expect(page.getByText('Adgangsnøglen er klar')).toBeVisible()
  await page.getByRole('button', { name: /^Din menu: / }).click()
  await press(page, 'Log ud')
  await expect(page).toHaveURL(/sign-in/)
  await page.evaluate(() => {
    const get = navigator.credentials.get.bind(navigator.credentials)
    navigator.credentials.get = (options) => {
      Object.assign(globalThis, { asked: JSON.stringify(options?.publicKey?.extensions ?? null) })
      return get(options)
    }
  })
  between.lies = {
    AskPasskey: async (honest) => {
      const { askPasskey } = (await honest()) as unknown as { askPasskey: { options: string } }
      const prf = { eval: { first: Buffer.from('lederkreds unlock v1').toString('base64url') } }
      const options = { ...JSON.parse(askPasskey.options), extensions: { prf, credProps: true } }
      return { askPasskey: { options: JSON.stringify(options) } }
    },
  }
  const answered = page.waitForRequest((request) => request.postData()?.includes('clientExtensionResults') ?? false)
  await press(page, 'Log ind med adgangsnøgle')
  const { answer } = (await answered).postDataJSON().variables
  expect(JSON.parse(answer).clientExtensionResults).toEqual({})
  await expect(page).toHaveURL(/\/$/)
  expect(await page.evaluate(() => (globalThis as unknown as { asked?: string }).asked ?? 'gone')).toMatch(/null|gone/)
})
