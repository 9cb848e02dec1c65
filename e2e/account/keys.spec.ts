import { expect, type Page, passphrase, test } from '../fixtures.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function choosePassphrase(page: Page, text: string) {
  await page.getByLabel('Ny adgangssætning').fill(text)
  await page.getByLabel('Skriv den igen').fill(text)
  await press(page, 'Vælg den')
}

/** Writes the code down and types it back, in small letters; answers it. */
async function takeCode(page: Page): Promise<string> {
  const code = (await page.getByRole('code').innerText()).trim().replaceAll(/\s+/g, '-')
  await page.getByLabel('Jeg har den på papir').check()
  await press(page, 'Videre')
  await page.getByLabel('Gendannelseskode').fill(code.toLowerCase())
  return code
}

async function unlock(page: Page, secret = passphrase) {
  await page.getByLabel('Adgangssætning').fill(secret)
  await press(page, 'Lås op')
}

test('she makes keys, locks them with one key, and unlocks with her passphrase', async ({ town, as }) => {
  const page = await as(town.ada)
  await page.goto('/settings/keys')
  await press(page, 'Lav mine nøgler')
  await press(page, 'Vælg en adgangssætning')
  await choosePassphrase(page, 'for kort')
  await expect(page.getByText('mindst 12 tegn, ellers')).toBeVisible()
  await choosePassphrase(page, passphrase)
  await takeCode(page)
  await press(page, 'Gem mine nøgler')
  await expect(heading(page)).toHaveText('Nøgler')

  await page.keyboard.press('l')
  await expect(heading(page)).toHaveText('Lås op')
  await expect(page).toHaveTitle('Lederkreds')
  await unlock(page, 'en helt anden sætning')
  await expect(page.getByText('Adgangssætningen passer ikke')).toBeVisible()
  await unlock(page)
  await expect(heading(page)).toHaveText('Nøgler')
})

test('a passphrase is judged by itself, not by what was written before it, however slow the judge', async ({
  town,
  as,
}) => {
  const page = await as(town.ada)
  await page.goto('/settings/keys')
  await press(page, 'Lav mine nøgler')
  await press(page, 'Vælg en adgangssætning')
  await choosePassphrase(page, 'for kort')
  await expect(page.getByText('mindst 12 tegn, ellers')).toBeVisible()
  await holdWorker(page)
  await choosePassphrase(page, passphrase)
  await page.evaluate(() => dispatchEvent(new Event('go on')))
  await expect(page.getByRole('code')).toBeVisible()
})

/** What the page asks of its worker waits until the event `go on`. What React says to itself, `null`, does not. */
const holdWorker = (page: Page) =>
  page.evaluate(() => {
    const { prototype } = MessagePort
    const post = prototype.postMessage
    const held: (() => void)[] = []
    prototype.postMessage = function (...said: unknown[]) {
      const say = () => Reflect.apply(post, this, said)
      if (said[0] === null) say()
      else held.push(say)
    }
    addEventListener('go on', () => {
      prototype.postMessage = post
      for (const say of held) say()
    })
  })

test('printed, the recovery code is one sheet of A4 with her name and nothing else of the page', async ({
  town,
  as,
}) => {
  const page = await as(town.ada)
  await page.goto('/settings/keys')
  await press(page, 'Lav mine nøgler')
  await press(page, 'Vælg en adgangssætning')
  await choosePassphrase(page, passphrase)
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await expect(page.getByRole('code')).toHaveText(/^[0-9A-Z]{26}[0-9A-Z*~$=]$/)
    for (const words of ['Ada Holm', /^Til localhost:\d+, lavet /, /Log ind på localhost/])
      await expect(page.getByText(words, { exact: true }).filter({ visible: true })).toHaveCount(1)
    for (const role of ['navigation', 'button', 'checkbox', 'heading'] as const)
      await expect(page.getByRole(role)).toHaveCount(0)
    const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g)
    expect(sheets).toHaveLength(1)
    await page.emulateMedia({ media: null })
  }
})

