import type { Page } from '../fixtures.ts'
import { expect, test } from '../fixtures.ts'

/** The personal link in the newest invitation to an address. */
async function linkTo(
  mailbox: { letterTo(address: string, filter: object): Promise<{ text: string }> },
  address: string,
  subject: string,
) {
  const { text } = await mailbox.letterTo(address, { subject })
  return /http\S+\/invitation#[\w-]+/.exec(text)?.[0] ?? ''
}

async function enterCode(
  page: Page,
  mailbox: { letterTo(address: string, filter: object): Promise<{ subject: string }> },
  address: string,
  label: string,
  go: string,
) {
  const { subject } = await mailbox.letterTo(address, { subject: /\d{6}/ })
  await page.getByLabel(label).fill(/\d{6}/.exec(subject)?.[0] ?? '')
  await page.getByRole('button', { name: go }).click()
}

test('a consultant sets a network up, and a leader joins it through her mail on her phone', async ({
  town,
  as,
  visitor,
  mailbox,
}) => {
  const address = `mette.${town.network.id.slice(-8)}@nabokommunen.dk`
  const kim = await as(town.consultant)
  await kim.goto('/consultant')
  await kim.getByRole('link', { name: 'Nyt netværk' }).click()
  await kim.getByRole('button', { name: 'Begynd her: Hjemmenetværk' }).click()
  await kim.getByLabel('Hvad skal netværket hedde?').fill('Skolelederne Syd')
  await expect(kim.getByText('Gemt', { exact: true })).toBeVisible()

  await kim.getByRole('button', { name: 'Videre til Medlemmer' }).click()
  await kim.getByLabel('Find en kollega').fill('Gry')
  await kim.getByRole('button', { name: 'Tilføj Gry Vang' }).click()
  await kim
    .getByLabel('Indsæt en liste')
    .fill(`Mette Holm <${address}>\nBo Lund;bo.${address};Skoleleder;Vestskolen\nikke en adresse`)
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
  await expect(mette.getByRole('heading', { name: 'Skolelederne Syd', level: 1, exact: true })).toBeVisible()
  await expect(mette.getByRole('region', { name: 'Medlemmer' })).toContainText('Søndre Skole')
  await expect(kim.getByText('Læser spillereglerne')).toHaveCount(0)
})

test('a stranger with the link of someone else gets no further, signed in or not', async ({
  town,
  as,
  visitor,
  mailbox,
}) => {
  const address = `gry.${town.network.id.slice(-8)}@k.dk`
  const kim = await as(town.consultant)
  await kim.goto(`/consultant/networks/Network_${town.network.id}`)
  await kim.getByRole('button', { name: 'Invitér flere' }).click()
  await kim.getByLabel('Indsæt en liste').fill(`Gry Ny <${address}>`)
  await kim.getByRole('button', { name: 'Tilføj 1' }).click()
  await kim.getByRole('button', { name: 'Send 1 invitation' }).click()
  const link = await linkTo(mailbox, address, 'inviteret')

  const stranger = await as(town.stranger)
  await stranger.goto(link)
  await expect(stranger.getByRole('alert')).toContainText('Du er logget ind som Gry Vang')
  await expect(stranger.getByRole('button', { name: 'Ja tak, jeg vil være med' })).toHaveCount(0)

  const thief = await visitor()
  await thief.goto(link)
  await thief.getByRole('button', { name: 'Ja tak, jeg vil være med' }).click()
  await thief.getByRole('button', { name: 'Send mig en kode' }).click()
  await thief.getByLabel('Koden på seks cifre').fill('000000')
  await thief.getByRole('button', { name: 'Log ind' }).click()
  await expect(thief.getByText(/passer ikke/)).toBeVisible()
  await expect(thief.getByText(address)).toHaveCount(0)

  await kim.getByRole('button', { name: 'Træk tilbage: Gry Ny' }).click()
  await kim.getByRole('dialog').getByRole('button', { name: 'Træk tilbage', exact: true }).click()
  await expect(kim.getByRole('row', { name: /Gry Ny/ })).toContainText('Trukket tilbage')
  const late = await visitor()
  await late.goto(link)
  await expect(late.getByRole('heading', { name: 'Invitationen er trukket tilbage' })).toBeVisible()
})

test('in English: somebody invited joins, with a passkey for the next time', async ({
  server,
  as,
  visitor,
  mailbox,
}) => {
  const { kim, id, address } = await server.seed((seed) => {
    const organisation = seed.organisation('Sønderby')
    const kim = seed.person(organisation, { name: 'Kim Bach', locale: 'en', roles: ['consultant'] })
    const { id } = seed.network(organisation, { name: 'Heads of school', consultant: kim, members: [] })
    return { kim, id, address: `emma.${id.slice(-8)}@k.dk` }
  })
  const consultant = await as(kim, { locale: 'en-GB' })
  await consultant.goto(`/consultant/networks/Network_${id}`)
  await consultant.getByRole('button', { name: 'Invite more' }).click()
  await consultant.getByLabel('Paste a list').fill(`Emma Stone <${address}>`)
  await consultant.getByRole('button', { name: 'Add 1' }).click()
  await consultant.getByRole('button', { name: 'Send 1 invitation' }).click()

  const emma = await visitor({ locale: 'en-GB', passkeys: true })
  await emma.goto(await linkTo(mailbox, address, 'You are invited'))
  await emma.getByRole('button', { name: 'Yes, I want to join' }).click()
  await emma.getByRole('button', { name: 'Send me a code' }).click()
  await enterCode(emma, mailbox, address, 'The six-digit code', 'Sign in')
  await emma.getByRole('button', { name: 'Make a passkey' }).click()
  await emma.getByRole('button', { name: 'Make it' }).click()
  await expect(emma.getByRole('heading', { name: 'Ground rules of Heads of school' })).toBeVisible()
  await emma.getByRole('button', { name: 'I say yes to the ground rules' }).click()
  await expect(emma.getByRole('heading', { name: 'Heads of school', level: 1, exact: true })).toBeVisible()
})

test('the consultant reads why a mail did not arrive', async ({ town, as, mailbox }) => {
  const address = `gone.${town.network.id.slice(-8)}@k.dk`
  mailbox.treat(address, 'refuse')
  const kim = await as(town.consultant)
  await kim.goto(`/consultant/networks/Network_${town.network.id}`)
  await kim.getByRole('button', { name: 'Invitér flere' }).click()
  await kim.getByLabel('Indsæt en liste').fill(address)
  await kim.getByRole('button', { name: 'Tilføj 1' }).click()
  await kim.getByRole('button', { name: 'Send 1 invitation' }).click()
  await expect(kim.getByRole('row', { name: address })).toContainText('Mailserveren svarede: 550', { timeout: 15_000 })
  await kim.goto('/consultant')
  await expect(kim.getByRole('row', { name: /Skolelederne Nord/ })).toContainText('1 mail kom ikke frem')
})
