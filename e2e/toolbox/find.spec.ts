import { accessFaults, expect, test } from '../fixtures.ts'

test('a leader finds a method for three people and half an hour, and the address remembers what she looked for', async ({
  town,
  as,
}) => {
  const ada = await as(town.ada)
  await ada.goto('/')
  await ada.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link', { name: 'Værktøjer' }).click()
  await expect(ada.getByRole('status').filter({ hasText: 'metoder' })).toHaveText('30 metoder')
  await ada.getByLabel('Tid', { exact: true }).selectOption('30')
  await ada.getByLabel('Hvor mange er I?').selectOption('3')
  await ada.getByText('Feedback', { exact: true }).first().click()
  await expect(ada).toHaveURL(/\/toolbox\?kind=feedback&minutes=30&people=3$/)
  await expect(ada.getByRole('status').filter({ hasText: 'metode' })).toHaveText('2 metoder')
  await expect(ada.getByRole('link', { name: 'SBI-feedback: situation, adfærd, effekt' })).toBeVisible()

  await ada.getByRole('link', { name: 'SBI-feedback: situation, adfærd, effekt' }).click()
  await expect(ada.getByRole('heading', { level: 1 })).toHaveText('SBI-feedback: situation, adfærd, effekt')
  await expect(ada.getByRole('img', { name: '6 faser på i alt 24 minutter' })).toBeVisible()
  await expect(ada.getByRole('region', { name: 'Forløbet' }).getByRole('heading', { level: 3 })).toHaveCount(6)
  await expect(ada.getByRole('button', { name: 'Udskriv' })).toBeVisible()
  await expect(ada.getByRole('link', { name: 'Tilpas den' })).toHaveCount(0)

  await ada.goBack()
  await expect(ada.getByRole('status').filter({ hasText: 'metode' })).toHaveText('2 metoder')
})

test('where nothing fits the page says so quietly, and shows everything again', async ({ town, as }) => {
  const ada = await as(town.ada)
  await ada.goto('/toolbox?kind=supervision&people=1')
  await expect(ada.getByText('Ingen metode passer til det hele')).toBeVisible()
  expect(await accessFaults(ada)).toEqual([])
  await ada.getByRole('button', { name: 'Vis alle' }).click()
  await expect(ada).toHaveURL(/\/toolbox$/)
  await expect(ada.getByRole('status').filter({ hasText: 'metoder' })).toHaveText('30 metoder')
})

test('choices that follow each other at once all count', async ({ town, as }) => {
  const ada = await as(town.ada)
  await ada.goto('/toolbox')
  await expect(ada.getByRole('search').getByRole('combobox')).toHaveCount(2)
  await ada
    .getByRole('search')
    .getByRole('combobox')
    .evaluateAll(async (selects) => {
      for (const [at, value] of ['30', '3'].entries()) {
        const select = selects[at] as HTMLSelectElement
        select.value = value
        select.dispatchEvent(new Event('change', { bubbles: true }))
        await new Promise((done) => setTimeout(done))
      }
    })
  await expect(ada).toHaveURL(/\/toolbox\?minutes=30&people=3$/)
  await expect(ada.getByLabel('Tid', { exact: true })).toHaveValue('30')
})

test('the filter is worked by keyboard alone', async ({ town, as }) => {
  const ada = await as(town.ada)
  await ada.goto('/toolbox')
  await ada.getByRole('radio', { name: 'Alle' }).focus()
  await ada.keyboard.press('ArrowRight')
  await expect(ada).toHaveURL(/kind=supervision/)
  await ada.keyboard.press('Tab')
  await ada.keyboard.press('Tab')
  await ada.keyboard.press('Tab')
  await expect(ada.getByRole('checkbox', { name: 'Vi er nye' })).toBeFocused()
  await ada.keyboard.press('Space')
  await expect(ada).toHaveURL(/kind=supervision&new=1/)
})

test('there is no method under another address', async ({ town, as }) => {
  const ada = await as(town.ada)
  for (const path of [
    '/toolbox/chat',
    '/toolbox/own/Protocol_0193a0f0-0000-7000-8000-000000000000',
    '/toolbox/own/new?from=balint',
  ]) {
    await ada.goto(path)
    await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Siden findes ikke')
  }
})

test('three kinds of readers find how to start a network, with what is known and what is not', async ({ town, as }) => {
  const ada = await as(town.ada)
  await ada.goto('/toolbox')
  await ada.getByRole('link', { name: 'Start et netværk' }).click()
  await expect(ada.getByText('Metoderne i værktøjskassen er ikke rapportens.')).toBeVisible()
  await ada.getByRole('link', { name: 'Konsulenter' }).click()
  await expect(ada).toHaveURL(/for=consultants/)
  await expect(ada.getByRole('region', { name: 'Sæt gruppen sammen' })).toContainText(
    'aldrig nogen sammen med sin egen leder',
  )
  await ada.getByRole('link', { name: 'Ledere', exact: true }).click()
  await expect(ada.getByRole('region', { name: 'Hvad der bliver i rummet' })).toBeVisible()
  await expect(ada.getByRole('region', { name: 'Hvad der er undersøgt' })).toContainText('er ikke vist')
})

test('from a method one tries it out, begins a round with it, and its convenor takes it among the network’s own', async ({
  town,
  as,
}) => {
  const ada = await as(town.ada)
  await ada.goto('/toolbox/troika')
  await ada.getByRole('link', { name: 'Prøv den af' }).click()
  await expect(ada).toHaveURL(/\/toolbox\/troika\/rehearse$/)
  await ada.goBack()
  const favourite = ada
    .getByRole('region', { name: 'Netværkenes metoder' })
    .getByRole('switch', { name: 'Skolelederne Nord' })
  await favourite.click()
  await expect(favourite).toBeChecked()
  await expect(favourite).toBeEnabled()
  await ada.getByRole('link', { name: 'Brug i en runde' }).click()
  await expect(ada).toHaveURL(/\/rounds\/new\?method=troika$/)
  await ada.goto(`/networks/Network_${town.network.id}`)
  await ada.getByRole('region', { name: 'Metoder' }).getByRole('link', { name: 'Troika' }).click()
  await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Troika')

  const ben = await as(town.ben)
  await ben.goto('/toolbox/troika')
  await expect(ben.getByRole('link', { name: 'Prøv den af' })).toBeVisible()
  await expect(ben.getByRole('switch')).toHaveCount(0)
})
