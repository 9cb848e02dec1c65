import { accessFaults, expect, type Page, test } from '../fixtures.ts'

const day = 86_400_000
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** Who has a role in a round of the plan. */
const seat = (page: Page, round: number, role: string) =>
  page
    .getByRole('region', { name: `${round}. runde` })
    .getByRole('term')
    .filter({ hasText: role })
    .locator('..')

test('whoever passes keeps her turn, and another is proposed for today', async ({ town, as, server }) => {
  const { network, ada, ben } = town
  const meeting = await server.seed((seed) => seed.meeting(network, { startsAt: new Date(Date.now() + day) }))
  const [mine, other] = [await as(ada), await as(ben)]
  for (const page of [mine, other]) await page.goto(`/networks/Network_${network.id}/meetings/Meeting_${meeting.id}`)
  await expect(seat(other, 1, 'Fokusperson')).toContainText('Ada')
  await expect(seat(other, 2, 'Fokusperson')).toContainText('Ben')
  expect(await accessFaults(mine)).toEqual([])

  await button(mine, 'Pas denne gang').click()
  await expect(mine.getByText('Du siger pas denne gang. Din tur bliver stående.')).toBeVisible()
  await expect(other.getByText('Siger pas denne gang: Ada.')).toBeVisible()
  await expect(seat(other, 1, 'Fokusperson')).toContainText('Dan')
  await expect(seat(other, 2, 'Fokusperson')).toContainText('Ben')

  await button(mine, 'Tag min tur tilbage').click()
  await expect(seat(other, 1, 'Fokusperson')).toContainText('Ada')
})

test('two swap their cases, and the other takes it back', async ({ town, as, server }) => {
  const { network, ada, ben, cleo } = town
  const meeting = await server.seed((seed) => seed.meeting(network, { startsAt: new Date(Date.now() + day) }))
  const [mine, other, watching] = [await as(ada), await as(ben), await as(cleo)]
  for (const page of [mine, other, watching])
    await page.goto(`/networks/Network_${network.id}/meetings/Meeting_${meeting.id}`)

  await button(mine, 'Byt: Fokusperson, 1. runde').click()
  const dialog = mine.getByRole('dialog')
  await dialog.getByLabel('Hvem tager den i stedet for Ada?').selectOption('Ben')
  await expect(dialog.getByText('Til gengæld tager Ada 2. runde.')).toBeVisible()
  expect(await accessFaults(mine)).toEqual([])
  await dialog.getByRole('button', { name: 'Byt', exact: true }).click()

  await expect(dialog).toHaveCount(0)
  for (const page of [mine, other, watching]) {
    await expect(seat(page, 1, 'Fokusperson')).toContainText('Ben')
    await expect(seat(page, 1, 'Fokusperson')).toContainText('Byttet')
    await expect(seat(page, 2, 'Fokusperson')).toContainText('Ada')
  }
  await expect(watching.getByRole('button', { name: /^(?:Byt|Fortryd)/ })).toHaveCount(1)
  await button(other, 'Fortryd byttet: Fokusperson, 2. runde').click()
  await expect(seat(watching, 1, 'Fokusperson')).toContainText('Ada')
  await expect(seat(watching, 2, 'Fokusperson')).toContainText('Ben')
})

test('regrets plan the roles anew on every page that is open, and move nobody who need not move', async ({
  town,
  as,
  server,
}) => {
  const { network, ada, ben, cleo, dan, eva } = town
  const meeting = await server.seed((seed) => seed.meeting(network, { startsAt: new Date(Date.now() + day) }))
  const [away, atMeeting, atNetwork, atToday, beginning] = (await Promise.all(
    [ada, ben, cleo, dan, eva].map((person) => as(person)),
  )) as [Page, Page, Page, Page, Page]
  const path = `/networks/Network_${network.id}`
  const page = `${path}/meetings/Meeting_${meeting.id}`
  await Promise.all([
    away.goto(page),
    atMeeting.goto(page),
    atNetwork.goto(path),
    atToday.goto('/'),
    beginning.goto(`${path}/rounds/new?method=reflekterende-team&meeting=Meeting_${meeting.id}`),
  ])
  const turn = atNetwork.getByRole('region', { name: 'Hvis tur' })
  const next = atToday.getByRole('region', { name: 'Skolelederne Nord' })
  const focus = beginning.getByRole('combobox', { name: 'Fokusperson' })
  await expect(seat(atMeeting, 1, 'Fokusperson')).toContainText('Ada')
  await expect(turn).toContainText('Ada')
  await expect(turn).toContainText('Derefter Ben')
  await expect(next).toContainText('Tidstager i 2. runde')
  await expect(focus).toHaveValue(`Person_${ada.id}`)

  await button(away, 'Meld afbud').click()

  await expect(seat(atMeeting, 1, 'Fokusperson')).toContainText('Dan')
  await expect(seat(atMeeting, 1, 'Supervisor')).toContainText('Ben')
  await expect(seat(atMeeting, 1, 'Tidstager')).toContainText('Cleo')
  await expect(seat(atMeeting, 2, 'Fokusperson')).toContainText('Ben')
  await expect(seat(atMeeting, 2, 'Tidstager')).toContainText('Dan')
  await expect(turn).toContainText('Dan')
  await expect(next).toContainText('Du er fokusperson i 1. runde')
  await expect(focus).toHaveValue(`Person_${dan.id}`)
  await expect(beginning.getByRole('checkbox', { name: 'Ada Holm' })).not.toBeChecked()
  for (const open of [atMeeting, atToday, beginning]) expect(await accessFaults(open)).toEqual([])
})

