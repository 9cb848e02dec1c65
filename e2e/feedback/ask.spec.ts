import { expect, type Page, remembered, type Server, test, unlock } from '../fixtures.ts'

test.setTimeout(150_000)

const question = 'Hvad gør jeg, når et møde går i hårdknude?'
const ofBen = 'Du tier, og så begynder de andre at lede.'
const ofCleo = 'Du stillede ét spørgsmål, og rummet faldt til ro.'

async function open(page: Page, path: string) {
  await page.goto(path)
  await unlock(page)
}

async function answer(page: Page, cyclePath: string, text: string) {
  await open(page, `${cyclePath}/answer`)
  await page.getByLabel('Mit svar').fill(text)
  await page.getByRole('button', { name: 'Send til Ada Holm' }).click()
  await expect(page.getByText('Dit svar er forseglet til Ada Holm')).toBeVisible()
}

/** The deadline is over, and the worker looks. */
async function release(server: Server, page: Page) {
  const id = new URL(page.url()).pathname.replace('/feedback/FeedbackCycle_', '')
  await server.look(`UPDATE feedback_cycle SET deadline = now() - interval '1 second' WHERE id = $1`, [id])
  await server.look(`SELECT graphile_worker.add_job('releaseFeedback')`)
}

const letter = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text })
const send = (page: Page) => page.getByRole('button', { name: /^Send til/ }).click()
const waiting = (page: Page) => expect(page.getByRole('heading', { name: /^Svarene vises/ })).toBeVisible()

