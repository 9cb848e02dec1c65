import { accessFaults, expect, isKept, type Page, type Server, test } from '../fixtures.ts'

const phase = (page: Page) => page.getByRole('heading', { level: 1 })
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const isIn = (page: Page, name: string) => expect(phase(page)).toHaveText(name)

/** Minutes and seconds on the round's clock, in seconds. */
async function left(page: Page): Promise<number> {
  const [minutes = 0, seconds = 0] = (await page.getByRole('timer').innerText()).split(':').map(Number)
  return minutes * 60 + seconds
}

/** By how many seconds two clocks differ. */
async function apart(...pages: [Page, Page]): Promise<number> {
  const [one, other] = (await Promise.all(pages.map(left))) as [number, number]
  return Math.abs(one - other)
}

interface Logged {
  seq: number
  kind: string
  at: Date
}
const log = (look: Server['look'], roundId: string) =>
  look<Logged & Record<string, unknown>>('SELECT seq, kind, at FROM round_event WHERE round_id = $1 ORDER BY seq', [
    roundId,
  ])
const withoutHoles = (events: Logged[]) => expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1))

test('one loses the network in the middle and comes back without a gap; what she did meanwhile counts', async ({
  town,
  as,
  server,
}) => {
  const { network, ada, ben, cleo, dan } = town
  const round = await server.seed((seed) =>
    seed.round(network, { method: 'reflekterende-team', people: [ada, ben, cleo, dan] }),
  )
  const [lead, team] = [await as(ben), await as(cleo, { goesOffline: true })]
  for (const page of [lead, team]) await page.goto(`/rounds/Round_${round.id}`)
  await button(lead, 'Begynd runden').click()
  await isIn(team, 'Ramme og aftale')

  await team.context().setOffline(true)
  await button(team, 'Mere').click()
  await button(team, 'Et minut mere').click()
  await expect(team.getByText('Ingen forbindelse. Runden fortsætter her')).toBeVisible()
  await expect(team.getByText('1 ændring er ikke sendt endnu.')).toBeVisible()
  expect(await left(team)).toBeGreaterThan(5 * 60)
  await expect.poll(() => left(lead)).toBeLessThanOrEqual(5 * 60)
  await team.context().setOffline(false)
  await expect(team.getByText('ikke sendt endnu')).toHaveCount(0)
  await expect.poll(() => left(lead)).toBeGreaterThan(5 * 60)

  await team.context().setOffline(true)
  await button(lead, 'Næste: Første interview').click()
  await button(lead, 'Næste: Teamets første refleksion').click()
  await expect.poll(async () => (await log(server.look, round.id)).length).toBe(4)
  await isIn(team, 'Ramme og aftale')
  await team.context().setOffline(false)
  await isIn(team, 'Teamets første refleksion')
  await expect(team.getByText('Ingen forbindelse')).toHaveCount(0)
  await expect.poll(() => apart(team, lead)).toBeLessThanOrEqual(2)

  await button(lead, 'Næste: Fokuspersonens genklang').click()
  await isIn(team, 'Fokuspersonens genklang')
  const events = await log(server.look, round.id)
  withoutHoles(events)
  expect(events.map(({ kind }) => kind)).toEqual(['started', 'extended', 'advanced', 'advanced', 'advanced'])
})

test('the device that leads is gone, and another one takes over', async ({ town, as, server }) => {
  const { network, ada, ben, cleo, dan } = town
  const round = await server.seed((seed) =>
    seed.round(network, { method: 'reflekterende-team', people: [ada, ben, cleo, dan] }),
  )
  const [focus, lead, team] = [await as(ada), await as(ben), await as(cleo)]
  for (const page of [focus, lead, team]) await page.goto(`/rounds/Round_${round.id}`)
  await button(lead, 'Begynd runden').click()
  await isIn(team, 'Ramme og aftale')
  await lead.close()

  await button(team, 'Mere').click()
  await button(team, 'Tag ledelsen').click()
  await expect(team.getByRole('dialog')).toContainText('Ben leder nu.')
  await team.getByRole('dialog').getByRole('button', { name: 'Tag ledelsen' }).click()
  await button(team, 'Næste: Første interview').click()
  await isIn(focus, 'Første interview')
  await expect(button(focus, /^Næste/)).toHaveCount(0)
})