test('a code that is typed back wrongly is not taken', async ({ town, as }) => {
  const page = await as(town.ada)
  await page.goto('/settings/keys')
  await press(page, 'Lav mine nøgler')
  await press(page, 'Vælg en adgangssætning')
  await choosePassphrase(page, passphrase)
  const code = await takeCode(page)
  await page.getByLabel('Gendannelseskode').fill(code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A'))
  await press(page, 'Gem mine nøgler')
  await expect(page.getByText('tegn for tegn')).toBeVisible()
  await page.reload()
  await expect(heading(page)).toHaveText('Det, du skriver, bliver forseglet')
})

test('she makes a passkey and unlocks with it', async ({ town, as }) => {
  const page = await as(town.ben, { passkeys: true })
  await page.goto('/settings/keys')
  await press(page, 'Lav mine nøgler')
  await press(page, 'Brug en adgangsnøgle')
  await press(page, 'Lav en adgangsnøgle')
  await press(page, 'Lav den')
  await press(page, 'Brug adgangsnøglen')
  await takeCode(page)
  await press(page, 'Gem mine nøgler')
  await expect(heading(page)).toHaveText('Nøgler')

  await press(page, 'Lås nu')
  await press(page, 'Lås op med adgangsnøgle')
  await expect(heading(page)).toHaveText('Nøgler')
})

test('a passkey that cannot unlock is explained, and she chooses a passphrase', async ({ town, as }) => {
  const page = await as(town.cleo, { passkeys: 'withoutPrf' })
  await page.goto('/settings/keys')
  await press(page, 'Lav mine nøgler')
  await press(page, 'Brug en adgangsnøgle')
  await press(page, 'Lav en adgangsnøgle')
  await press(page, 'Lav den')
  await press(page, 'Brug adgangsnøglen')
  await expect(page.getByText('kan ikke bruge den til at låse op med', { exact: false })).toBeVisible()
  await choosePassphrase(page, passphrase)
  await takeCode(page)
  await press(page, 'Gem mine nøgler')
  await expect(heading(page)).toHaveText('Nøgler')
})

test('with the recovery code she comes in again, and the old passphrase opens no more', async ({ town, as, keys }) => {
  const { recoveryCode } = await keys(town.ada)
  const page = await as(town.ada)
  await page.goto('/settings/keys')
  await press(page, 'Brug gendannelseskoden')
  await page.getByLabel('Gendannelseskode').fill(recoveryCode.toLowerCase().replaceAll('-', ' '))
  await press(page, 'Lås op')
  await expect(heading(page)).toHaveText('Vælg en ny adgangssætning')
  await choosePassphrase(page, 'syv stille ænder i regn')
  await expect(heading(page)).toHaveText('Vil du også have en ny kode?')
  await press(page, 'Lav en ny kode')
  const newCode = await takeCode(page)
  await press(page, 'Brug den nye kode')
  await expect(heading(page)).toHaveText('Nøgler')
  expect(newCode).not.toBe(recoveryCode)

  await press(page, 'Lås nu')
  await unlock(page)
  await expect(page.getByText('Adgangssætningen passer ikke')).toBeVisible()
  await press(page, 'Brug gendannelseskoden')
  await page.getByLabel('Gendannelseskode').fill(recoveryCode)
  await press(page, 'Lås op')
  await expect(page.getByText('afløst af en nyere')).toBeVisible()
  await press(page, 'Brug en anden vej')
  await unlock(page, 'syv stille ænder i regn')
  await expect(heading(page)).toHaveText('Nøgler')
})

test('she changes her passphrase and adds a passkey, and another device follows', async ({
  town,
  as,
  keys,
  between: stand,
}) => {
  await keys(town.dan)
  const [laptop, phone] = [await as(town.dan, { passkeys: true }), await as(town.dan)]
  for (const page of [laptop, phone]) {
    await page.goto('/settings/keys')
    await unlock(page)
    await expect(heading(page)).toHaveText('Nøgler')
  }
  await press(laptop, 'Skift adgangssætning')
  await unlockForProof(laptop)
  await choosePassphrase(laptop, 'syv stille ænder i regn')
  await expect(laptop.getByText('Den gamle gælder ikke længere')).toBeVisible()

  await press(laptop, 'Lås op med en adgangsnøgle')
  await unlockForProof(laptop, 'syv stille ænder i regn')
  await press(laptop, 'Lav en adgangsnøgle')
  await laptop.getByLabel('Kald den').fill('Min bærbare')
  await press(laptop, 'Lav den')
  await press(laptop, 'Brug adgangsnøglen')
  await expect(laptop.getByText('Min bærbare')).toBeVisible()
  await press(laptop, 'Lås ikke længere op med Min bærbare')
  await laptop.getByRole('dialog').getByRole('button', { name: 'Fjern' }).click()
  await expect(laptop.getByText('Den låser ikke længere op')).toBeVisible()

  // What her phone keeps is the old one's. It hears of the new one only after she has pressed the button.
  const pressed = Promise.withResolvers<void>()
  const between = await stand(phone)
  between.lies = { Keyring: async (honest) => pressed.promise.then(honest) }
  await press(phone, 'Lås nu')
  await expect(heading(phone)).toHaveText('Lås op')
  await expect.poll(() => phone.workers().length).toBe(0)
  await phone.getByLabel('Adgangssætning').fill('syv stille ænder i regn')
  await expect.poll(() => phone.workers().length).toBe(1)
  const look = () => phone.workers()[0]?.evaluate(() => indexedDB.databases())
  await look()
  await press(phone, 'Lås op')
  await look()
  pressed.resolve()
  await expect(heading(phone)).toHaveText('Nøgler')
})

async function unlockForProof(page: Page, secret = passphrase) {
  await page.getByLabel('Adgangssætning').fill(secret)
  await press(page, 'Videre')
}

test('nothing that could be read stays when ten minutes have passed', async ({ town, as, keys }) => {
  await keys(town.eva)
  await keys(town.ada)
  const page = await as(town.eva)
  await page.clock.install()
  const path = `/networks/Network_${town.network.id}/compare/Person_${town.ada.id}`
  await page.goto(path)
  await unlock(page)
  const words = page.getByRole('region', { name: 'Jeres tolv ord' }).getByRole('listitem')
  await expect(words).toHaveCount(12)
  await expect(page).toHaveTitle('Lederkreds')
  const read = await words.allInnerTexts()
  await press(page, 'Ordene er ens')
  await expect(page.getByText('I har sammenlignet ord')).toBeVisible()
  await expect.poll(() => page.workers().length).toBe(1)

  // Time goes on beside: a slow machine may use a minute of the ten.
  await page.clock.fastForward('09:00')
  await expect(words).toHaveCount(12)
  await page.clock.fastForward('01:05')
  await expect(heading(page)).toHaveText('Lås op')
  await expect.poll(() => page.workers().length).toBe(0)
  expect(await page.content()).not.toContain(`>${read[0]}<`)
  const kept = await page.evaluate(everythingKept)
  expect(kept.stores).toContain('item')
  expect(kept.text).not.toContain(town.ada.id)
  expect(kept.text).not.toContain('verdicts')
})

/** What the browser keeps of this site, as text: IndexedDB, local and session storage, caches. */
async function everythingKept() {
  const parts: unknown[] = [{ ...localStorage }, { ...sessionStorage }, await caches.keys()]
  const stores: string[] = []
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name ?? '')
      request.onsuccess = () => resolve(request.result)
    })
    for (const store of db.objectStoreNames) {
      stores.push(store)
      parts.push(
        await new Promise((resolve) => {
          const request = db.transaction(store).objectStore(store).getAll()
          request.onsuccess = () => resolve(request.result)
        }),
      )
    }
    db.close()
  }
  const spelled = (_key: string, value: unknown) =>
    value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value
  return { stores, text: JSON.stringify(parts, spelled) }
}

