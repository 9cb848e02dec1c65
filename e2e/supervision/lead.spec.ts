import { accessFaults, expect, type Page, test } from '../fixtures.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const isIn = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
const leads = (page: Page, name: string) => page.getByRole('complementary').getByText(name)

async function takeLead(page: Page) {
  await button(page, 'Tag ledelsen').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Tag ledelsen' }).click()
}

test('a pause is ended by whoever may end it, and nobody else is offered to', async ({ town, as, server }) => {
  const { network, ada, ben, cleo, dan } = town
  const { id } = await server.seed((seed) =>
    seed.round(network, { method: 'reflekterende-team', people: [ada, ben, cleo, dan] }),
  )
  const pages = await Promise.all([ada, ben, cleo].map((person) => as(person)))
  const [convenor, lead, team] = pages as [Page, Page, Page]
  for (const page of pages) await page.goto(`/rounds/Round_${id}`)
  await button(lead, 'Begynd runden').click()
  await button(lead, 'Pause').click()
  for (const page of pages) await expect(page.getByText('Pause. Uret står stille.').first()).toBeVisible()
  await expect(button(team, 'Pas')).toBeVisible()
  await expect(button(team, 'Fortsæt')).toHaveCount(0)
  await button(convenor, 'Fortsæt').click()
  for (const page of pages) await expect(page.getByText('Uret står stille.')).toHaveCount(0)

  await button(team, 'Time-out').click()
  for (const page of pages) await expect(page.getByText('Time-out. Uret står stille.').first()).toBeVisible()
  await button(team, 'Fortsæt').click()
  for (const page of pages) await expect(page.getByText('Uret står stille.')).toHaveCount(0)
})

test('the convenor moves a round on in which she has no role, on her own screen and on the table', async ({
  town,
  as,
  server,
}) => {
  const { network, ada, ben, cleo, dan, eva } = town
  const { id } = await server.seed((seed) =>
    seed.round(network, { method: 'reflekterende-team', people: [ben, cleo, dan, eva] }),
  )
  const [convenor, lead, team] = [await as(ada), await as(cleo), await as(dan)]
  for (const page of [convenor, lead, team]) await page.goto(`/rounds/Round_${id}`)
  await button(lead, 'Begynd runden').click()
  await expect(convenor.getByText('Du ser med')).toBeVisible()
  await button(convenor, 'Mere').click()
  await takeLead(convenor)
  await expect(convenor.getByText('Du leder runden')).toBeVisible()
  await button(convenor, 'Næste: Første interview').click()
  for (const page of [lead, team]) {
    await isIn(page, 'Første interview')
    await expect(leads(page, 'Ada')).toBeVisible()
    await expect(button(page, 'Næste: Teamets første refleksion')).toHaveCount(0)
  }

  await button(lead, 'Mere').click()
  await takeLead(lead)
  await expect(leads(team, 'Ada')).toHaveCount(0)
  await convenor.goto(`/rounds/Round_${id}/table`)
  await takeLead(convenor)
  await button(convenor, 'Næste fase').click()
  for (const page of [lead, team]) await isIn(page, 'Teamets første refleksion')
  expect(await accessFaults(convenor)).toEqual([])
})

test('a convenor who is one only since the round began takes the lead, and every page says her name', async ({
  town,
  as,
  server,
}) => {
  const { network, ada, ben, cleo, dan, eva, finn } = town
  const { id } = await server.seed((seed) =>
    seed.round(network, { method: 'reflekterende-team', people: [ben, cleo, dan, eva] }),
  )
  const [lead, team, before] = [await as(cleo), await as(dan), await as(ada)]
  for (const page of [lead, team]) await page.goto(`/rounds/Round_${id}`)
  await button(lead, 'Begynd runden').click()
  await before.goto(`/networks/Network_${network.id}`)
  await before.getByRole('button', { name: 'Skift tovholder' }).click()
  await before.getByRole('button', { name: 'Gør til tovholder: Finn Juhl' }).click()
  await before.getByRole('dialog').getByRole('button', { name: 'Gør til tovholder' }).click()
  await expect(before.getByRole('region', { name: 'Din rolle her' })).toContainText('er tovholder.')
  const convenor = await as(finn)
  await convenor.goto(`/rounds/Round_${id}`)
  await button(convenor, 'Mere').click()
  await takeLead(convenor)
  for (const page of [lead, team]) await expect(leads(page, 'Finn').locator('..')).toContainText('leder')
})

test('the lead is passed to the consultant who facilitates, and a role that changed meanwhile stays changed', async ({
  town,
  as,
  server,
}) => {
  const { network, consultant, ada, ben, cleo, dan, eva } = town
  const { id } = await server.seed((seed) =>
    seed.round(network, { method: 'reflekterende-team', people: [ada, ben, cleo, dan, eva], facilitator: consultant }),
  )
  const [facilitator, lead] = [await as(consultant), await as(ben)]
  const other = await as(ben)
  for (const page of [facilitator, lead, other]) await page.goto(`/rounds/Round_${id}`)
  await button(lead, 'Begynd runden').click()
  for (const page of [lead, other]) {
    await button(page, 'Mere').click()
    await button(page, 'Skift roller').click()
  }
  const rolesOn = (page: Page) => page.getByRole('dialog', { name: 'Hvem har hvilken rolle?' })
  const [roles, later] = [rolesOn(lead), rolesOn(other)]
  await roles.getByLabel('Cleo').selectOption({ label: 'Supervisor' })
  await roles.getByRole('button', { name: 'Skift rollerne' }).click()
  await expect(later.getByLabel('Cleo')).toHaveValue('supervisor')
  await later.getByLabel('Ben').selectOption({ label: 'Reflekterende team' })
  await later.getByRole('button', { name: 'Skift rollerne' }).click()
  await expect(leads(facilitator, 'Cleo').locator('..')).toContainText('Supervisor')
  await expect(leads(facilitator, 'Ben').locator('..')).toContainText('Reflekterende team · leder')

  await button(lead, 'Mere').click()
  await button(lead, 'Giv ledelsen videre').click()
  await button(lead, 'Giv ledelsen til Kim').click()
  await expect(leads(lead, 'Kim').locator('..')).toContainText('leder')
  await button(facilitator, 'Næste: Første interview').click()
  await isIn(lead, 'Første interview')
})
