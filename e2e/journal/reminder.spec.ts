import { expect, openJournal, test } from '../fixtures.ts'

test('nobody is reminded who has not asked, and whoever asks chooses the hour, and stops it again', async ({
  town,
  as,
  keys,
  server,
  between: stand,
}) => {
  await keys(town.ada)
  const page = await as(town.ada)
  const rows = () => server.look('SELECT hour, weekends FROM reminder WHERE person_id = $1', [town.ada.id])
  await openJournal(page)
  await page.getByRole('link', { name: 'Indstillinger for dagbogen' }).click()
  const wanted = page.getByRole('switch', { name: 'Påmind mig med en mail' })
  await expect(wanted).not.toBeChecked()
  await expect(
    page.getByText('Serveren ved, at du vil mindes, og hvornår. Administratoren kan ikke se det.'),
  ).toBeVisible()
  expect(await rows()).toEqual([])

  await wanted.click()
  const weekends = page.getByRole('switch', { name: 'Også lørdag og søndag' })
  await expect(weekends).not.toBeChecked()
  // The answer about the hour comes after she has chosen the days as well.
  const both = Promise.withResolvers<void>()
  const between = await stand(page)
  between.lies = { ChooseReminder: async (honest) => both.promise.then(honest) }
  await page.getByRole('combobox', { name: 'Klokken' }).selectOption('20:00')
  for (const isOn of [true, false, true]) {
    await weekends.click()
    await expect(weekends).toBeChecked({ checked: isOn })
  }
  both.resolve()
  await expect.poll(rows).toEqual([{ hour: 20, weekends: true }])

  const tablet = await as(town.ada)
  await openJournal(tablet)
  await tablet.getByRole('link', { name: 'Indstillinger for dagbogen' }).click()
  await expect(tablet.getByRole('combobox', { name: 'Klokken' })).toHaveValue('20')
  await tablet.getByRole('combobox', { name: 'Klokken' }).selectOption('07:00')
  await expect.poll(rows).toEqual([{ hour: 7, weekends: true }])
  await page.getByRole('combobox', { name: 'Klokken' }).selectOption('08:00')
  await expect(page.getByText('Påmindelsen er ændret et andet sted imens.')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Klokken' })).toHaveValue('7')

  await wanted.click()
  await expect.poll(rows).toEqual([])
  await expect(weekends).toHaveCount(0)
})
