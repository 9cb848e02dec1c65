import { dayAhead, expect, type Page, test } from '../fixtures.ts'

const withoutKeptApp = { goesOffline: true, serviceWorkers: 'block' } as const
const place = (page: Page) => page.getByRole('textbox', { name: 'Sted' })
const cancel = (page: Page) => page.getByRole('button', { name: 'Aflys mødet', exact: true })
const notFetched = 'En del af siden kunne ikke hentes.'
const notices = (page: Page) => page.getByRole('log')

test('what cannot be fetched without a network says so in its place, and comes when it is asked for again', async ({
  town,
  as,
  server,
}) => {
  const { id } = await server.seed((seed) =>
    seed.meeting(town.network, { startsAt: new Date(dayAhead(7)), place: 'Rådhuset' }),
  )
  const ada = await as(town.ada, withoutKeptApp)
  await ada.goto(`/networks/Network_${town.network.id}/meetings/Meeting_${id}`)
  await ada.getByRole('button', { name: 'Ret sted og link' }).click()
  await place(ada).fill('Kantinen')
  await ada.context().setOffline(true)

  await cancel(ada).click()
  await expect(notices(ada)).toContainText(notFetched)
  await expect(place(ada)).toHaveValue('Kantinen')

  await notices(ada).getByRole('button', { name: 'Luk' }).click()

  await ada.getByRole('button', { name: 'Flyt mødet' }).click()
  const missing = ada.getByRole('alert').filter({ hasText: notFetched })
  await expect(missing).toBeVisible()
  await expect(ada.getByText('Rådhuset')).toBeVisible()

  await ada.context().setOffline(false)
  await missing.getByRole('button', { name: 'Prøv igen' }).click()
  await expect(ada.getByLabel('Klokken')).toBeVisible()
  await cancel(ada).click()
  await expect(ada.getByRole('dialog', { name: 'Vil du aflyse mødet?' })).toBeVisible()
})

test('a dialog whose file is gone from the server leaves the page as it is, with what was written there', async ({
  town,
  as,
  server,
}) => {
  const { id } = await server.seed((seed) => seed.meeting(town.network, { startsAt: new Date(dayAhead(7)) }))
  const ada = await as(town.ada, withoutKeptApp)
  await ada.goto(`/networks/Network_${town.network.id}/meetings/Meeting_${id}`)
  await ada.getByRole('button', { name: 'Ret sted og link' }).click()
  await place(ada).fill('Kantinen')
  await ada.route('**/assets/*.js', (route) => route.abort())

  const asked = ada.waitForResponse('**/healthz')
  await cancel(ada).click()
  await expect(notices(ada).getByText(notFetched)).toHaveCount(1)
  expect((await asked).ok()).toBe(true)
  await expect(place(ada)).toHaveValue('Kantinen')
  await cancel(ada).click()
  await expect(notices(ada).getByText(notFetched)).toHaveCount(2)
  await expect(place(ada)).toHaveValue('Kantinen')
})