test('locking one tab locks the other, and signing out locks too', async ({ town, as, keys }) => {
  await keys(town.finn)
  const page = await as(town.finn)
  const other = await page.context().newPage()
  for (const tab of [page, other]) {
    await tab.goto('/settings/keys')
    await unlock(tab)
    await expect(heading(tab)).toHaveText('Nøgler')
  }
  await page.getByRole('button', { name: /^Din menu: / }).click()
  await press(page, 'Lås')
  for (const tab of [page, other]) await expect(heading(tab)).toHaveText('Lås op')

  await unlock(other)
  await expect(heading(other)).toHaveText('Nøgler')
  await other.getByRole('button', { name: /^Din menu: / }).click()
  await press(other, 'Log ud')
  await expect(other).toHaveURL(/sign-in/)
  await expect.poll(() => other.workers().length).toBe(0)
})

test('who has lost everything begins again, after being told what goes', async ({ town, as, keys }) => {
  await keys(town.ada)
  const page = await as(town.ada)
  await page.goto('/settings/keys')
  await press(page, 'Jeg har mistet det hele')
  await expect(page.getByText('0 forseglede sider')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Slet det, og lav nye nøgler' })).toBeDisabled()
  await page.getByLabel(/Skriv ordet/).fill('slet')
  await press(page, 'Slet det, og lav nye nøgler')
  await press(page, 'Lav mine nøgler')
  await press(page, 'Vælg en adgangssætning')
  await choosePassphrase(page, 'syv stille ænder i regn')
  await takeCode(page)
  await press(page, 'Gem mine nøgler')
  await expect(heading(page)).toHaveText('Nøgler')
  await press(page, 'Lås nu')
  await unlock(page, 'syv stille ænder i regn')
  await expect(heading(page)).toHaveText('Nøgler')

  await page.getByRole('region', { name: 'Slet alt' }).getByRole('button').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Slet alt, hvad der er forseglet' }).click()
  await expect(heading(page)).toHaveText('Det, du skriver, bliver forseglet')
})

test('compared words are known on her other device, and a changed key stops sealing', async ({ town, as, keys }) => {
  await keys(town.ada)
  const lost = await keys(town.ben)
  const [laptop, phone, his] = [await as(town.ada), await as(town.ada), await as(town.ben)]
  const about = (id: string) => `/networks/Network_${town.network.id}/compare/Person_${id}`
  await laptop.goto(`/networks/Network_${town.network.id}`)
  await laptop.getByRole('link', { name: 'Sammenlign ord med Ben Friis' }).click()
  await unlock(laptop)
  await his.goto(about(town.ada.id))
  await unlock(his)
  const words = (page: Page) => page.getByRole('region', { name: 'Jeres tolv ord' }).getByRole('listitem')
  await expect(words(laptop)).toHaveCount(12)
  await expect(words(his)).toHaveText(await words(laptop).allInnerTexts())
  await press(laptop, 'Ordene er ens')
  await expect(laptop.getByText('I har sammenlignet ord')).toBeVisible()

  await phone.goto(about(town.ben.id))
  await unlock(phone)
  await expect(words(phone)).toHaveCount(12)
  await expect(async () => {
    await phone.evaluate(() => dispatchEvent(new Event('focus')))
    await expect(phone.getByText('I har sammenlignet ord')).toBeVisible({ timeout: 1_000 })
  }).toPass()

  await keys(town.ben, lost)
  await phone.reload()
  await unlock(phone)
  await expect(phone.getByText('Ben Friis har fået nye nøgler')).toBeVisible()
  await press(phone, 'De er forskellige')
  await expect(phone.getByText('Du har sagt, at ordene er forskellige')).toBeVisible()
})

test('the worker that holds the keys reaches no network', async ({ town, as, keys }) => {
  await keys(town.ada)
  const page = await as(town.ada)
  await page.goto('/settings/keys')
  await unlock(page)
  await expect(heading(page)).toHaveText('Nøgler')
  await expect.poll(() => page.workers().length).toBe(1)
  const [worker] = page.workers()
  const tried = await worker?.evaluate(() =>
    fetch('/healthz').then(
      () => 'reached',
      (error) => String(error),
    ),
  )
  expect(tried).toContain('TypeError')
  const [address = '', own] = [worker?.url(), await page.request.get('/settings')]
  const policy = (await page.request.get(address)).headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('connect-src')
  expect(own.headers()['content-security-policy']).not.toContain('wasm-unsafe-eval')
})
