import { accessFaults, expect, test } from '../fixtures.ts'

test('a consultant copies a method, adapts it and saves it; a leader in her network reads it', async ({ town, as }) => {
  const kim = await as(town.consultant)
  await kim.goto('/toolbox/kollegial-sparring-8-trin')
  await kim.getByRole('link', { name: 'Tilpas den' }).click()
  await expect(kim.getByText('Det her er metode, ikke indhold')).toBeVisible()
  await expect(kim.getByText('Alle i de netværk, som Sønderby Kommune ejer')).toBeVisible()
  await kim.getByRole('textbox', { name: 'Navn (dansk)', exact: true }).fill('Sparring på Nordskolen')

  const blocks = kim.getByRole('region', { name: 'Faser' }).getByRole('listitem')
  await expect(blocks).toHaveCount(8)
  await kim.getByRole('button', { name: 'Flyt op: Valg af sag' }).click()
  await expect(blocks.first()).toHaveAccessibleName('Fase 1: Valg af sag')
  await expect(kim.getByText('Valg af sag er nu nummer 1 af 8.')).toBeAttached()
  await kim.keyboard.press('Alt+ArrowDown')
  await expect(blocks.nth(1)).toHaveAccessibleName('Fase 2: Valg af sag')
  await kim.keyboard.press('Alt+ArrowUp')
  await expect(blocks.first()).toHaveAccessibleName('Fase 1: Valg af sag')

  await kim.keyboard.press('Enter')
  const first = blocks.first()
  const instruction = first.getByRole('textbox', { name: 'Hvad sker der? Som det kan læses højt (dansk)' })
  await instruction.fill(' ')
  await kim.getByText('1. Valg af sag').click()
  await kim.getByRole('button', { name: 'Gem metoden' }).click()
  await expect(kim.getByRole('alert')).toHaveText('Metoden er ikke gemt endnu. Se felterne igennem.')
  await expect(first.getByText('Skriv noget her.')).toBeVisible()
  await expect(instruction).toBeFocused()
  await instruction.fill('Vælg den sag, der haster mest.')
  await first.getByLabel('Minutter').fill('4')
  await first.getByText('Sagsejer', { exact: true }).first().click()
  await kim.getByRole('button', { name: 'Fjern Evaluering' }).click()
  expect(await accessFaults(kim)).toEqual([])
  await kim.getByRole('button', { name: 'Gem metoden' }).click()
  await expect(kim.getByRole('heading', { level: 1 })).toHaveText('Sparring på Nordskolen')

  const ada = await as(town.ada)
  await ada.goto('/toolbox')
  await expect(ada.getByRole('region', { name: 'Jeres egne' })).toContainText('Fra Sønderby Kommune')
  await ada.getByRole('link', { name: 'Sparring på Nordskolen' }).click()
  const course = ada.getByRole('region', { name: 'Forløbet' })
  await expect(course.getByRole('heading', { level: 3 })).toHaveCount(7)
  await expect(course.getByRole('heading', { level: 3 }).first()).toHaveText('1. Valg af sag4 min.')
  await expect(course.getByText('Lytter: Sagsejer').first()).toBeVisible()
  await expect(ada.getByText('Dansk model fra supervision i psykiatrien').first()).toBeVisible()
  await expect(ada.getByRole('link', { name: 'Ret metoden' })).toHaveCount(0)
  const stranger = await as(town.stranger)
  await stranger.goto(new URL(ada.url()).pathname)
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Siden findes ikke')

  await ada.getByRole('link', { name: 'Brug i en runde' }).click()
  const method = ada.getByRole('combobox', { name: 'Metode', exact: true })
  await expect(method.locator('option:checked')).toHaveText('Sparring på Nordskolen')
  await ada.getByRole('button', { name: 'Gå til runden' }).click()
  await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Inden I begynder')
  await expect(ada.getByText('Sparring på Nordskolen').first()).toBeVisible()
})

test('of two who edit at once the second is told, and keeps what she wrote; versions are counted', async ({
  town,
  as,
  server,
}) => {
  const made = await server.seed((seed) => seed.protocol(town.consultant, 'troika', [{ name: { da: 'Vores troika' } }]))
  const edit = `/toolbox/own/Protocol_${made.id}/edit`
  const [kim, again] = [await as(town.consultant), await as(town.consultant)]
  await kim.goto(edit)
  await again.goto(edit)
  await kim.getByRole('textbox', { name: 'Navn (dansk)', exact: true }).fill('Kims troika')
  await again.getByRole('textbox', { name: 'Navn (dansk)', exact: true }).fill('En anden troika')
  await kim.getByRole('button', { name: 'Gem metoden' }).click()
  await expect(kim.getByRole('heading', { level: 1 })).toHaveText('Kims troika')
  await expect(kim.getByRole('region', { name: 'Versioner' })).toContainText('Version 2')
  await again.getByRole('button', { name: 'Gem metoden' }).click()
  await expect(again.getByRole('alert')).toContainText('En anden har rettet metoden imens.')
  await expect(again.getByRole('textbox', { name: 'Navn (dansk)', exact: true })).toHaveValue('En anden troika')
})

test('what is taken out of the toolbox is gone from its list, and comes back', async ({ town, as, server }) => {
  const made = await server.seed((seed) =>
    seed.protocol(town.consultant, 'troika', [{ name: { da: 'Gammel troika' } }]),
  )
  const kim = await as(town.consultant)
  await kim.goto(`/toolbox/own/Protocol_${made.id}`)
  await kim.getByRole('button', { name: 'Tag ud' }).click()
  await expect(kim.getByText('Runder, der er holdt med den, beholder den.')).toBeVisible()
  const ada = await as(town.ada)
  await ada.goto('/toolbox')
  await expect(ada.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(ada.getByText('Gammel troika')).toHaveCount(0)
  await kim.goto('/toolbox')
  await kim.getByText('Taget ud af værktøjskassen').click()
  await kim.getByRole('link', { name: 'Gammel troika' }).click()
  await kim.getByRole('button', { name: 'Læg tilbage' }).click()
  await ada.reload()
  await expect(ada.getByRole('link', { name: 'Gammel troika' })).toBeVisible()
})
