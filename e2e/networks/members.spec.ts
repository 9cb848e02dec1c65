import { expect, test } from '../fixtures.ts'

test('the convenor passes her role on, and the others see it at once', async ({ town, as }) => {
  const [ada, ben] = [await as(town.ada), await as(town.ben)]
  const path = `/networks/Network_${town.network.id}`
  await ada.goto(path)
  await ben.goto(path)
  await expect(ben.getByRole('region', { name: 'Din rolle her' })).toContainText('Ada Holm er tovholder.')
  await ada.getByRole('button', { name: 'Skift tovholder' }).click()
  await ada.getByRole('button', { name: 'Gør til tovholder: Ben Friis' }).click()
  await ada.getByRole('dialog').getByRole('button', { name: 'Gør til tovholder' }).click()
  await expect(ben.getByRole('region', { name: 'Din rolle her' })).toContainText('Du er tovholder')
})

test('a member leaves; she no longer sees the network, and the others see that she has gone', async ({ town, as }) => {
  const [cleo, ben] = [await as(town.cleo), await as(town.ben)]
  const path = `/networks/Network_${town.network.id}`
  await ben.goto(path)
  await cleo.goto(path)
  await cleo.getByRole('button', { name: 'Gå ud af netværket' }).click()
  await cleo.getByRole('dialog').getByRole('button', { name: 'Gå ud af netværket' }).click()
  await expect(cleo.getByText('Du er ikke med i et netværk endnu')).toBeVisible()
  await cleo.goto(path)
  await expect(cleo.getByRole('heading', { name: 'Siden findes ikke' })).toBeVisible()
  await expect(ben.getByRole('region', { name: 'Historik' })).toContainText('Cleo Dam gik ud')
})

test('a stranger and an administrator find no network where there is one', async ({ town, as }) => {
  for (const person of [town.stranger, town.admin]) {
    const page = await as(person)
    await page.goto(`/networks/Network_${town.network.id}`)
    await expect(page.getByRole('heading', { name: 'Siden findes ikke' })).toBeVisible()
    await page.goto('/networks')
    await expect(page.getByText('Du er ikke med i et netværk endnu')).toBeVisible()
  }
})
