import { expect, openJournal, type Page, remembered, test, unlock, type Watched } from '../fixtures.ts'

// A trace would keep every page of two hundred.
test.use({ trace: 'off', screenshot: 'off' })

const prose = ['Hvad satte det i gang?', 'Kroppen, med dine egne ord', 'Hvad gjorde du?', 'Hvad hjalp?']
const folded = [
  ['Fri tekst', 'Fri tekst'],
  ['Det, der giver kræfter igen', 'Slip arbejdet'],
]
const everywhere = [
  ...['page', 'IndexedDB', 'localStorage', 'sessionStorage', 'Cache Storage', 'cookies', 'browser profile'],
  ...['addresses and headers', 'request bodies', 'response bodies', 'web sockets', "API's log"],
  ...['database', 'data directory', 'write-ahead log'],
]
const isKept = 'Kladden er gemt forseglet på denne enhed.'

/** A new entry with a word of its own in each field; a draft of it is kept first where one is `kept`. */
async function write(page: Page, word: () => string, { kept = false, all = false } = {}) {
  await page.getByRole('link', { name: 'Skriv i dagbogen' }).click()
  const [first = ''] = prose
  const beginning = word()
  for (const label of prose) await page.getByLabel(label).fill(label === first ? `${beginning} og mere` : word())
  for (const [fold = '', label = ''] of all ? folded : []) {
    await page.locator('summary').filter({ hasText: fold }).click()
    await page.getByRole('textbox', { name: label }).fill(`Det er ${word()}.`)
  }
  if (kept) await expect(page.getByText(isKept)).toBeVisible()
  expect(await remembered(page)).toEqual([])
  await save(page)
  await expect(page.getByRole('link', { name: new RegExp(beginning) })).toBeVisible()
  return beginning
}

const save = (page: Page) => page.getByRole('button', { name: 'Gem', exact: true }).click()

async function open(page: Page, beginning: string) {
  await page.getByRole('link', { name: new RegExp(beginning) }).click()
}

const isFront = (page: Page) => expect(page.getByRole('link', { name: 'Skriv i dagbogen' })).toBeVisible()

const back = (page: Page, to: string) => page.getByRole('link', { name: `Tilbage til ${to}` }).click()

async function exercise(page: Page, name: string, word: () => string, end: 'Behold forseglet' | 'Slet teksten' | null) {
  await page.getByRole('link', { name: 'Øvelser' }).click()
  await page.getByRole('link', { name }).click()
  await page.getByRole('button', { name: 'Begynd' }).click()
  await page.getByRole('textbox').first().fill(word())
  await expect(page.getByText(isKept)).toBeVisible()
  expect(await remembered(page)).toEqual([])
  if (!end) {
    await back(page, 'Øvelser')
    return back(page, 'Dagbog')
  }
  const on = page.getByRole('button', { name: 'Næste fase' })
  while (await on.isVisible()) {
    await on.click()
    await page.getByRole('textbox').first().fill(word())
  }
  await page.getByRole('button', { name: 'Afslut' }).click()
  await page.getByRole('button', { name: end }).click()
  await isFront(page)
}

/** Looking for a line again, and for a word that nobody ever wrote. */
async function lookFor(page: Page, beginning: string, word: () => string) {
  await page.getByRole('link', { name: 'Søg', exact: true }).click()
  const field = page.getByRole('searchbox')
  await field.fill(word())
  await expect(page.getByText('Ingen steder med alle de ord.')).toBeVisible()
  await field.fill(beginning)
  await expect(page.getByRole('link', { name: new RegExp(beginning) })).toBeVisible()
  expect(await remembered(page)).toEqual([])
  await back(page, 'Dagbog')
}

