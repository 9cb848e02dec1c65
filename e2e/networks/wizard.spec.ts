import { accessFaults, expect, test } from '../fixtures.ts'

const steps = ['Formål', 'Medlemmer', 'Spilleregler', 'Rytme og metoder', 'Se igennem']

test('a draft is kept from one sitting to the next, and says when it is not', async ({ town, as }) => {
  const kim = await as(town.consultant)
  await kim.goto('/consultant/networks/new')
  await kim.getByRole('button', { name: 'Begynd her: Nye ledere' }).click()
  await kim.getByLabel('Hvad skal netværket hedde?').fill('Nye i Nord')
  await kim.getByLabel('Hvad er det til?').fill('At finde fodfæste.\u0007')
  await expect(kim.getByRole('alert')).toContainText('Ikke gemt')
  await expect(kim.getByText('Her er tegn, der ikke kan gemmes.')).toBeVisible()
  await kim.getByLabel('Hvad er det til?').fill('At finde fodfæste.')
  await expect(kim.getByText('Gemt', { exact: true })).toBeVisible()

  await kim.goto('/consultant')
  await kim.getByRole('link', { name: 'Nye i Nord' }).click()
  await expect(kim.getByLabel('Hvad er det til?')).toHaveValue('At finde fodfæste.')
  await kim.getByRole('button', { name: 'Slet kladden' }).click()
  await kim.getByRole('dialog').getByRole('button', { name: 'Slet kladden' }).click()
  await expect(kim.getByText('Kladden er slettet.')).toBeVisible()
  await expect(kim.getByRole('link', { name: 'Nye i Nord' })).toHaveCount(0)
})

test('whoever is on her way elsewhere while a draft is being begun gets there', async ({ town, as, between }) => {
  const kim = await as(town.consultant)
  const line = await between(kim)
  const [made, shown] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await kim.goto('/consultant/networks/new')
  line.lies = {
    CreateNetwork: (honest) => made.promise.then(honest),
    NetworksPage: (honest) => shown.promise.then(honest),
  }
  const begin = kim.getByRole('button', { name: 'Begynd her: Nye ledere' })
  await begin.click()
  await expect.poll(() => line.asked).toContain('CreateNetwork')
  await kim.getByRole('link', { name: 'Netværk', exact: true }).first().click()
  await expect.poll(() => line.asked).toContain('NetworksPage')
  made.resolve()
  await expect(begin).not.toHaveAttribute('data-loading')
  shown.resolve()
  await expect(kim).toHaveURL(/\/networks$/)
  await expect(kim.getByRole('heading', { level: 1 })).toHaveText('Netværk')
})

test('whoever writes on while a slow server keeps the draft has it kept, each time from what was kept before', async ({
  town,
  as,
  between,
}) => {
  const kim = await as(town.consultant)
  const line = await between(kim)
  await kim.clock.install()
  await kim.goto('/consultant/networks/new')
  await kim.getByRole('button', { name: 'Begynd her: Nye ledere' }).click()
  const purpose = kim.getByLabel('Hvad er det til?')
  const late = Promise.withResolvers<void>()
  line.lies = { SaveDraft: (honest) => late.promise.then(honest) }
  const saves = () => line.asked.filter((name) => name === 'SaveDraft').length
  await purpose.fill('At finde')
  await kim.clock.runFor(1_000)
  await expect.poll(saves).toBe(1)
  for (const text of ['At finde fodfæste', 'At finde fodfæste sammen']) {
    await purpose.fill(text)
    await kim.clock.runFor(1_000)
  }
  late.resolve()
  await expect(kim.getByText('Gemt', { exact: true })).toBeVisible()
  expect(saves()).toBe(2)
  await kim.reload()
  await expect(purpose).toHaveValue('At finde fodfæste sammen')
})

test('nobody is put together with her own manager: the advice stops it while one chooses', async ({ server, as }) => {
  const kim = await server.seed((seed) => {
    const organisation = seed.organisation('Sønderby')
    const palle = seed.person(organisation, { name: 'Palle Kruse', level: 2 })
    seed.person(organisation, { name: 'Jonas Friis', level: 3, manager: palle })
    return seed.person(organisation, { name: 'Kim Bach', roles: ['consultant'] })
  })
  const page = await as(kim)
  await page.goto('/consultant/networks/new')
  await page.getByRole('button', { name: 'Begynd her: Hjemmenetværk' }).click()
  await page.getByRole('button', { name: 'Videre til Medlemmer' }).click()
  for (const name of ['Palle Kruse', 'Jonas Friis']) {
    await page.getByLabel('Find en kollega').fill(name)
    await page.getByRole('button', { name: `Tilføj ${name}` }).click()
  }
  const advice = page.getByRole('list', { name: 'Råd' })
  await expect(advice).toContainText('Stop. Palle Kruse er leder for Jonas Friis.')
  await advice.getByText('Hvorfor?').first().click()
  await expect(advice).toContainText('Ingen taler frit om sit arbejde')
  await page.getByRole('button', { name: /Se igennem/ }).click()
  await expect(page.getByRole('button', { name: /Sæt i gang/ })).toBeDisabled()
  await page.getByRole('button', { name: 'Ret Medlemmer' }).click()
  await page.getByRole('button', { name: 'Fjern Palle Kruse' }).click()
  await expect(advice).not.toContainText('Stop')
})

for (const [width, colorScheme] of [
  [390, 'dark'],
  [1280, 'light'],
] as const)
  test(`every step of the wizard can be read at ${width} px, ${colorScheme}`, async ({ town, as }) => {
    const kim = await as(town.consultant, { viewport: { width, height: 860 }, colorScheme, reducedMotion: 'reduce' })
    await kim.goto('/consultant/networks/new')
    await kim.getByRole('button', { name: 'Begynd her: Hjemmenetværk' }).click()
    for (const [index, step] of steps.entries()) {
      await expect(kim.getByRole('heading', { name: step, level: 2, exact: true })).toBeVisible()
      if (step === 'Medlemmer') {
        await kim.getByLabel('Indsæt en liste').fill('Mette Holm <mette@k.dk>\nikke en adresse')
        await kim.getByRole('button', { name: 'Tilføj 1' }).click()
        await kim.getByLabel('Find en kollega').fill('Gry')
        await expect(kim.getByRole('button', { name: 'Tilføj Gry Vang' })).toBeVisible()
      }
      expect(await accessFaults(kim)).toEqual([])
      expect(await kim.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      const next = steps[index + 1]
      if (next) await kim.getByRole('button', { name: `Videre til ${next}` }).click()
    }
  })
