import { accessFaults, expect, type Page, passphrase, remembered, type Server, test } from '../fixtures.ts'

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const isIn = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
const field = (page: Page) => page.getByLabel('Skriv for dig selv')
const reveal = 'Vis alle tekster på én gang'
const before = ['Hændelser', 'Valg af hændelse', 'Informationsrunde', 'Analyse uden sagsgiver']

const texts = (server: Server, roundId: string) => server.look('SELECT FROM sealed_item WHERE round_id = $1', [roundId])

async function unlock(page: Page, action: string) {
  await button(page, action).click()
  await page.getByLabel('Adgangssætning').fill(passphrase)
  await button(page, 'Lås op').click()
}

async function write(page: Page, text: string) {
  await field(page).fill(text)
  await expect(page.getByText('Gemt forseglet')).toBeVisible()
}

/** From the beginning to the phase in which they write. */
async function leadToWriting(lead: Page) {
  await button(lead, 'Begynd runden').click()
  for (const phase of before) {
    await button(lead, /^Næste: /).click()
    await isIn(lead, phase)
  }
}

async function show(lead: Page) {
  await button(lead, reveal).click()
  await lead.getByRole('dialog').getByRole('button', { name: reveal }).click()
}

test('each writes in the room for herself, and all texts are shown at once, also to her whose case it is', async ({
  town,
  as,
  keys,
  server,
}) => {
  test.setTimeout(90_000)
  const { network, ada, ben, cleo } = town
  for (const one of [ada, ben, cleo]) await keys(one)
  const { id } = await server.seed((seed) =>
    seed.round(network, { method: 'incidentmetoden', people: [ada, ben, cleo] }),
  )
  const pages = await Promise.all([ada, ben, cleo].map((person) => as(person)))
  const [focus, lead, team] = pages as [Page, Page, Page]
  const loaded: string[] = []
  team.on('request', (request) => loaded.push(request.url()))
  const opensVault = () => loaded.some((url) => url.includes('vault-worker'))
  for (const page of pages) await page.goto(`/rounds/Round_${id}`)
  await leadToWriting(lead)
  for (const page of pages) await isIn(page, 'Analyse uden sagsgiver')
  await expect(button(team, 'Lås op, og skriv her')).toBeVisible()
  expect(opensVault()).toBe(false)
  for (const page of [lead, team]) await unlock(page, 'Lås op, og skriv her')
  await write(lead, 'Bens ord')
  await write(team, 'Cleos ord')
  expect(await remembered(team)).toEqual([])
  expect(await accessFaults(team)).toEqual([])
  await expect(focus.getByRole('button')).toHaveText(['Pas', 'Time-out'])
  await expect(focus.getByRole('textbox')).toHaveCount(0)
  await expect(button(team, reveal)).toHaveCount(0)
  expect(await texts(server, id)).toEqual([])

  await show(lead)
  await unlock(focus, 'Lås op, og læs dem her')
  for (const page of pages) {
    const together = page.getByRole('region', { name: 'Det, I skrev' })
    for (const text of ['Bens ord', 'Cleos ord', '2 af 2 tekster er vist.'])
      await expect(together.getByText(text)).toBeVisible()
    await expect(page.getByRole('textbox')).toHaveCount(0)
  }
  expect(await texts(server, id)).toHaveLength(2)

  await button(lead, 'Næste: Rådrunde').click()
  await isIn(team, 'Rådrunde')
  await expect(team.getByText('Bens ord')).toBeHidden()
  await team.getByText('Det, I skrev').click()
  await expect(team.getByText('Bens ord')).toBeVisible()
})

test('a text that is written without a connection waits on its device, and comes when the others have shown theirs', async ({
  town,
  as,
  keys,
  server,
}) => {
  test.setTimeout(90_000)
  const { network, ada, ben, cleo } = town
  for (const one of [ada, ben, cleo]) await keys(one)
  const { id } = await server.seed((seed) =>
    seed.round(network, { method: 'incidentmetoden', people: [ada, ben, cleo] }),
  )
  const [lead, team] = [await as(ben), await as(cleo, { goesOffline: true })]
  for (const page of [lead, team]) await page.goto(`/rounds/Round_${id}`)
  await leadToWriting(lead)
  for (const page of [lead, team]) {
    await unlock(page, 'Lås op, og skriv her')
    await expect(field(page)).toBeVisible()
  }
  await team.context().setOffline(true)
  await write(lead, 'Bens ord')
  await write(team, 'Skrevet uden net')

  await show(lead)
  await expect(lead.getByText('1 af 3 tekster er vist.').or(lead.getByText('1 af 2 tekster er vist.'))).toBeVisible()
  await expect(field(team)).toHaveValue('Skrevet uden net')
  expect(await texts(server, id)).toHaveLength(1)
  await team.context().setOffline(false)
  for (const page of [lead, team]) {
    await expect(page.getByText('Skrevet uden net')).toBeVisible({ timeout: 20_000 })
    await expect(page.getByText('Bens ord')).toBeVisible()
  }
})