test('two who are too close do not supervise each other, and only the network knows', async ({ town, as, server }) => {
  const { network, ada, ben, consultant } = town
  const meeting = await server.seed((seed) => seed.meeting(network, { startsAt: new Date(Date.now() + day) }))
  const [mine, other, outside] = [await as(ada), await as(ben), await as(consultant)]
  const path = `/networks/Network_${network.id}`
  await mine.goto(`${path}/meetings/Meeting_${meeting.id}`)
  await expect(seat(mine, 1, 'Supervisor')).toContainText('Ben')

  await other.goto(`${path}/meetings/Meeting_${meeting.id}`)
  await other.getByRole('link', { name: 'Bindinger' }).click()
  await expect(other.getByText('Ingen har sagt noget.')).toBeVisible()
  await other.getByRole('checkbox', { name: 'Ada Holm og jeg superviserer ikke hinandens sager' }).check()
  await expect(other.getByText('Sagt af Ben Friis')).toBeVisible()
  await expect(other.getByText('Ikke af konsulenten eller administratoren.')).toBeVisible()
  expect(await accessFaults(other)).toEqual([])

  await expect(seat(mine, 1, 'Supervisor')).not.toContainText('Ben')
  await expect(seat(mine, 1, 'Fokusperson')).toContainText('Ada')
  await expect(mine.getByRole('main')).not.toContainText(/superviserer ikke/)
  await mine.getByRole('link', { name: 'Bindinger' }).click()
  await expect(mine.getByText('Sagt af Ben Friis')).toBeVisible()
  await expect(mine.getByText('Ada Holm og jeg')).toHaveCount(0)

  await mine.goto(`${path}/rounds/new?method=reflekterende-team&meeting=Meeting_${meeting.id}`)
  await expect(mine.getByRole('combobox', { name: 'Supervisor' })).not.toHaveValue(`Person_${ben.id}`)
  await mine.getByRole('combobox', { name: 'Supervisor' }).selectOption('Ben Friis')
  await expect(mine.getByText('Ada Holm og Ben Friis har sagt, at de ikke superviserer hinandens sager.')).toBeVisible()

  await outside.goto(`${path}/meetings/Meeting_${meeting.id}`)
  await expect(outside.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(outside.getByText('Hvem gør hvad')).toHaveCount(0)
  await outside.goto(`${path}/ties`)
  await expect(outside.getByRole('heading', { level: 1 })).toHaveText('Siden findes ikke')
})

test('a tie stands as it was ticked, also where it is told of before it is answered', async ({
  town,
  as,
  between: stand,
}) => {
  const page = await as(town.ben)
  const between = await stand(page)
  await page.goto(`/networks/Network_${town.network.id}/ties`)
  const { promise, resolve } = Promise.withResolvers<void>()
  between.lies = { DeclareTie: (honest) => honest().then((answer) => promise.then(() => answer)) }
  const tie = page.getByRole('checkbox', { name: 'Ada Holm og jeg superviserer ikke hinandens sager' })
  await tie.check()
  await expect(page.getByText('Sagt af Ben Friis')).toBeVisible()
  await expect(tie).toBeChecked()
  resolve()
  await expect(tie).toBeEnabled()
  await expect(tie).toBeChecked()
})

test('a round that was made ready is called off, and has used nobody’s turn', async ({ town, as, server }) => {
  const { network, ada, ben, cleo, dan } = town
  const { meeting, round } = await server.seed((seed) => {
    const made = seed.meeting(network, { startsAt: new Date(Date.now() - 60_000) })
    const people = [ada, ben, cleo, dan]
    return { meeting: made, round: seed.round(network, { method: 'reflekterende-team', people, meeting: made }) }
  })
  const [inside, lead, other] = [await as(ada), await as(ben), await as(cleo)]
  const path = `/networks/Network_${network.id}/meetings/Meeting_${meeting.id}`
  await inside.goto(`/rounds/Round_${round.id}`)
  await expect(inside.getByRole('heading', { level: 1 })).toHaveText('Inden I begynder')
  for (const page of [lead, other]) await page.goto(path)
  await expect(other.getByText('Gjort klar, ikke begyndt')).toBeVisible()
  await expect(button(other, 'Aflys runden')).toHaveCount(0)
  await expect(other.getByRole('region', { name: '1. runde' })).toHaveCount(0)

  await button(lead, 'Aflys runden').click()
  await lead.getByRole('dialog').getByRole('button', { name: 'Aflys runden' }).click()

  await expect(other.getByText('Aflyst, inden den begyndte')).toBeVisible()
  await expect(other.getByRole('link', { name: 'Begynd en runde' })).toBeVisible()
  await expect(seat(other, 1, 'Fokusperson')).toContainText('Ada')
  await expect(inside.getByRole('heading', { level: 1 })).toHaveText('Runden er aflyst')
})
