import { expect, test } from '../fixtures.ts'

test('ending a session signs the other browser out by itself', async ({ town, as }) => {
  const [phone, laptop] = [await as(town.ada), await as(town.ada)]
  await laptop.goto(`/networks/Network_${town.network.id}`)
  await expect(laptop.getByRole('heading', { level: 1 })).toHaveText('Skolelederne Nord')
  await phone.goto('/settings')
  const sessions = phone.getByRole('region', { name: 'Her er du logget ind' })
  await expect(sessions.getByRole('listitem')).toHaveCount(2)
  await expect(sessions.getByText('Denne browser')).toHaveCount(1)

  await sessions
    .getByRole('button', { name: /^Log ud: / })
    .first()
    .click()

  await expect(laptop).toHaveURL(/\/sign-in\?next=/, { timeout: 15_000 })
  await expect(sessions.getByRole('listitem')).toHaveCount(1)
})

test('language and look are taken over at once, and on her other device', async ({
  town,
  as,
  server,
  between: stand,
}) => {
  const [phone, laptop] = [await as(town.ben), await as(town.ben)]
  // The answer about the language comes after she has chosen the look as well.
  const both = Promise.withResolvers<void>()
  const between = await stand(phone)
  between.lies = { ChoosePreferences: async (honest) => both.promise.then(honest) }
  await phone.goto('/settings')
  await phone.getByRole('radio', { name: 'English' }).check()
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Settings')
  await phone.getByText('Dark', { exact: true }).click()
  await expect(phone.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  both.resolve()
  const kept = () => server.look('SELECT locale, theme FROM account WHERE person_id = $1', [town.ben.id])
  await expect.poll(kept).toEqual([{ locale: 'en', theme: 'dark' }])

  await laptop.goto('/settings')
  await expect(laptop.getByRole('heading', { level: 1 })).toHaveText('Settings')
  await expect(laptop.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expect(laptop.locator('html')).toHaveAttribute('lang', 'en')
})

test('who comes with an English browser and has chosen Danish sees that Danish is chosen', async ({ town, as }) => {
  const page = await as(town.dan, { locale: 'en-GB' })
  await page.goto('/settings')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Indstillinger')
  await expect(page.getByRole('radio', { name: 'Dansk' })).toBeChecked()
})

test('two open pages do not overwrite each other', async ({ town, as }) => {
  const [first, second] = [await as(town.cleo), await as(town.cleo)]
  for (const page of [first, second]) await page.goto('/settings')
  for (const [page, title] of [
    [first, 'Områdeleder'],
    [second, 'Afdelingsleder'],
  ] as const) {
    await page.getByLabel('Stilling').fill(title)
    await page.getByRole('button', { name: 'Gem', exact: true }).click()
    if (page === first) await expect(page.getByText('Gemt.')).toBeVisible()
  }
  await expect(second.getByText(/Det er rettet et andet sted/)).toBeVisible()
  await second.reload()
  await expect(second.getByLabel('Stilling')).toHaveValue('Områdeleder')
})

test('a new mail address counts once the code that it got has been typed; the old one is told', async ({
  town,
  as,
  mailbox,
}) => {
  const page = await as(town.dan)
  const wanted = `ny.${town.organisation.slice(-8)}@sonderby.dk`
  await page.goto('/settings')
  const section = page.getByRole('region', { name: 'Mailadresse' })
  await expect(section).toContainText(town.dan.email)
  await section.getByLabel('Ny mailadresse').fill(wanted)
  await section.getByRole('button', { name: 'Send en kode til den nye adresse' }).click()
  const letter = await mailbox.letterTo(wanted)
  await section.getByLabel('Koden på seks cifre').fill(/\d{6}/.exec(letter.subject)?.[0] ?? '')
  await section.getByRole('button', { name: 'Brug den nye adresse' }).click()

  await expect(page.getByText('Du logger nu ind med den nye adresse. Den gamle har fået besked.')).toBeVisible()
  await expect(section).toContainText(wanted)
  expect((await mailbox.letterTo(town.dan.email)).subject).toContain('er ændret')
})