/** What else one does with a journal. */
async function live(page: Page, word: () => string) {
  await page.getByRole('button', { name: 'Ofte' }).click()
  await lookFor(page, await write(page, word), word)
  await exercise(page, 'Dagens lukning', word, 'Behold forseglet')
  await exercise(page, 'Dagens lukning', word, 'Slet teksten')
  await exercise(page, 'Dagens lukning', word, null)

  await open(page, await write(page, word))
  await page.getByRole('button', { name: 'Ret' }).click()
  await page.getByLabel('Hvad gjorde du?').fill(word())
  await save(page)
  await page.getByRole('button', { name: 'Tag med til en sag' }).click()
  const panel = page.getByRole('region', { name: 'Tag med til en sag' })
  await panel.getByText('Hvad satte det i gang?', { exact: true }).click()
  await panel.getByLabel('Det, du tager med').fill(`${word()} ${word()}`)
  expect(await remembered(page)).toEqual([])
  await panel.getByRole('button', { name: 'Gem til en sag' }).click()
  await back(page, 'Dagbog')

  await open(page, await write(page, word))
  await page.getByRole('button', { name: 'Slet' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Slet' }).click()

  await page.getByRole('link', { name: 'Skriv i dagbogen' }).click()
  await page.getByLabel('Hvad hjalp?').fill(word())
  await expect(page.getByText(isKept)).toBeVisible()
  await page.getByRole('button', { name: 'Kassér' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Kassér' }).click()
  await isFront(page)
}

/** Within the app: a page that is loaded anew comes through the service worker, and then its bytes on the wire cannot be read. */
const walk = (page: Page, path: string) =>
  page.evaluate((to) => {
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)

/** A case prepared, what stays after a round, and what is written in silence and not shown yet. */
async function meet(page: Page, { network, round, word }: Watched) {
  const write = async (labels: readonly string[]) => {
    for (const label of labels) await page.getByLabel(label).fill(word())
    await expect(page.getByText('Gemmer …')).toHaveCount(0)
    await expect(page.getByText('Gemt forseglet').first()).toBeVisible()
    expect(await remembered(page)).toEqual([])
  }
  await walk(page, `/networks/Network_${network.id}/case`)
  await write([
    'En neutral overskrift',
    'Hvad vil jeg gerne have ud af det?',
    'Hvad har jeg prøvet?',
    'Hvad må forlade rummet?',
  ])
  await walk(page, `/rounds/Round_${round.id}/after`)
  await write(['Mine noter fra runden', 'Hvad gør jeg nu?'])
  await walk(page, `/rounds/Round_${round.id}`)
  await page.getByRole('button', { name: 'Begynd runden' }).click()
  for (let phase = 2; phase <= 4; phase++) {
    await page.getByRole('button', { name: /^Næste: / }).click()
    await expect(page.getByText(`Fase ${phase} af 7`, { exact: true })).toBeVisible()
  }
  await write(['Skriv for dig selv'])
  await walk(page, '/journal')
  await isFront(page)
}

/** Asking, answering by name and in a pool, reading, and what is written afterwards and about a report. */
async function giveFeedback(page: Page, { network, feedback: { toAnswer, answered }, word }: Watched) {
  const kept = async () => {
    await expect(page.getByText('Gemmer …')).toHaveCount(0)
    await expect(page.getByText('Gemt forseglet').first()).toBeVisible()
    expect(await remembered(page)).toEqual([])
  }
  for (const { id } of toAnswer) {
    await walk(page, `/feedback/FeedbackCycle_${id}/answer`)
    await page.getByLabel('Mit svar').fill(word())
    await kept()
    await page.getByRole('button', { name: 'Send til Ben Friis' }).click()
    await expect(page.getByText('Dit svar er forseglet til Ben Friis')).toBeVisible()
  }
  await walk(page, `/networks/Network_${network.id}/feedback/new`)
  for (const label of ['Hvad vil du gerne vide?', 'Hvor kan de have set det?', 'Ét ønske til dem, der svarer'])
    await page.getByLabel(label).fill(word())
  await page.getByRole('button', { name: 'Vælg alle' }).click()
  await kept()
  await page.getByRole('button', { name: 'Send til 5' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Din feedback')

  await walk(page, `/feedback/FeedbackCycle_${answered.id}`)
  await page.getByLabel('Hvad tager du med dig?').fill(word())
  await page.getByLabel('Hvad gør du nu?').fill(word())
  await kept()
  await page.getByRole('button', { name: 'Fortæl det til gruppen' }).click()
  await expect(page.getByRole('button', { name: 'Tag det tilbage' })).toBeVisible()

  await walk(page, '/feedback/report')
  for (const label of ['Hvad overraskede mig?', 'Hvad genkender jeg?', 'Hvad vil jeg undersøge?'])
    await page.getByRole('textbox', { name: label }).fill(word())
  await page.getByRole('textbox', { name: 'Ét spørgsmål til mit netværk' }).fill(word())
  await kept()
  await page.getByLabel('Det, du tager med').fill(word())
  await page.getByRole('button', { name: 'Læg det i min sag' }).click()
  await expect(page.getByText('Lagt i din sag')).toBeVisible()
  await walk(page, '/journal')
  await isFront(page)
}

/** In the middle of a word; the draft of it stays on the device. */
async function lockWhileWriting(page: Page, word: () => string) {
  await page.getByRole('link', { name: 'Skriv i dagbogen' }).click()
  await page.getByLabel('Hvad satte det i gang?').fill(word())
  await page.getByRole('button', { name: 'Din menu' }).click()
  await page.getByRole('button', { name: 'Lås', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lås op')
}

/** The journal on another device, down to the first thing that was written. */
async function openAll(page: Page, beginning: string) {
  await openJournal(page)
  await expect(async () => {
    const more = page.getByRole('button', { name: 'Vis mere' })
    if (await more.isVisible()) await more.click()
    await expect(page.getByRole('link', { name: new RegExp(beginning) })).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
}

const sent = (page: Page) => expect(page.getByText('ikke sendt endnu')).toHaveCount(0, { timeout: 60_000 })

async function countItems({ server, person }: Watched) {
  const [row] = await server.look<{ count: number }>(
    `SELECT count(*)::int FROM sealed_item WHERE owner_id = $1 AND kind <> 'memory'`,
    [person.id],
  )
  return row?.count
}

/** The figures beside the result: how much was searched in each place. */
function tell(places: Awaited<ReturnType<Watched['search']>>) {
  for (const [type, { bytes, words, seen }] of places)
    test
      .info()
      .annotations.push({ type, description: `${bytes} bytes, ${words.size} words, seen ${seen.length} times` })
  return places
}

test('of what she writes on two hundred evenings, no word can be found once it is locked', async ({ watched }) => {
  test.setTimeout(300_000)
  const ada = await watched('on')
  expect(ada.isUnsealed).toBe(false)
  const { word } = ada
  const phone = await ada.device()
  await phone.goto(`/networks/Network_${ada.network.id}`)
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Skolelederne Nord')
  await phone.getByRole('link', { name: 'Dagbog' }).click()
  await unlock(phone)
  const first = await write(phone, word)
  for (let evening = 1; evening < 198; evening++)
    await write(phone, word, { kept: evening % 20 === 0, all: evening % 4 === 0 })
  await live(phone, word)
  await meet(phone, ada)
  await giveFeedback(phone, ada)
  await sent(phone)
  await expect.poll(() => countItems(ada)).toBe(212)

  const laptop = await ada.device()
  await openAll(laptop, first)
  for (const page of [phone, laptop]) await lockWhileWriting(page, word)

  const places = tell(await ada.search())
  expect([...places.keys()]).toEqual(expect.arrayContaining(everywhere))
  for (const [place, { bytes, seen }] of places) expect(seen, `${place}, ${bytes} bytes`).toEqual([])
})

test('the same search finds what an app would write that seals nothing', async ({ watched }) => {
  test.setTimeout(150_000)
  const ada = await watched('off')
  expect(ada.isUnsealed).toBe(true)
  const { word } = ada
  const phone = await ada.device()
  await openJournal(phone)
  const first = await write(phone, word, { kept: true, all: true })
  for (let evening = 1; evening < 10; evening++) await write(phone, word, { kept: true, all: true })
  await sent(phone)
  // Beside them the question that she had asked before, which is sealed.
  await expect.poll(() => countItems(ada)).toBe(11)
  const laptop = await ada.device()
  await openAll(laptop, first)
  await lockWhileWriting(phone, word)

  const places = tell(await ada.search())
  const found = (place: string) => places.get(place)?.words.size
  for (const place of ['database', 'request bodies', 'response bodies']) expect(found(place), place).toBe(60)
  // A word that lies across the edge of a page is in two pieces there, with a page's head between them.
  for (const place of ['data directory', 'write-ahead log']) expect(found(place), place).toBeGreaterThan(54)
  expect(found('IndexedDB')).toBe(61)
  expect(found('browser profile')).toBeGreaterThan(54)
})
