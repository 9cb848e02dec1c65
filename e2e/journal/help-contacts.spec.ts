import { expect, test, unlock } from '../fixtures.ts'

test('an administrator names whom to talk to, and everybody reads it from the journal', async ({ town, as, keys }) => {
  const admin = await as(town.admin)
  await admin.goto('/admin')
  await admin.getByRole('link', { name: 'Hjælp i en svær uge' }).click()
  await expect(admin.getByText('Lige nu gælder den liste, der følger med Lederkreds.')).toBeVisible()
  await expect(admin.getByText('Deltagelse: kan ses af alle i organisationen').first()).toBeVisible()
  const danish = admin.getByRole('region', { name: 'På dansk' })
  await danish.getByRole('button', { name: 'Tilføj en kontakt' }).click()
  const added = danish.getByRole('region', { name: 'Kontakt 5' })
  await added.getByLabel('Telefon').fill('ring')
  await admin.getByRole('button', { name: 'Gem listen' }).click()
  await expect(admin.getByText('Listen er ikke gemt endnu.')).toBeVisible()
  await added.getByLabel('Telefon').fill('70 20 12 01')
  await added.getByLabel('Hvem').fill('Kommunens rådgivning')
  await danish.getByRole('button', { name: 'Flyt op: Kommunens rådgivning' }).click()
  await admin.getByRole('button', { name: 'Gem listen' }).click()
  await expect(admin.getByText('Det her er jeres egen liste.')).toBeVisible()

  await keys(town.ada)
  const ada = await as(town.ada)
  await ada.goto('/journal/help')
  await unlock(ada)
  await expect(ada.getByRole('link', { name: 'Ring 70 20 12 01' })).toHaveAttribute('href', 'tel:70201201')
  await expect(ada.getByRole('main').getByRole('heading', { level: 2 }).nth(3)).toHaveText('Kommunens rådgivning')

  await admin.getByRole('button', { name: 'Brug den medfølgende liste igen' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Brug den medfølgende liste igen' }).click()
  await expect(admin.getByText('Lige nu gælder den liste, der følger med Lederkreds.')).toBeVisible()
  const answered = ada.waitForResponse((response) => response.request().postData()?.includes('"HelpContacts"') ?? false)
  await ada.reload()
  await unlock(ada)
  await answered
  await expect(ada.getByRole('link', { name: 'Ring 112' })).toBeVisible()
  await expect(ada.getByText('Kommunens rådgivning')).toHaveCount(0)

  await ada.goto('/participation/log')
  const acts = ada.getByRole('row').filter({ hasText: 'Astrid Lund' })
  await expect(acts).toContainText([
    'Tog den medfølgende liste over hjælp i brug igen',
    'Ændrede listen over hjælp i en svær uge',
  ])
  await expect(acts.first()).toContainText('Alle i organisationen')
})

test('nobody else edits it', async ({ town, as }) => {
  for (const person of [town.ada, town.consultant]) {
    const page = await as(person)
    await page.goto('/admin/help')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Siden findes ikke')
  }
})
