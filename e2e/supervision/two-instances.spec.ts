import { expect, type Page, test } from '../fixtures.ts'

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
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

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)

/** The numbers of the events that this browser has of the server, in the order of the log. */
const keptSeqs = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<(number | null)[]>((answer, refuse) => {
        const asked = indexedDB.open('lederkreds-rounds')
        asked.onerror = () => refuse(asked.error)
        asked.onsuccess = () => {
          const all = asked.result.transaction('event').objectStore('event').getAll()
          all.onsuccess = () => answer(all.result.map(({ seq }) => seq).sort((one, other) => one - other))
        }
      }),
  )

test('six on two instances see every phase, also when one instance is killed and the other one takes over', async ({
  pair,
  as,
}) => {
  test.setTimeout(180_000)
  const names = ['Ada Holm', 'Ben Friis', 'Cleo Dam', 'Dan Krog', 'Eva Toft', 'Finn Juhl']
  const { people, roundId } = await pair.seed((seed) => {
    const organisation = seed.organisation('Sønderby Kommune')
    const people = names.map((name) => seed.person(organisation, { name }))
    const consultant = seed.person(organisation, { name: 'Kim Bach', roles: ['consultant'] })
    const network = seed.network(organisation, { name: 'Skolelederne Nord', consultant, members: people })
    return { people, roundId: seed.round(network, { method: 'reflekterende-team', people }).id }
  })
  const pages = await Promise.all(people.map((person) => as(person, { at: pair, goesOffline: true })))
  const [first, second] = pair.instances
  const lead = pages[1] as Page
  const allAreIn = async (at: number) => {
    for (const page of pages)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(phases[at] ?? '', { timeout: 20_000 })
  }
  const goTo = async (at: number) => {
    await button(lead, `Næste: ${phases[at]}`).click()
    await allAreIn(at)
  }
  await Promise.all(pages.map((page) => page.goto(`/rounds/Round_${roundId}`)))
  // Whoever had to try twice has changed the turns; some are on each of them all the same.
  await expect
    .poll(() => ({ all: sum(pair.following()), none: pair.following().includes(0) }))
    .toEqual({ all: 6, none: false })
  await button(lead, 'Begynd runden').click()
  await allAreIn(0)
  await goTo(1)

  await first.kill()
  await goTo(2)
  await expect.poll(pair.following).toEqual([0, 6])
  await goTo(3)

  await first.start()
  await second.kill()
  await goTo(4)
  await expect.poll(pair.following).toEqual([6, 0])
  await second.start()
  for (const at of [5, 6, 7]) await goTo(at)

  const log = await pair.look<{ seq: number; kind: string }>(
    'SELECT seq, kind FROM round_event WHERE round_id = $1 ORDER BY seq',
    [roundId],
  )
  expect(log.map(({ kind }) => kind)).toEqual(['started', ...Array(7).fill('advanced')])
  expect(log.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  for (const page of pages) await expect.poll(() => keptSeqs(page)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  await button(lead, 'Afslut runden').click()
  await lead.getByRole('dialog').getByRole('button', { name: 'Afslut runden' }).click()
  for (const page of pages) await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tak for i dag')
})
