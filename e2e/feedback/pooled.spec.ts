import { expect, type Page, test, unlock } from '../fixtures.ts'

test.setTimeout(180_000)

const field = (page: Page) => page.getByLabel('Mit svar')
const sent = (page: Page) => expect(page.getByText('Dit svar er forseglet til Ada Holm')).toBeVisible()

async function open(page: Page, path: string) {
  await page.goto(path)
  await unlock(page)
}

async function answer(page: Page, path: string, text: string) {
  await open(page, path)
  await field(page).fill(text)
  await page.getByRole('button', { name: 'Send til Ada Holm' }).click()
  await sent(page)
}

/** From now on notes how many letters stand on the page whenever it changes; answers each number above none once. */
async function watchLetters(page: Page) {
  await page.evaluate(() => {
    const counts = new Set<number>()
    Object.assign(globalThis, { counts })
    const count = () => counts.add(document.querySelectorAll('section[aria-label="Svarene"] li').length)
    new MutationObserver(count).observe(document.body, { childList: true, subtree: true })
  })
  return () =>
    page.evaluate(() => [...(globalThis as unknown as { counts: Set<number> }).counts].filter((each) => each > 0))
}

test('five answer her without their names, and she reads all five at once when the deadline is over', async ({
  town,
  as,
  asked,
  server,
}) => {
  const givers = [town.ben, town.cleo, town.dan, town.eva, town.finn]
  const cycle = await asked(town.ada, givers, { promise: 'pooled' })
  const ada = await as(town.ada)
  await open(ada, `/feedback/FeedbackCycle_${cycle.id}`)
  const promise = (page: Page) => page.getByRole('region', { name: 'Løftet til dem, der svarer' })
  await expect(ada.getByText('Kun de fem, du spørger')).toBeVisible()
  const words = await promise(ada).innerText()
  const shown = await ada.getByRole('article').innerText()
  expect(shown.replace(words, '')).not.toMatch(/\d+ (?:af|ud af|har|svar)\b|ingen har svaret/i)
  const texts = givers.map((_, at) => `Du lytter, nummer ${'abcde'[at]}`)
  for (const [at, giver] of givers.entries()) {
    const page = await as(giver)
    await answer(page, cycle.path, texts[at] ?? '')
    await expect(promise(page)).toHaveText(words, { useInnerText: true })
    await page.goto('/')
    const card = page.getByRole('listitem').filter({ hasText: 'Ada Holm spørger om din feedback' })
    await expect(card).toContainText('Har du svaret, er der ikke mere at gøre.')
  }
  await expect(ada.getByRole('article')).toHaveText(shown, { useInnerText: true })
  expect(await server.look('SELECT FROM feedback_answer WHERE cycle_id = $1', [cycle.id])).toEqual([])
  const counts = await watchLetters(ada)

  await server.look(`UPDATE feedback_cycle SET deadline = now() - interval '1 second' WHERE id = $1`, [cycle.id])
  await server.look(`SELECT graphile_worker.add_job('releaseFeedback')`)
  const released = () => server.look('SELECT giver_id FROM feedback_answer WHERE cycle_id = $1', [cycle.id])
  await expect.poll(released, { timeout: 30_000 }).toEqual(givers.map(() => ({ giver_id: null })))
  const letters = ada.getByRole('region', { name: 'Svarene' })
  for (const text of texts) await expect(letters.getByText(text)).toBeVisible()
  expect(await counts()).toEqual([5])
  for (const { name } of givers) await expect(letters.getByText(name)).toHaveCount(0)
})

