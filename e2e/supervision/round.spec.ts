import { accessFaults, expect, type Page, test } from '../fixtures.ts'

const phases = [
  'Ramme og aftale',
  'Første interview',
  'Teamets første refleksion',
  'Fokuspersonens genklang',
  'Andet interview',
  'Teamets anden refleksion',
  'Opsamling og næste skridt',
  'Samtale om samtalen',
]
const phase = (page: Page) => page.getByRole('heading', { level: 1 })
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

test('six go through a round from its beginning to its end, each on her own screen', async ({ town, as, server }) => {
  test.setTimeout(120_000)
  const { network, ada, ben, cleo, dan, eva, finn } = town
  const round = await server.seed((seed) =>
    seed.round(network, { method: 'reflekterende-team', people: [ada, ben, cleo, dan, eva, finn] }),
  )
  const pages = await Promise.all([ada, ben, cleo, dan, eva, finn].map((person) => as(person)))
  const [focus, lead, team] = pages as [Page, Page, Page]
  await Promise.all(pages.map((page) => page.goto(`/rounds/Round_${round.id}`)))

  for (const page of pages) {
    await expect(phase(page)).toHaveText('Inden I begynder')
    await expect(page.getByRole('region', { name: 'Hvad bliver i rummet' })).toBeVisible()
  }
  await expect(focus.getByText('Kun du kan gemme noget fra runden.')).toBeVisible()
  await expect(team.getByText('Kun Ada kan gemme noget fra runden.')).toBeVisible()
  await expect(button(team, 'Begynd runden')).toHaveCount(0)
  await button(lead, 'Begynd runden').click()

  for (const [at, name] of phases.entries()) {
    for (const page of pages) await expect(phase(page)).toHaveText(name)
    await expect(button(team, /^Næste/)).toHaveCount(0)
    const isTeams = name.includes('refleksion')
    await expect(focus.getByRole('list', { name: 'Spørgsmål' })).toHaveCount(isTeams ? 0 : 1)
    await expect(team.getByRole('list', { name: 'Spørgsmål' })).toHaveCount(isTeams || at === 7 ? 1 : 0)
    await expect(lead.getByRole('list', { name: 'Spørgsmål' })).toHaveCount(1)
    if (at === 2) for (const page of [focus, lead, team]) expect(await accessFaults(page)).toEqual([])
    if (at < phases.length - 1) await button(lead, `Næste: ${phases[at + 1]}`).click()
  }
  await button(lead, 'Afslut runden').click()
  await lead.getByRole('dialog').getByRole('button', { name: 'Afslut runden' }).click()
  for (const page of pages) await expect(phase(page)).toHaveText('Tak for i dag')
  expect(await accessFaults(focus)).toEqual([])
})

test('while the team speaks the focus person can pass or stop everything, and nothing else', async ({
  town,
  as,
  server,
}) => {
  const { network, ada, ben, cleo, dan } = town
  const round = await server.seed((seed) =>
    seed.round(network, { method: 'reflekterende-team', people: [ada, ben, cleo, dan] }),
  )
  const [focus, lead] = [await as(ada), await as(ben)]
  for (const page of [focus, lead]) await page.goto(`/rounds/Round_${round.id}`)
  await button(lead, 'Begynd runden').click()
  for (const next of phases.slice(1, 3)) await button(lead, `Næste: ${next}`).click()

  await expect(phase(focus)).toHaveText('Teamets første refleksion')
  await expect(focus.getByRole('button')).toHaveText(['Pas', 'Time-out'])
  await expect(focus.getByRole('textbox')).toHaveCount(0)
  await button(focus, 'Pas').click()
  await expect(focus.getByText('Ingen kan se, at du har trykket her.')).toBeVisible()
  await expect(lead.getByText('springer over')).toHaveCount(0)

  await button(focus, 'Time-out').click()
  await expect(lead.getByText('Time-out. Uret står stille.').first()).toBeVisible()
  await button(focus, 'Fortsæt').click()
  await expect(lead.getByText('Time-out. Uret står stille.')).toHaveCount(0)
})