test('without keys the round goes on: on paper, and read aloud', async ({ town, as, keys, server }) => {
  test.setTimeout(90_000)
  const { network, ada, ben, cleo } = town
  await keys(cleo)
  const { id } = await server.seed((seed) =>
    seed.round(network, { method: 'incidentmetoden', people: [ada, ben, cleo] }),
  )
  const [lead, team] = [await as(ben), await as(cleo)]
  for (const page of [lead, team]) await page.goto(`/rounds/Round_${id}`)
  await leadToWriting(lead)
  await expect(lead.getByText('Du har ikke lavet nøgler endnu.')).toBeVisible()
  await expect(lead.getByText('Du kan også skrive på papir')).toBeVisible()
  await unlock(team, 'Lås op, og skriv her')
  await write(team, 'Cleos ord')

  await show(lead)
  await expect(team.getByRole('alert')).toContainText('Ben Friis har ikke lavet nøgler endnu.')
  await expect(team.getByText('Cleos ord')).toBeVisible()
  expect(await texts(server, id)).toEqual([])
  await button(lead, 'Næste: Rådrunde').click()
  for (const page of [lead, team]) await isIn(page, 'Rådrunde')
})

test('a text is shared once the server knows that all are shown, and not when the lead was another’s by then', async ({
  town,
  as,
  keys,
  server,
}) => {
  test.setTimeout(90_000)
  const { network, ada, ben, cleo } = town
  for (const one of [ada, ben, cleo]) await keys(one)
  const { id } = await server.seed((seed) =>
    seed.round(network, { method: 'incidentmetoden', people: [ada, ben, cleo] }),
  )
  const [lead, team] = [await as(ben), await as(cleo)]
  let isDeaf = false
  const unheard: (() => void)[] = []
  await lead.routeWebSocket('**/graphql', (socket) => {
    socket.connectToServer().onMessage((message) => {
      if (isDeaf) unheard.push(() => socket.send(message))
      else socket.send(message)
    })
  })
  for (const page of [lead, team]) await page.goto(`/rounds/Round_${id}`)
  await leadToWriting(lead)
  for (const page of [lead, team]) await unlock(page, 'Lås op, og skriv her')
  await write(lead, 'Bens ord')
  await write(team, 'Cleos ord')

  isDeaf = true
  await button(team, 'Mere').click()
  await button(team, 'Tag ledelsen').click()
  await team.getByRole('dialog').getByRole('button', { name: 'Tag ledelsen' }).click()
  await expect(button(team, reveal)).toBeVisible()
  const stumble = { data: null, errors: [{ message: 'Something went wrong.', extensions: { code: 'INTERNAL' } }] }
  let isHeld = true
  await lead.route('**/graphql', async (route) => {
    if (isHeld && route.request().postData()?.includes('RecordRoundEvents')) await route.fulfill({ json: stumble })
    else await route.fallback()
  })
  await show(lead)
  await expect(lead.getByRole('region', { name: 'Det, I skrev' }).getByText(/^0 af \d tekster er vist/)).toBeVisible()
  await lead.waitForRequest((request) => request.postData()?.includes('RoundItems') ?? false)
  expect(await texts(server, id)).toEqual([])
  isHeld = isDeaf = false
  for (const hear of unheard) hear()
  await expect(lead.getByText('En ændring herfra kunne ikke bruges.')).toBeVisible({ timeout: 20_000 })
  await expect(field(lead)).toHaveValue('Bens ord')
  expect(await texts(server, id)).toEqual([])

  await show(team)
  for (const page of [lead, team])
    for (const text of ['Bens ord', 'Cleos ord']) await expect(page.getByText(text)).toBeVisible()
  expect(await texts(server, id)).toHaveLength(2)
})
