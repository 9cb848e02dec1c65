import { expect, type Page, test } from '../fixtures.ts'

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const isIn = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1 })).toHaveText(name)

/** What is left on the round's clock, in seconds. */
async function left(page: Page): Promise<number> {
  const [minutes = 0, seconds = 0] = (await page.getByRole('timer').innerText()).split(':').map(Number)
  return minutes * 60 + seconds
}

/** By how many seconds two clocks differ. */
async function apart(...pages: [Page, Page]): Promise<number> {
  const [one, other] = (await Promise.all(pages.map(left))) as [number, number]
  return Math.abs(one - other)
}

test('one is without a network for three minutes and comes back without a gap', async ({ town, as, server }) => {
  test.setTimeout(300_000)
  const { network, ada, ben, cleo, dan } = town
  const round = await server.seed((seed) =>
    seed.round(network, { method: 'reflekterende-team', people: [ada, ben, cleo, dan] }),
  )
  const [lead, team] = [await as(ben), await as(cleo, { goesOffline: true })]
  for (const page of [lead, team]) await page.goto(`/rounds/Round_${round.id}`)
  await button(lead, 'Begynd runden').click()
  await isIn(team, 'Ramme og aftale')

  const lost = Date.now()
  await team.context().setOffline(true)
  await button(team, 'Mere').click()
  await button(team, 'Et minut mere').click()
  await button(lead, 'Næste: Første interview').click()
  // Real minutes: beats, patience and sessions of both sides go by their own clocks, and none of them is moved here.
  await lead.waitForTimeout(90_000)
  await button(lead, 'Næste: Teamets første refleksion').click()
  await lead.waitForTimeout(lost + 180_000 - Date.now())
  await isIn(team, 'Ramme og aftale')
  await expect(team.getByText('1 ændring er ikke sendt endnu.')).toBeVisible()

  await team.context().setOffline(false)
  await isIn(team, 'Teamets første refleksion')
  await expect(team.getByText('ikke sendt endnu')).toHaveCount(0)
  await expect.poll(() => apart(team, lead)).toBeLessThanOrEqual(2)
  await button(lead, 'Næste: Fokuspersonens genklang').click()
  await isIn(team, 'Fokuspersonens genklang')
  const log = await server.look<{ seq: number; kind: string; clock: number }>(
    'SELECT seq, kind, clock FROM round_event WHERE round_id = $1 ORDER BY seq',
    [round.id],
  )
  expect(log.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
  expect(log.map(({ kind }) => kind)).toEqual(['started', 'advanced', 'advanced', 'extended', 'advanced'])
})
