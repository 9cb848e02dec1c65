import { expect, test } from '../fixtures.ts'

test('an administrator adds people by pasting a list, and one of them signs in', async ({
  town,
  as,
  visitor,
  mailbox,
}) => {
  const page = await as(town.admin)
  const email = `mette.${town.organisation.slice(-8)}@sonderby.dk`
  await page.goto('/admin/people')
  await page.getByRole('link', { name: 'Tilføj personer' }).click()
  await page
    .getByLabel('Liste')
    .fill(
      `Navn;Mail;Stilling;Arbejdsplads;Niveau\nMette Ø. Holm;${email};Skoleleder;Nordskolen;3\n${town.ada.email}\nuden mail\n${email}`,
    )
  await expect(page.getByText('1 ny person')).toBeVisible()
  await expect(page.getByText('1 er her allerede og bliver ikke ændret')).toBeVisible()
  await expect(page.getByText('1 står flere gange på listen; den første tæller')).toBeVisible()
  await expect(page.getByText('1 linje kan ikke bruges')).toBeVisible()
  await page.getByRole('button', { name: 'Tilføj 1 person' }).click()
  await expect(page.getByText('1 person er tilføjet.')).toBeVisible()

  await page.getByRole('searchbox').fill('nordskolen ø.')
  const row = page.getByRole('row', { name: /Mette Ø\. Holm/ })
  await expect(row).toContainText(email)
  await expect(page.getByRole('row')).toHaveCount(2)

  const mette = await visitor()
  await mette.goto('/sign-in')
  await mette.getByLabel('Mailadresse').fill(email)
  await mette.getByRole('button', { name: 'Send mig en kode' }).click()
  const letter = await mailbox.letterTo(email)
  await mette.getByLabel('Koden på seks cifre').fill(/\d{6}/.exec(letter.subject)?.[0] ?? '')
  await mette.getByRole('button', { name: 'Log ind', exact: true }).click()
  await expect(mette.getByRole('button', { name: 'Din menu: Mette Ø. Holm' })).toBeVisible()
})

test('an administrator confirms that it is her before she gives a role, and the last one stays', async ({
  town,
  server,
  visitor,
  mailbox,
}) => {
  const token = await server.seed((seed) => seed.session(town.admin, { steppedUp: false }))
  const page = await visitor()
  await page.context().addCookies([{ name: 'lederkreds-session', value: token, url: server.settings.PUBLIC_URL }])
  await page.goto(`/admin/people/Person_${town.stranger.id}`)
  await page.getByRole('switch', { name: /Konsulent/ }).click({ force: true })
  const dialog = page.getByRole('dialog', { name: 'Bekræft, at det er dig' })
  await dialog.getByRole('button', { name: 'Send mig en kode' }).click()
  const letter = await mailbox.letterTo(town.admin.email)
  await dialog.getByLabel('Koden på seks cifre').fill(/\d{6}/.exec(letter.subject)?.[0] ?? '')
  await dialog.getByRole('button', { name: 'Bekræft', exact: true }).click()
  await expect(page.getByText('Gry Vang er nu konsulent.')).toBeVisible()
  await expect(page.getByRole('switch', { name: /Konsulent/ })).toBeChecked()

  await page.goto(`/admin/people/Person_${town.admin.id}`)
  await page.getByRole('switch', { name: /Administrator/ }).click({ force: true })
  await expect(page.getByText(/Det er den sidste administrator/)).toBeVisible()
  await expect(page.getByRole('switch', { name: /Administrator/ })).toBeChecked()
})

test('a new manager in the same network is a warning to the administrator', async ({ town, as }) => {
  const page = await as(town.admin)
  await page.goto(`/admin/people/Person_${town.ada.id}`)
  await page.getByRole('combobox', { name: 'Refererer til' }).fill('ben')
  await page.getByRole('option', { name: /Ben Friis/ }).click()
  await page.getByLabel('Ledelsesniveau').selectOption('Niveau 4')
  await page.getByRole('button', { name: 'Gem pladsen' }).click()
  await expect(page.getByRole('alert')).toContainText('Ada Holm og Ben Friis i Skolelederne Nord')

  await page.goto(`/admin/people/Person_${town.ben.id}`)
  await page.getByRole('combobox', { name: 'Refererer til' }).fill('ada')
  await page.getByRole('option', { name: /Ada Holm/ }).click()
  await page.getByRole('button', { name: 'Gem pladsen' }).click()
  await expect(page.getByText(/Det ville gå i ring/)).toBeVisible()
})

test('somebody who is shut out is signed out, and a leader never gets to these pages', async ({ town, as }) => {
  const [page, ada, ben] = [await as(town.admin), await as(town.ada), await as(town.ben)]
  await ada.goto(`/networks/Network_${town.network.id}`)
  await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Skolelederne Nord')
  await page.goto(`/admin/people/Person_${town.ada.id}`)
  await page.getByRole('button', { name: 'Luk adgangen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Luk adgangen' }).click()
  await expect(page.getByText(/Adgangen er lukket siden/)).toBeVisible()
  await expect(ada).toHaveURL(/\/sign-in/, { timeout: 15_000 })

  for (const path of ['/admin/people', `/admin/people/Person_${town.ada.id}`]) {
    await ben.goto(path)
    await expect(ben.getByRole('heading', { level: 1 })).toHaveText('Siden findes ikke')
  }
})

test('an administrator corrects a name and an address, and the person reads so in the log', async ({ town, as }) => {
  const [page, ada] = [await as(town.admin), await as(town.ada)]
  await page.goto(`/admin/people/Person_${town.ada.id}`)
  await page.getByLabel('Navn', { exact: true }).fill('Ada Holm-Dam')
  await page.getByRole('button', { name: 'Gem navn og arbejde' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ada Holm-Dam')
  const corrected = `ada.${town.organisation.slice(-8)}@sonderby.dk`
  const address = page.getByRole('region', { name: 'Mailadresse' })
  await address.getByLabel('Mailadresse').fill(corrected)
  await address.getByRole('button', { name: 'Gem adressen' }).click()
  await expect(page.getByText('Adressen er ændret.')).toBeVisible()
  await expect(page.getByText(`Kan logge ind med ${corrected}.`)).toBeVisible()

  await ada.goto('/participation/log')
  await expect(ada.getByRole('row', { name: /Rettede mailadressen/ })).toContainText('Ada Holm-Dam')
  await expect(ada.getByRole('row', { name: /Rettede navn eller arbejde/ })).toBeVisible()
})

test('who is no longer a consultant is out of her networks, and their members read so', async ({ town, as }) => {
  const [page, ada, kim] = [await as(town.admin), await as(town.ada), await as(town.consultant)]
  await kim.goto('/consultant')
  await expect(kim.getByText('Skolelederne Nord')).toBeVisible()
  await page.goto(`/admin/people/Person_${town.consultant.id}`)
  await page.getByRole('switch', { name: /Konsulent/ }).click({ force: true })
  await expect(page.getByText(/er ikke længere konsulent og har ikke mere adgang/)).toBeVisible()

  await kim.goto(`/networks/Network_${town.network.id}`)
  await expect(kim.getByRole('heading', { level: 1 })).toHaveText('Siden findes ikke')
  await ada.goto('/participation/log')
  await expect(ada.getByRole('row', { name: /Tog en rolle: konsulent/ })).toContainText('Skolelederne Nord')
})
