import { expect, isKept, type Page, test } from '../fixtures.ts'

const kept = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })

const lost = (page: Page) => page.getByText('Ingen forbindelse. Dagbogen virker.')

test('the app opens without a network for whoever used it last, and comes back by itself', async ({ town, as }) => {
  const ada = await as(town.ada, { goesOffline: true })
  await ada.goto('/')
  await expect(ada.getByRole('heading', { level: 1 })).toBeVisible()
  await isKept(ada)
  await expect(lost(ada)).toBeHidden()

  await ada.context().setOffline(true)
  await expect(lost(ada)).toBeVisible()
  await ada.reload()

  await expect(lost(ada)).toBeVisible()
  await expect(ada.getByRole('navigation', { name: 'Hovedmenu' })).toBeVisible()
  await expect(ada.getByRole('link', { name: 'Netværk' })).toHaveCount(0)
  await expect(ada.getByRole('alert')).toContainText('Vi kan ikke nå serveren lige nu.')

  await ada.context().setOffline(false)
  await expect(lost(ada)).toBeHidden()
  await expect(ada.getByRole('link', { name: 'Netværk', exact: true })).toBeVisible()
  await expect(ada.getByRole('alert')).toHaveCount(0)
})

test('the app opens when the server is gone, and notices when it is back', async ({ killable, as }) => {
  test.setTimeout(120_000)
  const ada = await killable.seed((seed) => seed.person(seed.organisation('Sønderby Kommune'), { name: 'Ada Holm' }))
  const page = await as(ada, { at: killable, goesOffline: true })
  await page.goto('/networks')
  await isKept(page)

  await killable.kill()
  await page.goto('/')

  await expect(lost(page)).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('Vi kan ikke nå serveren lige nu.')

  await killable.start()
  await expect(lost(page)).toBeHidden({ timeout: 30_000 })
  await expect(page.getByRole('button', { name: 'Din menu: Ada Holm' })).toBeVisible()
})

test('a session that ends while one is offline leads to the door only when the server says so', async ({
  town,
  as,
}) => {
  const ben = await as(town.ben, { goesOffline: true })
  await ben.goto('/')
  await isKept(ben)
  await ben.context().setOffline(true)
  await ben.context().clearCookies()
  await ben.reload()
  await expect(lost(ben)).toBeVisible()
  expect(new URL(ben.url()).pathname).toBe('/')

  await ben.context().setOffline(false)
  await expect(ben).toHaveURL(/\/sign-in\?next=%2F$/)
})

test('signing out leaves the empty app on the device, and nobody to open it for', async ({ town, as }) => {
  const cleo = await as(town.cleo, { goesOffline: true })
  await cleo.goto(`/networks/Network_${town.network.id}`)
  await expect(cleo.getByRole('heading', { level: 1 })).toHaveText('Skolelederne Nord')
  await isKept(cleo)
  await cleo.reload()
  await expect(cleo.getByRole('heading', { level: 1 })).toHaveText('Skolelederne Nord')
  expect(await cleo.evaluate(() => localStorage.getItem('lederkreds.person'))).toBe(town.cleo.id)

  await cleo.getByRole('button', { name: /^Din menu/ }).click()
  await cleo.getByRole('button', { name: 'Log ud' }).click()
  await expect(cleo).toHaveURL(/\/sign-in$/)

  const shell = /^\/(?:$|manifest\.webmanifest$|icon\.svg$|assets\/[\w.-]+\.(?:js|css|woff2)$)/
  const files = await kept(cleo)
  expect(files.length).toBeGreaterThan(20)
  expect(files.filter((path) => !shell.test(path))).toEqual([])
  const readable = await cleo.evaluate(async () => {
    const names = await caches.keys()
    const texts = await Promise.all(
      names.map(async (name) => {
        const cache = await caches.open(name)
        return Promise.all((await cache.keys()).map(async (key) => (await cache.match(key))?.text() ?? ''))
      }),
    )
    return [...texts.flat(), JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })].join('\n')
  })
  for (const secret of [town.cleo.id, town.cleo.name, 'Skolelederne Nord']) expect(readable).not.toContain(secret)

  await cleo.context().setOffline(true)
  await cleo.goto('/')
  await expect(cleo.getByRole('alert')).toContainText('Vi kan ikke nå serveren lige nu.')
  await expect(lost(cleo)).toBeHidden()
})
