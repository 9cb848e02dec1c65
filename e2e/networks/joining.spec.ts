import type { Page } from '../fixtures.ts'
import { expect, test } from '../fixtures.ts'

/** The personal link in the newest invitation to an address. */
async function linkTo(mailbox: { letterTo(address: string, filter: object): Promise<{ text: string }> }, address: string, subject: string) {
  const { text } = await mailbox.letterTo(address, { subject })
  return /http\S+\/invitation#[\w-]+/.exec(text)?.[0] ?? ''
}

async function enterCode(page: Page, mailbox: { letterTo(address: string, filter: object): Promise<{ subject: string }> }, address: string, label: string, go: string) {
  const { subject } = await mailbox.letterTo(address, { subject: /\d{6}/ })
  await page.getByLabel(label).fill(/\d{6}/.exec(subject)?.[0] ?? '')
  await page.getByRole('button', { name: go }).click()
}

test('a consultant sets a network up, and a leader joins it through her mail on her phone', async ({ town, as, visitor, mailbox }) => {
  const address = `mette.${town.network.id.slice(-8)}@nabokommunen.dk`
  const kim = await as(town.consultant)
  await kim.goto('/consultant')
  await kim.getByRole('link', { name: 'Nyt netværk' }).click()
  await kim.getByRole('button', { name: 'Begynd med Hjemmenetværk' }).click()
  await kim.getByLabel('Hvad skal netværket hedde?').fill('Skolelederne Syd')
  await expect(kim.getByText('Gemt', { exact: true })).toBeVisible()

  await kim.getByRole('button', { name: 'Videre til Medlemmer' }).click()
  await kim.getByLabel('Find en kollega').fill('Gry')
  await kim.getByRole('button', { name: 'Tilføj Gry Vang' }).click()
  await kim.getByLabel('Indsæt en liste').fill(`Mette Holm <${address}>\nBo Lund;bo.${address};Skoleleder;Vestskolen\nikke en adresse`)
  await kim.getByRole('button', { name: 'Tilføj 2' }).click()
  await expect(kim.getByRole('list', { name: 'Råd' })).toContainText('3 er få')

  await kim.getByRole('button', { name: 'Videre til Spilleregler' }).click()
  await expect(kim.getByLabel('Overskrift').first()).toHaveValue('Formål og deltagelse')
  await kim.getByRole('button', { name: 'Videre til Rytme og metoder' }).click()
  await expect(kim.getByRole('list', { name: 'Datoerne' }).getByRole('listitem')).not.toHaveCount(0)
  await kim.getByRole('button', { name: 'Videre til Se igennem' }).click()
  await kim.getByRole('button', { name: 'Sæt i gang, og send 3 invitationer' }).click()
  await expect(kim.getByRole('row', { name: /Mette Holm/ })).toContainText('Sendt', { timeout: 15_000 })

  const mette = await visitor({ viewport: { width: 390, height: 844 }, hasTouch: true })
  await mette.goto(await linkTo(mailbox, address, 'inviteret'))
  await expect(mette.getByRole('heading', { name: 'Skolelederne Syd' })).toBeVisible()
  await mette.getByRole('button', { name: 'Ja tak, jeg vil være med' }).click()
  await mette.getByLabel('Arbejdsplads').fill('Søndre Skole')
  await mette.getByRole('button', { name: 'Send mig en kode' }).click()
  await enterCode(mette, mailbox, address, 'Koden på seks cifre', 'Log ind')
  await mette.getByRole('button', { name: 'Ikke nu' }).click()
  await expect(mette.getByRole('heading', { name: 'Spilleregler for Skolelederne Syd' })).toBeVisible()
  await expect(kim.getByText('Læser spillereglerne')).toBeVisible()
  await mette.getByRole('button', { name: 'Jeg siger ja til spillereglerne' }).click()
  await expect(mette.getByRole('heading', { name: 'Skolelederne Syd', level: 1 })).toBeVisible()
  await expect(mette.getByRole('region', { name: 'Medlemmer' })).toContainText('Søndre Skole')
  await expect(kim.getByText('Læser spillereglerne')).toHaveCount(0)
})