test('she asks two, reads both at once, thinks, tells a step, and asks again', async ({ town, as, keys, server }) => {
  for (const person of [town.ada, town.ben, town.cleo]) await keys(person)
  const network = `/networks/Network_${town.network.id}`
  const ada = await as(town.ada)
  await ada.goto(network)
  await ada.getByRole('link', { name: 'Bed om feedback' }).click()
  await unlock(ada)
  await expect(ada.getByLabel('Dan Krog')).toBeDisabled()
  await expect(ada.getByText('Dan Krog har ikke lavet nøgler endnu', { exact: false })).toBeVisible()
  await expect(ada.getByRole('button', { name: 'Send', exact: true })).toBeDisabled()

  await ada.getByLabel('Hvad vil du gerne vide?').fill(question)
  await ada.getByRole('radio', { name: /^Frit svar/ }).check()
  await ada.getByLabel('Ben Friis').check()
  await ada.getByLabel('Cleo Dam').check()
  const promise = ada.getByRole('region', { name: 'Løftet til dem, der svarer' })
  await expect(promise).toContainText('Kun Ada Holm kan læse dit svar.')
  await expect(promise).toContainText('Dit navn står ved svaret.')
  const words = await promise.innerText()
  expect(await remembered(ada)).toEqual([])
  expect(await ada.title()).toBe('Lederkreds')
  await send(ada)
  await waiting(ada)
  await expect(ada.getByText('Du har spurgt 2, med navn.')).toBeVisible()
  await expect(ada.getByRole('region', { name: 'Løftet til dem, der svarer' })).toHaveText(words, {
    useInnerText: true,
  })
  const first = new URL(ada.url()).pathname

  const [ben, cleo] = [await as(town.ben), await as(town.cleo)]
  await open(ben, `${first}/answer`)
  await expect(ben.getByText(question)).toBeVisible()
  await expect(ben.getByRole('region', { name: 'Løftet til dem, der svarer' })).toHaveText(words, {
    useInnerText: true,
  })
  await expect(ada.getByRole('region', { name: 'Det, du har spurgt om' })).toContainText(question)
  const shown = await ada.getByRole('article').innerText()
  await answer(ben, first, ofBen)
  await open(cleo, `${first}/answer`)
  await open(ada, first)
  await waiting(ada)
  await expect(ada.getByRole('article')).toHaveText(shown, { useInnerText: true })
  expect(shown.replace(words, '')).not.toMatch(/\d+ (?:af|ud af|har|svar)\b|ingen har svaret/i)
  await expect(ada.getByRole('article').getByRole('progressbar')).toHaveCount(0)
  await answer(cleo, first, ofCleo)

  await release(server, ada)
  await expect(letter(ada, ofBen)).toContainText('Ben Friis')
  await expect(letter(ada, ofCleo)).toContainText('Cleo Dam')
  await expect(letter(ada, ofCleo)).toContainText('Kun dig')

  const reflection = ada.getByRole('region', { name: 'Din egen refleksion' })
  await reflection.getByLabel('Hvad tager du med dig?').fill('Jeg kan vente lidt længere.')
  await reflection.getByRole('radio', { name: /^Forståelse/ }).check()
  await expect(reflection.getByText('Gemt forseglet')).toBeVisible()
  const step = ada.getByRole('region', { name: 'Dit næste skridt' })
  await step.getByLabel('Hvad gør du nu?').fill('Spørge to gange, før jeg svarer.')
  await expect(step.getByText('Gemt forseglet')).toBeVisible()
  expect(await remembered(ada)).toEqual([])
  await step.getByRole('button', { name: 'Fortæl det til gruppen' }).click()
  await expect(step.getByRole('button', { name: 'Tag det tilbage' })).toBeVisible()
  await open(ben, `${network}/feedback`)
  await expect(letter(ben, 'Spørge to gange, før jeg svarer.')).toContainText('Ada Holm')
  await expect(letter(ben, 'Spørge to gange, før jeg svarer.')).toContainText('De tre i netværket')

  await ada.getByRole('link', { name: 'Spørg de samme igen' }).click()
  await expect(ada.getByLabel('Hvad vil du gerne vide?')).toHaveValue(question)
  await expect(ada.getByLabel('Ben Friis')).toBeChecked()
  await send(ada)
  await waiting(ada)
  const second = new URL(ada.url()).pathname
  expect(second).not.toBe(first)
  await answer(ben, second, 'Nu venter du, og vi når længere.')
  await release(server, ada)
  await expect(letter(ada, 'Nu venter du, og vi når længere.')).toBeVisible()
  await expect(letter(ada, ofBen)).toBeVisible()

  await letter(ada, ofBen).getByRole('button', { name: 'Slet svaret fra Ben Friis' }).click()
  await ada.getByRole('dialog').getByRole('button', { name: 'Slet' }).click()
  await expect(letter(ada, ofBen)).toHaveCount(0)
  await expect(letter(ada, ofCleo)).toBeVisible()
  await open(ada, first)
  await expect(ada.getByLabel('Hvad tager du med dig?')).toHaveValue('Jeg kan vente lidt længere.')
  await expect(ada.getByRole('link', { name: 'Se den nye runde' })).toBeVisible()
})

test('with fewer than five who can answer, nobody can be asked without a name', async ({ town, as, keys }) => {
  for (const person of [town.ada, town.ben, town.cleo, town.dan, town.eva]) await keys(person)
  const ada = await as(town.ada)
  await open(ada, `/networks/Network_${town.network.id}/feedback/new`)
  const named = ada.getByRole('radio', { name: /^Med navn/ })
  await expect(ada.getByRole('radio', { name: /^Uden navn/ })).toBeDisabled()
  await expect(ada.getByText('Her er kun 4, der kan svare. Med færre end fem kan ingen være anonym.')).toBeVisible()
  await named.focus()
  await ada.keyboard.press('ArrowDown')
  await expect(named).toBeChecked()
})