test('whoever was to lead does not come, and another one begins', async ({ town, as, server }) => {
  const { network, ada, ben, cleo, dan } = town
  const round = await server.seed((seed) =>
    seed.round(network, { method: 'reflekterende-team', people: [ada, ben, cleo, dan] }),
  )
  const [focus, team] = [await as(ada), await as(cleo)]
  for (const page of [focus, team]) await page.goto(`/rounds/Round_${round.id}`)
  await expect(focus.getByText('Ben begynder, når I er klar.')).toBeVisible()
  await button(team, 'Tag ledelsen').click()
  await team.getByRole('dialog').getByRole('button', { name: 'Tag ledelsen' }).click()
  await button(team, 'Begynd runden').click()
  for (const page of [focus, team]) await isIn(page, 'Ramme og aftale')
})

test('the lead is handed over, roles change, and whoever leaves can come back', async ({ town, as, server }) => {
  const { network, ada, ben, cleo, dan } = town
  const round = await server.seed((seed) =>
    seed.round(network, { method: 'reflekterende-team', people: [ada, ben, cleo, dan] }),
  )
  const [lead, team] = [await as(ben), await as(cleo)]
  for (const page of [lead, team]) await page.goto(`/rounds/Round_${round.id}`)
  await button(lead, 'Begynd runden').click()
  await isIn(team, 'Ramme og aftale')
  await button(team, 'Mere').click()
  await button(team, 'Forlad runden').click()
  await isIn(team, 'Du har forladt runden')
  await expect(lead.getByRole('complementary').getByText('har forladt runden')).toBeVisible()
  await button(team, 'Vær med igen').click()
  await isIn(team, 'Ramme og aftale')

  await button(lead, 'Mere').click()
  await button(lead, 'Skift roller').click()
  const roles = lead.getByRole('dialog', { name: 'Hvem har hvilken rolle?' })
  await roles.getByLabel('Ben').selectOption({ label: 'Reflekterende team' })
  await roles.getByLabel('Cleo').selectOption({ label: 'Supervisor' })
  await roles.getByRole('button', { name: 'Skift rollerne' }).click()
  await expect(team.getByText('Din rolle: Supervisor')).toBeVisible()

  await button(lead, 'Mere').click()
  await button(lead, 'Giv ledelsen videre').click()
  await button(lead, 'Giv ledelsen til Cleo').click()
  await expect(button(team, 'Næste: Første interview')).toBeVisible()
  await expect(button(lead, /^Næste/)).toHaveCount(0)
})

test('the API is killed in the middle of a round: nobody is stopped, and afterwards all is there', async ({
  killable,
  as,
}) => {
  test.setTimeout(90_000)
  const { ada, ben, roundId } = await killable.seed((seed) => {
    const organisation = seed.organisation('Sønderby Kommune')
    const [ada, ben, cleo, dan] = ['Ada Holm', 'Ben Friis', 'Cleo Dam', 'Dan Krog'].map((name) =>
      seed.person(organisation, { name }),
    ) as [never, never, never, never]
    const consultant = seed.person(organisation, { name: 'Kim Bach', roles: ['consultant'] })
    const members = [ada, ben, cleo, dan]
    const network = seed.network(organisation, { name: 'Skolelederne Nord', consultant, members })
    return { ada, ben, roundId: seed.round(network, { method: 'reflekterende-team', people: members }).id }
  })
  const [focus, lead] = [
    await as(ada, { at: killable, goesOffline: true }),
    await as(ben, { at: killable, goesOffline: true }),
  ]
  for (const page of [focus, lead]) await page.goto(`/rounds/Round_${roundId}`)
  await button(lead, 'Begynd runden').click()
  await isIn(focus, 'Ramme og aftale')

  await killable.kill()
  await button(lead, 'Næste: Første interview').click()
  await isIn(lead, 'Første interview')
  await button(lead, 'Et minut mere').click()
  await expect(lead.getByText('2 ændringer er ikke sendt endnu.')).toBeVisible()
  await killable.start()
  await isIn(focus, 'Første interview')
  await expect(lead.getByText('ikke sendt endnu')).toHaveCount(0, { timeout: 20_000 })
  await button(lead, 'Næste: Teamets første refleksion').click()
  await isIn(focus, 'Teamets første refleksion')
  const events = await log(killable.look, roundId)
  withoutHoles(events)
  expect(events.map(({ kind }) => kind)).toEqual(['started', 'advanced', 'extended', 'advanced'])
})