test('her other device knows that she has answered, and takes it back', async ({ town, as, asked, server }) => {
  const givers = [town.ben, town.cleo, town.dan, town.eva, town.finn]
  const cycle = await asked(town.ada, givers, { promise: 'pooled' })
  const [phone, laptop] = [await as(town.ben), await as(town.ben)]
  await answer(phone, cycle.path, 'Du lytter længe')
  const items = () =>
    server.look(`SELECT version FROM sealed_item WHERE kind = 'feedbackOwn' AND owner_id = $1`, [town.ben.id])
  await expect.poll(items).toEqual([{ version: 1 }])
  await open(laptop, cycle.path)
  await sent(laptop)

  await laptop.getByRole('button', { name: 'Tag svaret tilbage' }).click()
  await laptop.getByRole('dialog').getByRole('button', { name: 'Tag svaret tilbage' }).click()
  await expect(laptop.getByText('Dit svar er slettet ulæst.')).toBeVisible()
  const staged = 'SELECT sealed, withdrawn FROM feedback_staged WHERE cycle_id = $1'
  expect(await server.look(staged, [cycle.id])).toEqual([{ sealed: null, withdrawn: true }])
  await open(phone, cycle.path)
  await expect(phone.getByText('Dit svar er slettet ulæst.')).toBeVisible()
  expect(await items()).toEqual([{ version: 1 }])
})

test('two devices that open it first at the same time have one token between them', async ({
  town,
  as,
  asked,
  server,
}) => {
  const givers = [town.ben, town.cleo, town.dan, town.eva, town.finn]
  const cycle = await asked(town.ada, givers, { promise: 'pooled' })
  const [phone, laptop] = [await as(town.ben), await as(town.ben)]
  await Promise.all([open(phone, cycle.path), open(laptop, cycle.path)])
  const [first, second] = [phone, laptop]
  for (const page of [first, second]) {
    const again = page.getByRole('button', { name: 'Prøv igen' })
    await expect(field(page).or(again)).toBeVisible()
    await expect(async () => {
      if (await again.isVisible()) await again.click()
      await expect(field(page)).toBeVisible({ timeout: 2_000 })
    }).toPass()
  }
  await field(phone).fill('Du lytter')
  await phone.getByRole('button', { name: 'Send til Ada Holm' }).click()
  await sent(phone)
  await field(laptop).fill('Du lytter')
  await laptop.getByRole('button', { name: 'Send til Ada Holm' }).click()
  await expect(laptop.getByText('Der er allerede svaret fra dig.')).toBeVisible()
  expect(await server.look('SELECT FROM feedback_staged WHERE cycle_id = $1', [cycle.id])).toHaveLength(1)
})

test('what may tell whose words they are is pointed at, and stops nothing', async ({ town, as, asked }) => {
  const givers = [town.ben, town.cleo, town.dan, town.eva, town.finn]
  const cycle = await asked(town.ada, givers, { promise: 'pooled' })
  const ben = await as(town.ben)
  await open(ben, cycle.path)
  await field(ben).fill('Som jeg sagde i tirsdags på Vestskolen: godt gået!!')
  await expect(ben.getByText('Kan Ada Holm se, at det er dig?')).toBeVisible()
  await expect(ben.getByText('»Som jeg sagde« peger på noget, kun I to har talt om.')).toBeVisible()
  await expect(ben.getByText('»Vestskolen« viser, hvor du arbejder.')).toBeVisible()
  await ben.getByRole('button', { name: 'Send til Ada Holm' }).click()
  await sent(ben)
})

test('she says no, and nothing tells that she did', async ({ town, as, asked, server }) => {
  const givers = [town.ben, town.cleo, town.dan, town.eva, town.finn]
  const cycle = await asked(town.ada, givers, { promise: 'pooled' })
  const ben = await as(town.ben)
  await open(ben, cycle.path)
  await ben.getByRole('button', { name: 'Nej tak, jeg svarer ikke' }).click()
  await ben.getByRole('dialog').getByRole('button', { name: 'Nej tak, jeg svarer ikke' }).click()
  await expect(ben.getByText('Du har sagt nej tak')).toBeVisible()
  const invited = 'SELECT declined, answered FROM feedback_invitation WHERE cycle_id = $1'
  for (const row of await server.look(invited, [cycle.id])) expect(row).toEqual({ declined: false, answered: false })
  await ben.goto('/')
  await expect(ben.getByRole('link', { name: 'Ada Holm spørger om din feedback' })).toBeVisible()
})
