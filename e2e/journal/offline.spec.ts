import { expect, isKept, openJournal, type Page, test, unlock } from '../fixtures.ts'

const isLocked = (page: Page) => expect(page.getByRole('button', { name: 'Lås op', exact: true })).toBeVisible()
const rows = (page: Page) => page.getByRole('link', { name: /Tanke \d+/ })

async function write(page: Page, text: string) {
  await page.getByRole('link', { name: /^Skriv (?:i dagbogen|videre)$/ }).click()
  await page.getByLabel('Hvad satte det i gang?').fill(text)
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page).toHaveURL(/\/journal$/)
}

/** The process behind a tab ends, as when a phone needs its memory. */
async function killTab(page: Page): Promise<Page> {
  const context = page.context()
  const session = await context.newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => {})
  await crashed
  await page.close()
  return context.newPage()
}

/** From now on each answer takes a tenth of a second, as in a train: whoever looks now and then sees what is on its way. */
async function slowLine(page: Page) {
  const session = await page.context().newCDPSession(page)
  const unbounded = { downloadThroughput: -1, uploadThroughput: -1 }
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 100, ...unbounded })
}

test('without a network the journal is locked, opens with the passphrase, and takes what she writes', async ({
  town,
  as,
  keys,
  server,
}) => {
  await keys(town.ada)
  const ada = await as(town.ada, { goesOffline: true })
  await openJournal(ada)
  await isKept(ada)
  await ada.context().setOffline(true)
  await ada.reload()
  await isLocked(ada)
  await expect(ada.getByText('Ingen forbindelse. Dagbogen virker.')).toBeVisible()
  await expect(ada.getByRole('link', { name: 'Dagbog', exact: true })).toBeVisible()
  await expect(ada.getByRole('link', { name: 'Netværk', exact: true })).toHaveCount(0)

  const policies = await ada.evaluate(async () => {
    const [name = ''] = await caches.keys()
    const cache = await caches.open(name)
    const workers = (await cache.keys()).filter(({ url }) => url.includes('/assets/vault-worker'))
    return Promise.all(workers.map(async (key) => (await cache.match(key))?.headers.get('content-security-policy')))
  })
  expect(policies).toEqual(["default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'"])

  for (const page of ['new', 'exercises', 'exercises/dagslut', 'help', 'settings']) {
    await ada.goto(`/journal/${page}`)
    await isLocked(ada)
  }
  await ada.goto('/journal')
  await unlock(ada)
  await write(ada, 'Skrevet i toget')
  await expect(ada.getByText('Gemt på denne enhed, ikke sendt endnu').first()).toBeVisible()
  await ada.getByRole('button', { name: 'Din menu: Dig' }).click()
  await ada.getByRole('button', { name: 'Lås', exact: true }).click()
  await isLocked(ada)
  await unlock(ada)
  await ada.getByRole('link', { name: /^Skriv/ }).click()
  await ada.getByLabel('Hvad satte det i gang?').fill('Begyndt i tunnelen')

  await ada.context().setOffline(false)
  await expect(ada.getByRole('link', { name: 'Netværk', exact: true })).toBeVisible()
  await expect(ada.getByLabel('Hvad satte det i gang?')).toHaveValue('Begyndt i tunnelen')
  await expect
    .poll(() => server.look(`SELECT version FROM sealed_item WHERE owner_id = $1 AND kind = 'journal'`, [town.ada.id]))
    .toEqual([{ version: 1 }])
})

test('a session that ends while she writes keeps what she has written', async ({ town, as, keys, server }) => {
  await keys(town.ben)
  const ben = await as(town.ben)
  await openJournal(ben)
  await ben.getByRole('link', { name: 'Skriv i dagbogen' }).click()
  await ben.getByLabel('Hvad satte det i gang?').fill('Midt i en sætning')
  await server.look('DELETE FROM session WHERE person_id = $1', [town.ben.id])
  await ben.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(ben).toHaveURL(/\/sign-in\?next=%2Fjournal%2Fnew$/)

  const token = await server.seed((seed) => seed.session(town.ben))
  await ben.context().addCookies([{ name: 'lederkreds-session', value: token, url: server.settings.PUBLIC_URL }])
  await ben.goto('/journal/new')
  await unlock(ben)
  await expect(ben.getByLabel('Hvad satte det i gang?')).toHaveValue('Midt i en sætning')
})

test('somebody else on the same device meets her own gate', async ({ town, as, keys, server }) => {
  await keys(town.cleo)
  const cleo = await as(town.cleo, { goesOffline: true })
  await openJournal(cleo)
  await write(cleo, 'Kun min')
  await isKept(cleo)
  await cleo.getByRole('button', { name: /^Din menu/ }).click()
  await cleo.getByRole('button', { name: 'Log ud' }).click()
  await expect(cleo).toHaveURL(/\/sign-in$/)

  const token = await server.seed((seed) => seed.session(town.dan))
  await cleo.context().addCookies([{ name: 'lederkreds-session', value: token, url: server.settings.PUBLIC_URL }])
  await cleo.goto('/journal')
  await expect(cleo.getByRole('button', { name: 'Lav mine nøgler' })).toBeVisible()
  await expect(cleo.getByText('Kun min')).toHaveCount(0)
})

test('sixty thoughts from a train arrive once each, though the tab dies and the server is killed', async ({
  killable,
  keys,
  as,
}) => {
  test.setTimeout(420_000)
  const eva = await killable.seed((seed) => seed.person(seed.organisation('Sønderby Kommune'), { name: 'Eva Toft' }))
  const arrived = async () => {
    const found = await killable.look<{ id: string; version: number }>(
      `SELECT id, version FROM sealed_item WHERE kind = 'journal'`,
    )
    return found.filter(({ version }) => version === 1).length
  }
  await keys(eva, undefined, killable)
  let phone = await as(eva, { at: killable, goesOffline: true })
  await openJournal(phone)
  await isKept(phone)
  await phone.context().setOffline(true)
  for (let number = 1; number <= 60; number++) {
    await write(phone, `Tanke ${number}`)
    if (number % 25 !== 0) continue
    phone = await killTab(phone)
    await phone.goto('/journal')
    await unlock(phone)
  }
  expect(await arrived()).toBe(0)

  await phone.context().setOffline(false)
  await slowLine(phone)
  for (const enough of [5, 20, 40]) {
    await expect.poll(arrived, { timeout: 60_000, intervals: [20] }).toBeGreaterThanOrEqual(enough)
    await killable.kill()
    expect(await arrived()).toBeLessThan(60)
    await killable.start()
    await phone.evaluate(() => dispatchEvent(new Event('focus')))
  }
  await expect.poll(arrived, { timeout: 60_000 }).toBe(60)
  await expect(phone.getByText('ikke sendt endnu')).toHaveCount(0)
  expect(await killable.look(`SELECT FROM sealed_item WHERE kind = 'journal'`)).toHaveLength(60)

  const laptop = await as(eva, { at: killable })
  await laptop.goto('/journal')
  await unlock(laptop)
  const older = laptop.getByRole('button', { name: 'Vis mere' })
  const shown = async () => {
    if (await older.isVisible()) await older.click()
    return rows(laptop).count()
  }
  await expect.poll(shown).toBe(60)
  const texts = (await rows(laptop).allInnerTexts()).map((text) => Number(/Tanke (\d+)/.exec(text)?.[1]))
  expect(texts.sort((one, other) => one - other)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
})
