import { expect, test } from '../fixtures.ts'

test('changed ground rules ask again, and the network opens with a yes', async ({ town, as }) => {
  const [ada, ben] = [await as(town.ada), await as(town.ben)]
  const path = `/networks/Network_${town.network.id}`
  await ben.goto(path)
  await expect(ben.getByRole('heading', { name: 'Skolelederne Nord', level: 1, exact: true })).toBeVisible()

  await ada.goto(path)
  await ada.getByRole('link', { name: 'Læs spillereglerne' }).click()
  await ada.getByRole('button', { name: 'Ændr spillereglerne' }).click()
  const breach = ada.getByRole('region', { name: 'Hvis en aftale bliver brudt' })
  await breach.getByLabel('Tekst').fill('Vi siger det til hinanden med det samme.')
  await ada.getByRole('button', { name: 'Gem som ny version' }).click()
  await ada.getByRole('dialog').getByRole('button', { name: 'Gem som ny version' }).click()
  await expect(ada.getByText('1 af 6 har sagt ja.')).toBeVisible()

  await expect(ben.getByRole('heading', { name: 'Spillereglerne er ændret' })).toBeVisible()
  await expect(ben.getByText('Ada Holm')).toHaveCount(0)
  await expect(ben.getByRole('heading', { name: /Hvis en aftale bliver brudt.*Ændret/ })).toBeVisible()
  await ben.getByRole('button', { name: 'Jeg siger ja til spillereglerne' }).click()
  await expect(ben.getByRole('heading', { name: 'Skolelederne Nord', level: 1, exact: true })).toBeVisible()
  await expect(ada.getByText('2 af 6 har sagt ja.')).toBeVisible()
})
