import { accessFaults, expect, type Page, test } from '../fixtures.ts'

const rows = (page: Page, title: string) => page.getByRole('region', { name: title }).getByRole('listitem')
const isFocused = (page: Page, title: string, place: number) =>
  expect(rows(page, title).nth(place).getByRole('link')).toBeFocused()

test('whoever has asked often sees the newest, and goes on by keyboard where the older ones begin', async ({
  town,
  as,
  server,
}) => {
  await server.seed((seed) => {
    const day = (daysAgo: number) => new Date(seed.now.getTime() - daysAgo * 86_400_000)
    for (let number = 1; number <= 40; number++) {
      const on = day(7 * number)
        .toISOString()
        .slice(0, 10)
      seed.feedbackCycle(town.network, {
        ...{ receiver: town.ada, givers: [town.ben, town.cleo], state: 'released', deadline: day(7 * number) },
        ...{ createdOn: on, closedOn: on },
      })
      const asker = [town.ben, town.cleo, town.dan][number % 3] ?? town.ben
      if (number <= 12) seed.feedbackCycle(town.network, { receiver: asker, givers: [town.ada, town.eva] })
    }
  })
  const ada = await as(town.ada)
  await ada.goto('/')
  const today = ada.getByRole('region', { name: 'Feedback' })
  await expect(today.getByRole('link', { name: /spørger om din feedback$/ })).toHaveCount(5)
  await today.getByRole('link', { name: 'Se al feedback' }).click()
  await expect(rows(ada, 'Du bliver spurgt')).toHaveCount(10)
  await expect(rows(ada, 'Du har spurgt')).toHaveCount(10)

  await ada.getByRole('button', { name: 'Vis ældre forløb' }).press('Enter')
  await expect(rows(ada, 'Du har spurgt')).toHaveCount(35)
  await isFocused(ada, 'Du har spurgt', 10)
  await ada.getByRole('button', { name: 'Vis flere, der spørger dig' }).press('Enter')
  await expect(rows(ada, 'Du bliver spurgt')).toHaveCount(12)
  await isFocused(ada, 'Du bliver spurgt', 10)
  await expect(ada.getByRole('button', { name: 'Vis flere, der spørger dig' })).toHaveCount(0)
  await ada.getByRole('button', { name: 'Vis ældre forløb' }).press('Enter')
  await expect(rows(ada, 'Du har spurgt')).toHaveCount(40)
  await isFocused(ada, 'Du har spurgt', 35)
  await expect(ada.getByRole('button', { name: 'Vis ældre forløb' })).toHaveCount(0)
  expect(await accessFaults(ada)).toEqual([])
})

test('older ones that cannot be fetched leave what is there, and are asked for again', async ({ town, as, server }) => {
  await server.seed((seed) => {
    for (let number = 0; number < 15; number++)
      seed.feedbackCycle(town.network, { receiver: town.ada, givers: [town.ben] })
  })
  const ada = await as(town.ada, { goesOffline: true })
  await ada.goto('/feedback')
  const older = ada.getByRole('button', { name: 'Vis ældre forløb' })
  await expect(older).toBeVisible()
  await ada.context().route('**/graphql', (route) => route.abort())
  await older.press('Enter')
  await expect(ada.getByText('Serveren kan ikke nås. Prøv igen om lidt.')).toBeVisible({ timeout: 30_000 })
  await expect(older).toBeFocused()
  await expect(rows(ada, 'Du har spurgt')).toHaveCount(10)
  await ada.context().unroute('**/graphql')
  await older.press('Enter')
  await expect(rows(ada, 'Du har spurgt')).toHaveCount(15)
})