test('a whole round on the table without a network, opened anew in the middle, is handed in afterwards', async ({
  town,
  as,
  server,
}) => {
  test.setTimeout(120_000)
  const { network, ada, ben, cleo, dan } = town
  const round = await server.seed((seed) =>
    seed.round(network, { method: 'reflekterende-team', people: [ada, ben, cleo, dan] }),
  )
  const [table, other] = [await as(ben, { goesOffline: true, viewport: { width: 390, height: 844 } }), await as(cleo)]
  await other.goto(`/rounds/Round_${round.id}`)
  await table.goto('/')
  await isKept(table)
  await table.goto(`/rounds/Round_${round.id}/table`)
  await expect(button(table, 'Begynd runden')).toBeVisible()

  await table.context().setOffline(true)
  await button(table, 'Begynd runden').click()
  await button(table, 'Næste fase').click()
  await isIn(table, 'Første interview')
  expect(await accessFaults(table)).toEqual([])
  await table.reload()
  await isIn(table, 'Første interview')
  for (let more = 0; more < 6; more++) await button(table, 'Næste fase').click()
  await isIn(table, 'Samtale om samtalen')
  await button(table, 'Afslut runden').click()
  await table.getByRole('dialog').getByRole('button', { name: 'Afslut runden' }).click()
  await isIn(table, 'Tak for i dag')
  await isIn(other, 'Inden I begynder')

  await table.context().setOffline(false)
  await isIn(other, 'Tak for i dag')
  const events = await log(server.look, round.id)
  withoutHoles(events)
  expect(events.map(({ kind }) => kind)).toEqual(['started', ...Array(7).fill('advanced'), 'ended'])
  await expect(table.getByText('ikke sendt endnu')).toHaveCount(0)
  const kept = () =>
    table.evaluate(
      () =>
        new Promise<number>((answer, refuse) => {
          const asked = indexedDB.open('lederkreds-rounds')
          asked.onerror = () => refuse(asked.error)
          asked.onsuccess = () => {
            const counted = asked.result.transaction('event').objectStore('event').count()
            counted.onsuccess = () => answer(counted.result)
          }
        }),
    )
  await expect.poll(kept).toBe(0)
})

test('who is not of the network sees nothing of its rounds', async ({ town, as, server }) => {
  const { network, ada, ben, cleo, dan, consultant, stranger, admin } = town
  const round = await server.seed((seed) =>
    seed.round(network, { method: 'reflekterende-team', people: [ada, ben, cleo, dan] }),
  )
  const former = await as(dan)
  await former.goto(`/networks/Network_${network.id}`)
  await former.getByRole('button', { name: 'Gå ud af netværket' }).click()
  await former.getByRole('dialog').getByRole('button', { name: 'Gå ud af netværket' }).click()
  await expect(former).toHaveURL(/\/networks$/)
  for (const page of [former, await as(consultant), await as(stranger), await as(admin)])
    for (const path of ['', '/table']) {
      await page.goto(`/rounds/Round_${round.id}${path}`)
      await isIn(page, 'Siden findes ikke')
    }
})
