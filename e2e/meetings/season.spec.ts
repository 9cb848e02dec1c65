import { expect, test } from '../fixtures.ts'

test('Ada plans a season round the holidays, moves a date, and everybody gets calendar files', async ({
  town,
  as,
  mailbox,
}) => {
  const ada = await as(town.ada)
  await ada.goto(`/networks/Network_${town.network.id}/season`)
  const dates = ada.getByRole('list', { name: 'Datoerne' })
  const rows = dates.getByRole('listitem')
  await expect(rows.first()).toContainText('uge')
  const before = await rows.count()

  await ada.getByRole('combobox', { name: 'Hvor ofte' }).click()
  await ada.getByRole('option', { name: 'Hver 6. uge' }).click()
  await expect.poll(() => rows.count()).toBeLessThan(before)

  await ada.getByRole('textbox', { name: 'Sted' }).fill('Rådhuset, lok. 3')
  const last = rows.filter({ has: ada.getByRole('button', { name: /^Fjern mødet/ }) }).last()
  await last.getByRole('button', { name: /^Flyt/ }).click()
  await ada.getByLabel(/^Ny dato for mødet/).fill(`${new Date().getFullYear() + 2}-01-13`)
  await ada.keyboard.press('Enter')
  await expect(dates).toContainText('Flyttet af dig')

  const save = ada.getByRole('button', { name: /^Gem \d+ møder og giv besked$/ })
  const count = Number((await save.textContent())?.match(/\d+/)?.[0])
  await save.click()
  await expect(ada.getByRole('log')).toContainText(`${count} møder er planlagt`)

  const letter = await mailbox.letterTo(town.ben.email, { subject: `${count} nye netværksmøder` })
  const files = letter.parsed.attachments.filter(({ contentType }) => contentType === 'text/calendar')
  expect(files).toHaveLength(count)
  expect(files[0]?.content.toString()).toMatch(
    /METHOD:REQUEST[\s\S]*SUMMARY:Netværksmøde[\s\S]*LOCATION:Rådhuset\\, lok\. 3/,
  )
})

test('a leader who does not keep the calendar sees the dates and cannot change them', async ({ town, server, as }) => {
  await server.seed((seed) => seed.meeting(town.network, { startsAt: inDays(9), place: 'Nordskolen' }))
  const ben = await as(town.ben)
  await ben.goto(`/networks/Network_${town.network.id}/season`)
  await expect(ben.getByRole('listitem').filter({ hasText: 'Nordskolen' })).toContainText('6 mangler at svare')
  await expect(ben.getByRole('button', { name: 'Tilføj et møde' })).toHaveCount(0)
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
