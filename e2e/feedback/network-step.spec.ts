import { dayAhead, expect, test, unlock } from '../fixtures.ts'

test('the convenor plans that everybody asks everybody, and each brings a theme of her own', async ({
  town,
  as,
  keys,
  server,
}) => {
  test.setTimeout(120_000)
  const { ada, ben, cleo, dan, eva, finn } = town
  for (const person of [ada, ben, cleo, dan, eva, finn]) await keys(person)
  const page = await as(ada)
  const path = `/networks/Network_${town.network.id}/feedback/step`
  await page.goto(path)
  await page.getByRole('radio', { name: 'Uden navn' }).check()
  await page.getByLabel('Frist').fill(dayAhead(10))
  await expect(page.getByRole('region', { name: 'Løftet til dem, der svarer' })).toContainText(
    'Dit navn følger ikke med',
  )
  await page.getByRole('button', { name: 'Planlæg for alle' }).click()
  await expect(page.getByText('Planlagt. Medlemmerne ser det på deres forside')).toBeVisible()
  const [step] = await server.look<{ id: string }>(
    'SELECT id, promise::text, form::text FROM feedback_step WHERE network_id = $1',
    [town.network.id],
  )
  expect(step).toMatchObject({ promise: 'pooled', form: 'feedforward' })
  await page.goto(path)
  await expect(page.getByRole('region', { name: 'Planlagt' })).toContainText('Feedforward, uden navn')

  const her = await as(ben)
  await her.goto('/')
  await her.getByRole('link', { name: 'Hvad vil du spørge Skolelederne Nord om?' }).click()
  await unlock(her)
  await her.getByLabel('Hvad vil du gerne vide?').fill('Hvad gør jeg, når et møde går i hårdknude?')
  await her.getByRole('button', { name: 'Send til 5' }).click()
  await expect(her.getByRole('heading', { level: 1 })).toHaveText('Din feedback')
  const [cycle] = await server.look<{ id: string }>(
    'SELECT id, promise::text, form::text FROM feedback_cycle WHERE step_id = $1 AND receiver_id = $2',
    [step?.id, ben.id],
  )
  expect(cycle).toMatchObject({ promise: 'pooled', form: 'feedforward' })
  await server.seed((seed) => seed.feedbackCycle(town.network, { receiver: dan, givers: [ben] }))
  await her.goto('/')
  await expect(her.getByRole('link', { name: 'Dan Krog spørger om din feedback' })).toBeVisible()
  await expect(her.getByRole('link', { name: /Hvad vil du spørge/ })).toHaveCount(0)

  const other = await as(cleo)
  await other.goto('/')
  await other.getByRole('link', { name: 'Ben Friis spørger om din feedback' }).click()
  await unlock(other)
  await expect(other.getByText('Hvad gør jeg, når et møde går i hårdknude?')).toBeVisible()
  await other.getByLabel('Et forslag', { exact: true }).fill('Sig højt, at I er uenige, og hold en pause.')
  await other.getByRole('button', { name: 'Send til Ben Friis' }).click()
  await expect(other.getByText('Dit svar er forseglet til Ben Friis')).toBeVisible()
})

test('where somebody has fewer than five others it says that nobody could be anonymous', async ({ town, as, keys }) => {
  for (const person of [town.ada, town.ben]) await keys(person)
  const page = await as(town.ada)
  await page.goto(`/networks/Network_${town.network.id}/feedback/step`)
  await expect(page.getByRole('radio', { name: 'Uden navn' })).toBeDisabled()
  await expect(page.getByText('så ingen kunne være anonym')).toBeVisible()
  await expect(page.getByText('4 medlemmer kan ikke være med endnu')).toBeVisible()
})

test('whoever is not convenor finds no such page', async ({ town, as }) => {
  const page = await as(town.ben)
  await page.goto(`/networks/Network_${town.network.id}/feedback/step`)
  await expect(page.getByRole('heading', { name: 'Siden findes ikke' })).toBeVisible()
})
