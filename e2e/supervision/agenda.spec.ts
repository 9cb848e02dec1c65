import { accessFaults, expect, type Page, test, unlock } from '../fixtures.ts'

const minutes = (ahead: number) => new Date(Date.now() + ahead * 60_000)
const parts = (page: Page) => page.getByRole('list', { name: 'Dagsorden' }).getByRole('listitem')

/** How many sheets of paper a page takes, told by the PDF's own page objects. */
async function sheets(page: Page): Promise<number> {
  await page.evaluate(async () => void (await document.fonts.ready))
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length
}

test('the agenda follows from the meeting, says by the server’s clock what is now, and is one sheet of paper', async ({
  town,
  as,
  server,
}) => {
  const { id } = await server.seed((seed) => {
    seed.meeting(town.network, { startsAt: minutes(-60 * 24 * 30) })
    return seed.meeting(town.network, { startsAt: minutes(-25), minutes: 180, place: 'Rådhuset' })
  })
  const page = await as(town.ada)
  await page.clock.setSystemTime(minutes(90))
  await page.goto(`/networks/Network_${town.network.id}/meetings/Meeting_${id}`)
  await page.getByRole('link', { name: 'Dagsorden' }).click()
  await expect(parts(page).getByRole('heading')).toHaveText([
    'Tjek ind',
    /^Siden sidst/,
    'Runde 1',
    'Pause',
    'Runde 2',
    'Tjek ud med 3-2-1',
  ])
  await expect(page.getByText('Nu', { exact: true })).toHaveCount(1)
  await expect(parts(page).nth(1)).toHaveAttribute('aria-current', 'step')
  await expect(parts(page).nth(2)).toContainText('Kollegial sparring i otte trin')
  await expect(page.getByText('ikke skrevet ned nogen steder')).toBeVisible()
  expect(await sheets(page)).toBe(1)

  await page.getByRole('button', { name: 'Én runde mere' }).click()
  await expect(page.getByRole('alert')).toContainText('Der mangler 25 minutter')
  expect(await sheets(page)).toBe(1)
  for (const _ of ['third', 'second']) await page.getByRole('button', { name: 'Én runde færre' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByText('Der er 60 minutter i overskud.')).toBeVisible()
})

test('the convenor plans one round, and every page that is open goes by it', async ({ town, as, server }) => {
  const { network, ada, ben, cleo } = town
  const { id } = await server.seed((seed) => seed.meeting(network, { startsAt: minutes(60 * 24), minutes: 180 }))
  const [hers, his, other] = [await as(ada), await as(ben), await as(cleo)]
  const meeting = `/networks/Network_${network.id}/meetings/Meeting_${id}`
  await Promise.all([hers.goto(`${meeting}/agenda`), his.goto(meeting), other.goto(`${meeting}/agenda`)])
  const plan = (page: Page) => page.getByRole('region', { name: 'Runder på dagsordenen' })
  await expect(his.getByRole('region', { name: '2. runde' })).toBeVisible()
  await expect(plan(other)).toContainText('Ingen har planlagt runderne endnu.')
  await expect(plan(other).getByRole('button')).toHaveCount(0)
  await expect(parts(other).filter({ hasText: 'Runde 2' })).toContainText('Fokusperson: Ben · Supervisor: Ada')

  await plan(hers).getByRole('button', { name: 'Én runde færre' }).click()
  await plan(hers).getByLabel('Runde 1').selectOption('konsultation')

  await expect(parts(other).getByRole('heading')).toHaveText(['Tjek ind', 'Runde 1', 'Tjek ud med 3-2-1'])
  const round = parts(other).filter({ hasText: 'Runde 1' })
  await expect(round).toContainText('Konsultation blandt kritiske venner')
  await expect(round).toContainText('Fokusperson: Ada · Supervisor: Ben')
  await expect(plan(other)).toContainText('Runderne er planlagt af jeres tovholder eller konsulent.')
  await expect(his.getByRole('region', { name: '1. runde' })).toBeVisible()
  await expect(his.getByRole('region', { name: '2. runde' })).toHaveCount(0)
  for (const page of [hers, other]) expect(await accessFaults(page)).toEqual([])

  await other.emulateMedia({ media: 'print' })
  await expect(other.getByRole('table')).toContainText('Fokusperson: Ada · Supervisor: Ben')
  expect(await sheets(other)).toBe(1)
  await other.emulateMedia({ media: null })

  await hers.reload()
  expect(new URL(hers.url()).search).toBe('')
  await expect(plan(hers).getByLabel('Runde 1')).toHaveValue('konsultation')

  await his.getByRole('link', { name: 'Begynd en runde' }).click()
  await expect(his.getByLabel('Metode')).toHaveValue('konsultation')
  await his.getByRole('button', { name: 'Gå til runden' }).click()
  await expect(plan(hers)).toContainText('Runde 1 er begyndt: Konsultation blandt kritiske venner')
  await expect(parts(hers)).toHaveCount(3)
})

test('a consultant plans what her organisation has made of a method, and is told no names', async ({
  town,
  as,
  server,
}) => {
  const { network, ada, consultant } = town
  const { id, own } = await server.seed((seed) => ({
    ...seed.meeting(network, { startsAt: minutes(60 * 24), minutes: 180 }),
    own: seed.protocol(consultant, 'startkontrakt', [{ name: { da: 'Vores aftaler', en: 'Our agreements' } }]).id,
  }))
  const [outside, inside] = [await as(consultant), await as(ada)]
  const meeting = `/networks/Network_${network.id}/meetings/Meeting_${id}`
  await Promise.all([outside.goto(`${meeting}/agenda`), inside.goto(meeting)])
  await expect(inside.getByRole('region', { name: '1. runde' })).toContainText('Fokusperson')

  await outside.getByLabel('Runde 1').selectOption(`Protocol_${own}`)

  await expect(parts(outside).filter({ hasText: 'Runde 1' })).toContainText('Vores aftaler')
  await expect(outside.getByRole('main')).not.toContainText(/Fokusperson|Supervisor: |turordenens forslag/)
  await expect(inside.getByRole('region', { name: '1. runde' })).not.toContainText('Fokusperson')
  await expect(inside.getByRole('region', { name: '2. runde' })).toContainText('Ada')
  expect(await accessFaults(outside)).toEqual([])
  await inside.goto(`/networks/Network_${network.id}/rounds/new?meeting=Meeting_${id}`)
  await expect(inside.getByLabel('Metode')).toHaveValue(`Protocol_${own}`)
})

test('the next meeting asks about a next step only if its owner said so, and she can have it stopped', async ({
  town,
  as,
  keys,
  server,
}) => {
  const { network, ada, ben, cleo } = town
  for (const one of [ada, ben, cleo]) await keys(one)
  const { round, next } = await server.seed((seed) => {
    const beganAt = minutes(-60 * 24 * 30)
    const meeting = seed.meeting(network, { startsAt: beganAt })
    const held = { meeting, beganAt, endedAt: new Date(beganAt.getTime() + 3_600_000) }
    return {
      round: seed.round(network, { method: 'reflekterende-team', people: [ada, ben], ...held }),
      next: seed.meeting(network, { startsAt: minutes(60) }),
    }
  })
  const meeting = `/networks/Network_${network.id}/meetings/Meeting_${next.id}`
  const [hers, his] = [await as(ada), await as(ben)]
  const share = async (page: Page, text: string, mayAsk: boolean) => {
    await page.goto(`/rounds/Round_${round.id}/after`)
    await unlock(page)
    const step = page.getByRole('region', { name: 'Næste skridt' })
    await step.getByLabel('Hvad gør jeg nu?').fill(text)
    await step.getByLabel('De andre må spørge til det næste gang').setChecked(mayAsk)
    await step.getByRole('button', { name: 'Del med dem, der var med' }).click()
    await expect(step.getByRole('button', { name: 'Tag det tilbage' })).toBeVisible()
  }
  await share(hers, 'Tale med min souschef.', true)
  await share(his, 'Ringe til forvaltningen.', false)

  const newcomer = await as(cleo)
  await newcomer.goto(`${meeting}/agenda`)
  await expect(parts(newcomer)).toHaveCount(6)
  await expect(newcomer.getByRole('region', { name: 'Næste skridt fra sidst' })).toHaveCount(0)
  await newcomer.goto(`${meeting}/steps`)
  await unlock(newcomer)
  await expect(newcomer.getByText('Her er ingen næste skridt lige nu.')).toBeVisible()

  const steps = (page: Page) => page.getByRole('main').getByRole('listitem')
  const look = async (page: Page) => {
    await page.goto(meeting)
    await expect(page.getByText('De kan læses, når dine nøgler er åbne.')).toBeVisible()
    await page.getByRole('link', { name: 'Lås op og se dem' }).click()
    await unlock(page)
  }
  await look(his)
  await expect(steps(his).filter({ hasText: 'Tale med min souschef.' })).toContainText(
    'I må gerne spørge: »Vil du fortælle, hvordan det gik?« Pas er også et svar.',
  )
  await expect(steps(his).filter({ hasText: 'Ringe til forvaltningen.' })).toContainText('ikke opfordret til at spørge')
  await look(hers)
  await expect(steps(hers)).toHaveCount(1)
  await expect(hers.getByText('Ringe til forvaltningen.')).toHaveCount(0)

  await hers.getByRole('link', { name: 'Tilbage til Dagsordenen' }).click()
  const section = hers.getByRole('region', { name: 'Næste skridt fra sidst' })
  await expect(section).toContainText('Tale med min souschef.')
  await section.getByRole('button', { name: 'Spørg mig ikke om det' }).click()
  await hers.getByRole('dialog').getByRole('button', { name: 'Tag det tilbage' }).click()
  // It is kept for her alone before it is deleted for the others: only then is it there once.
  await expect(section.getByRole('button', { name: 'Spørg mig ikke om det' })).toHaveCount(0)
  await expect(section.getByRole('listitem')).toHaveCount(1)
  await expect(section.getByRole('listitem')).toContainText('Kun dit eget')
  await expect(section.getByRole('listitem')).toContainText('Tale med min souschef.')
  await look(his)
  await expect(steps(his)).toHaveCount(1)
  await expect(his.getByText('Tale med min souschef.')).toHaveCount(0)
})

test('a consultant who facilitates finds the round that is under way on her front page and at the network', async ({
  town,
  as,
  server,
}) => {
  const { network, ada, ben, cleo, dan, consultant } = town
  const about = { method: 'reflekterende-team', people: [ada, ben, cleo, dan] } as const
  const { id } = await server.seed((seed) =>
    seed.round(network, { ...about, people: [...about.people], facilitator: consultant }),
  )
  const page = await as(consultant)
  for (const path of ['/', `/networks/Network_${network.id}`]) {
    await page.goto(path)
    await page.getByRole('link', { name: 'Gå til runden' }).click()
    await expect(page).toHaveURL(`/rounds/Round_${id}`)
  }
  const other = await server.seed((seed) => {
    const quiet = seed.network(town.organisation, { name: 'Plejecentrene', consultant, members: [ada, ben, cleo, dan] })
    seed.round(quiet, { ...about, people: [...about.people] })
    return quiet
  })
  await page.goto('/')
  await expect(page.getByText('En runde er i gang')).toHaveCount(1)
  await page.goto(`/networks/Network_${other.id}`)
  await expect(page.getByRole('heading', { name: 'Plejecentrene' })).toBeVisible()
  await expect(page.getByText('En runde er i gang')).toHaveCount(0)
})
