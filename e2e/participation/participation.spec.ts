import { expect, test } from '../fixtures.ts'

const year = new Date().getFullYear() - 1
const noon = (month: number) => new Date(Date.UTC(year, month - 1, 10, 11))

test('an administrator sees the figures and gets the file; the members read in the log that she did', async ({
  town,
  server,
  as,
}) => {
  await server.seed((seed) => {
    seed.meeting(town.network, { startsAt: noon(1), attended: () => true, rsvp: () => 'coming' })
    seed.meeting(town.network, { startsAt: noon(2), attended: (index) => index < 4 })
    seed.meeting(town.network, { startsAt: noon(3), attended: (index) => index > 0 })
  })
  const admin = await as(town.admin)
  await admin.goto('/admin')
  await admin.getByRole('link', { name: 'Deltagelse' }).click()
  await admin.getByLabel('År').selectOption(String(year))

  await expect(admin.getByRole('region', { name: 'Møder holdt' })).toContainText('3')
  const months = admin.getByRole('table', { name: `Møder og mennesker, der var med, måned for måned i ${year}` })
  await expect(months.getByRole('row', { name: 'januar' })).toContainText('6')
  await expect(months.getByRole('row', { name: 'februar' })).toContainText('Under 5')
  await expect(months.getByRole('row', { name: 'marts' })).toContainText('5')

  const arriving = admin.waitForEvent('download')
  await admin.getByRole('button', { name: 'Hent filen' }).click()
  const file = await arriving
  await expect(admin.getByText('Filen er hentet: 18 linjer.')).toBeVisible()
  expect(file.suggestedFilename()).toBe(`deltagelse-${year}-01-01-til-${year}-12-31.csv`)
  const lines = (await new Response(await file.createReadStream().then((stream) => stream as never)).text()).split(
    '\r\n',
  )
  expect(lines[0]).toContain('Netværk;Mødedato;Person')
  expect(lines).toHaveLength(1 + 18 + 1)

  const ada = await as(town.ada)
  await ada.goto('/participation/log')
  const entry = ada.getByRole('row', { name: 'Hentede deltagelse' })
  await expect(entry).toContainText('Astrid Lund')
  await expect(entry).toContainText('Alle netværk')
  await expect(entry).toContainText('18')

  const stranger = await as(town.stranger)
  await stranger.goto('/participation/log')
  await expect(stranger.getByText('Ingen har gjort noget endnu')).toBeVisible()
})

test('an administrator who confirmed too long ago is asked again before a file leaves', async ({
  town,
  server,
  as,
}) => {
  await server.seed((seed) => seed.meeting(town.network, { startsAt: noon(1) }))
  const admin = await as(town.admin, { steppedUp: false })
  await admin.goto(`/admin/participation?year=${year}`)
  await admin.getByRole('button', { name: 'Hent filen' }).click()
  await expect(admin.getByRole('dialog')).toContainText(/bekræft/i)
})

test('an administrator does not come into a network, and a leader not to the figures', async ({ town, as }) => {
  const admin = await as(town.admin)
  await admin.goto(`/networks/Network_${town.network.id}`)
  await expect(admin.getByRole('heading', { name: 'Siden findes ikke' })).toBeVisible()

  const ada = await as(town.ada)
  for (const path of ['/admin', '/admin/participation']) {
    await ada.goto(path)
    await expect(ada.getByRole('heading', { name: 'Siden findes ikke' })).toBeVisible()
  }
})

test('a member reads which columns there are, and gets the file of her own networks', async ({ town, server, as }) => {
  await server.seed((seed) => seed.meeting(town.network, { startsAt: noon(1) }))
  const ada = await as(town.ada)
  await ada.goto('/participation/columns')
  const columns = ada.getByRole('table', { name: 'Kolonnerne i filen om deltagelse' })
  await expect(columns.getByRole('rowheader')).toHaveText([
    'Netværk',
    'Mødedato',
    'Person',
    'Arbejdsplads',
    'Rolle i netværket',
    'Inviteret',
    'Tilmeldt',
    'Afbud',
    'Fremmødt',
    'Metoder i runder',
  ])
  const arriving = ada.waitForEvent('download')
  await ada.getByRole('button', { name: 'Hent filen' }).click()
  expect((await arriving).suggestedFilename()).toBe('deltagelse.csv')
  await expect(ada.getByText('Filen er hentet: 6 linjer.')).toBeVisible()
})