test('what was given to her stays hers when she leaves, and what is still open is destroyed', async ({
  town,
  as,
  asked,
  server,
}) => {
  const released = await asked(town.ada, [town.ben, town.cleo], { question })
  const pages = [await as(town.ben), await as(town.cleo)]
  const first = `/feedback/FeedbackCycle_${released.id}`
  for (const [at, page] of pages.entries()) await answer(page, first, [ofBen, ofCleo][at] ?? '')
  const ada = await as(town.ada)
  await open(ada, first)
  await release(server, ada)
  await expect(letter(ada, ofBen)).toBeVisible()
  const waits = await asked(town.ada, [town.ben], { question: 'Og på mandag?' })

  await ada.goto(`/networks/Network_${town.network.id}`)
  await ada.getByRole('button', { name: 'Gå ud af netværket' }).click()
  await ada.getByRole('dialog').getByRole('button', { name: 'Gå ud af netværket' }).click()
  await expect(ada).toHaveURL(/\/networks$/)

  await ada.goto('/feedback')
  await expect(ada.getByRole('listitem').filter({ hasText: 'Aflyst' })).toHaveCount(1)
  await ada
    .getByRole('listitem')
    .filter({ hasNotText: 'Aflyst' })
    .getByRole('link', { name: /^Spurgt/ })
    .click()
  await unlock(ada)
  expect(new URL(ada.url()).pathname).toBe(first)
  await expect(letter(ada, ofBen)).toContainText('Ben Friis')
  await expect(ada.getByText('Fra et netværk, du er gået ud af. Det, du fik, er stadig dit.')).toBeVisible()
  await expect(ada.getByRole('button', { name: 'Fortæl det til gruppen' })).toHaveCount(0)
  await open(ada, `/feedback/FeedbackCycle_${waits.id}`)
  await expect(ada.getByRole('heading', { name: 'Forløbet er aflyst' })).toBeVisible()
})

test('a question that does not get through is sent again, and only then is anybody told', async ({
  town,
  as,
  keys,
  server,
}) => {
  for (const person of [town.ada, town.ben]) await keys(person)
  const ada = await as(town.ada, { goesOffline: true })
  await open(ada, `/networks/Network_${town.network.id}/feedback/new`)
  await ada.getByLabel('Hvad vil du gerne vide?').fill(question)
  await ada.getByLabel('Ben Friis').check()
  await ada
    .context()
    .route('**/graphql', (route) =>
      route.request().postData()?.includes('"ShareItem"') ? route.abort() : route.continue(),
    )
  await send(ada)
  await expect(ada.getByRole('heading', { name: 'Ikke sendt endnu' })).toBeVisible({ timeout: 60_000 })
  const letters = () => server.look(`SELECT FROM letter WHERE kind = 'feedbackAsked' AND person_id = $1`, [town.ben.id])
  expect(await letters()).toEqual([])
  const ben = await as(town.ben)
  await ben.goto('/feedback')
  await expect(ben.getByText('Du har ikke spurgt endnu')).toBeVisible()
  await expect(ben.getByText('Ada Holm')).toHaveCount(0)

  await ada.context().unroute('**/graphql')
  await open(ada, new URL(ada.url()).pathname)
  await expect(ada.getByLabel('Hvad vil du gerne vide?')).toHaveValue(question)
  await ada.getByRole('button', { name: 'Send igen' }).click()
  await waiting(ada)
  expect(await letters()).toHaveLength(1)
  await ben.goto('/feedback')
  await expect(ben.getByRole('link', { name: 'Ada Holm' })).toBeVisible()
})

test('she calls it off: nobody reads what was answered', async ({ town, as, asked, server }) => {
  const cycle = await asked(town.ada, [town.ben, town.cleo], { question })
  const path = `/feedback/FeedbackCycle_${cycle.id}`
  await answer(await as(town.ben), path, ofBen)
  const ada = await as(town.ada)
  await open(ada, path)
  await waiting(ada)
  await ada.getByRole('button', { name: 'Aflys forløbet' }).click()
  await ada.getByRole('dialog').getByRole('button', { name: 'Aflys forløbet' }).click()
  await expect(ada.getByRole('heading', { name: 'Forløbet er aflyst' })).toBeVisible()
  await expect(
    ada.getByText('Det, der måtte være svaret, er slettet ulæst. Intet af det findes længere.'),
  ).toBeVisible()
  expect(await server.look('SELECT FROM feedback_answer WHERE cycle_id = $1', [cycle.id])).toEqual([])
})
