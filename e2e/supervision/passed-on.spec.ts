import { expect, isKept, type Page, type Server, test } from '../fixtures.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const isIn = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
const aMinute = async (page: Page) => {
  await button(page, 'Mere').click()
  await button(page, 'Et minut mere').click()
}

const log = (look: Server['look'], roundId: string) =>
  look('SELECT kind, by_id AS by FROM round_event WHERE round_id = $1 ORDER BY seq', [roundId])

/** A device that one person held, with something that she could not hand in, is signed in to by another. */
async function passedOn(page: Page, server: Server, token: string) {
  await page.context().addCookies([{ name: 'lederkreds-session', value: token, url: server.settings.PUBLIC_URL }])
  await page.context().setOffline(false)
}

test('what somebody did on a device is not handed in for the next who signs in on it', async ({ town, as, server }) => {
  const { network, ada, ben, cleo, dan } = town
  const round = await server.seed((seed) =>
    seed.round(network, { method: 'reflekterende-team', people: [ada, ben, cleo, dan] }),
  )
  const [lead, device] = [await as(ben), await as(cleo, { goesOffline: true })]
  await lead.goto(`/rounds/Round_${round.id}`)
  await button(lead, 'Begynd runden').click()
  await device.goto('/')
  await isKept(device)
  await device.goto(`/rounds/Round_${round.id}`)
  await isIn(device, 'Ramme og aftale')
  await device.context().setOffline(true)
  await aMinute(device)
  await expect(device.getByText('1 ændring er ikke sendt endnu.')).toBeVisible()
  await device.goto('about:blank')

  await passedOn(device, server, await server.seed((seed) => seed.session(dan)))
  for (const _ of ['once', 'and opened again']) {
    await device.goto(`/rounds/Round_${round.id}`)
    await isIn(device, 'Ramme og aftale')
  }
  await expect(device.getByRole('complementary').getByText('Dan (dig)')).toBeVisible()
  await aMinute(device)
  await expect
    .poll(() => log(server.look, round.id))
    .toEqual([
      { kind: 'started', by: ben.id },
      { kind: 'extended', by: dan.id },
    ])
})

test('a page that was left open hands in nothing for whoever has signed in beside it', async ({ town, as, server }) => {
  const { network, ada, ben, cleo, dan } = town
  const round = await server.seed((seed) =>
    seed.round(network, { method: 'reflekterende-team', people: [ada, ben, cleo, dan] }),
  )
  const [lead, device] = [await as(ben), await as(cleo, { goesOffline: true })]
  await lead.goto(`/rounds/Round_${round.id}`)
  await button(lead, 'Begynd runden').click()
  await device.goto(`/rounds/Round_${round.id}`)
  await isIn(device, 'Ramme og aftale')
  await device.context().setOffline(true)
  await aMinute(device)
  await expect(device.getByText('1 ændring er ikke sendt endnu.')).toBeVisible()

  await passedOn(device, server, await server.seed((seed) => seed.session(dan)))
  await expect(device.getByRole('complementary').getByText('Dan (dig)')).toBeVisible()
  await aMinute(device)
  await expect
    .poll(() => log(server.look, round.id))
    .toEqual([
      { kind: 'started', by: ben.id },
      { kind: 'extended', by: dan.id },
    ])
})
