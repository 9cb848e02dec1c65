import { expect, type Page, test, unlock } from '../fixtures.ts'

test.setTimeout(120_000)

const text = 'Du lytter længe, og det giver ro.'
const field = (page: Page) => page.getByLabel('Mit svar')
const kept = (page: Page) => expect(page.getByText('Gemt forseglet')).toBeVisible()

async function open(page: Page, path: string) {
  await page.goto(path)
  await unlock(page)
}

/** He has written, and pressed nothing. */
async function writing(page: Page, path: string) {
  await open(page, path)
  await field(page).fill(text)
  await kept(page)
}

/** What he wrote has stayed his, on this device, also when he comes again. */
async function stillHis(page: Page, path: string, said: string) {
  await expect(page.getByText(said)).toBeVisible()
  await expect(page.getByText(text)).toBeVisible()
  await expect(field(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Det, du skrev' })).toBeFocused()
  await page.getByRole('button', { name: 'Kopiér teksten' }).click()
  await expect(page.getByText('Teksten er kopieret.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`Mit svar\n${text}`)
  await open(page, path)
  await expect(page.getByText(said)).toBeVisible()
  await expect(page.getByText(text)).toBeVisible()
}

const given = `SELECT giver_id::text AS of FROM feedback_answer WHERE cycle_id = $1
  UNION ALL SELECT 'staged' FROM feedback_staged WHERE cycle_id = $1`
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] }

for (const promise of ['signed', 'pooled'] as const)
  test(`she calls it off while he writes (${promise}): he sees it at once, and his text is his to copy`, async ({
    town,
    as,
    asked,
    server,
  }) => {
    const givers = [town.ben, town.cleo, town.dan, town.eva, town.finn]
    const cycle = await asked(town.ada, givers, { promise })
    const [ada, ben] = [await as(town.ada), await as(town.ben, clipboard)]
    const cleo = await as(town.cleo)
    await writing(cleo, cycle.path)
    await cleo.getByRole('button', { name: 'Send til Ada Holm' }).click()
    await expect(cleo.getByText('Dit svar er forseglet til Ada Holm')).toBeVisible()
    await writing(ben, cycle.path)
    await open(ada, `/feedback/FeedbackCycle_${cycle.id}`)
    await ada.getByRole('button', { name: 'Aflys forløbet' }).click()
    await ada.getByRole('dialog').getByRole('button', { name: 'Aflys forløbet' }).click()
    await expect(ada.getByRole('heading', { name: 'Forløbet er aflyst' })).toBeVisible()

    await expect(cleo.getByText('Det, der måtte være svaret, er slettet ulæst.')).toBeVisible()
    await expect(cleo.getByText('bliver vist sammen med de andres')).toHaveCount(0)
    await stillHis(ben, cycle.path, 'Forløbet er aflyst, så dit svar er ikke sendt')
    expect(await server.look(given, [cycle.id])).toEqual([])
  })

test('the answers are released while he writes, before his clock says that it is time', async ({
  town,
  as,
  asked,
  server,
}) => {
  const cycle = await asked(town.ada, [town.ben, town.cleo])
  const [ada, ben] = [await as(town.ada), await as(town.ben, clipboard)]
  await writing(ben, cycle.path)
  await open(ada, `/feedback/FeedbackCycle_${cycle.id}`)
  await server.look(`UPDATE feedback_cycle SET deadline = now() - interval '1 second' WHERE id = $1`, [cycle.id])
  await server.look(`SELECT graphile_worker.add_job('releaseFeedback')`)
  await expect(ada.getByRole('region', { name: 'Svarene' })).toBeVisible()
  await stillHis(ben, cycle.path, 'Fristen er gået, så dit svar er ikke sendt')
  expect(await server.look(given, [cycle.id])).toEqual([])
})

test('he is taken out of the network while he writes', async ({ town, as, asked, server }) => {
  const cycle = await asked(town.ada, [town.ben, town.cleo])
  const [kim, ben] = [await as(town.consultant), await as(town.ben, clipboard)]
  await writing(ben, cycle.path)
  await kim.goto(`/consultant/networks/Network_${town.network.id}`)
  await kim.getByRole('button', { name: 'Ret medlemmer' }).click()
  await kim.getByRole('button', { name: 'Tag ud: Ben Friis' }).click()
  await kim.getByRole('dialog').getByRole('button', { name: 'Tag ud' }).click()
  await stillHis(ben, cycle.path, 'Du er ikke længere spurgt, så dit svar er ikke sendt')
  expect(await server.look(given, [cycle.id])).toEqual([])
})

test('the ground rules are changed while he writes: he is led to them, and answers when he has said yes', async ({
  town,
  as,
  asked,
  server,
}) => {
  const cycle = await asked(town.ada, [town.ben, town.cleo])
  const [ada, ben] = [await as(town.ada), await as(town.ben)]
  await writing(ben, cycle.path)
  await ada.goto(`/networks/Network_${town.network.id}/ground-rules`)
  await ada.getByRole('button', { name: 'Ændr spillereglerne' }).click()
  await ada.getByRole('button', { name: 'Gem som ny version' }).click()
  await ada.getByRole('dialog').getByRole('button', { name: 'Gem som ny version' }).click()
  await expect(ben.getByText('Netværkets spilleregler venter på dit ja, så dit svar er ikke sendt')).toBeVisible()
  await expect(ben.getByText(text)).toBeVisible()
  await ben.getByRole('button', { name: 'Kopiér teksten' }).click()
  await expect(ben.getByText('Teksten kunne ikke kopieres.')).toBeVisible()

  await ben.getByRole('link', { name: 'Læs spillereglerne' }).click()
  await ben.getByRole('button', { name: 'Jeg siger ja til spillereglerne' }).click()
  await expect(ben.getByRole('heading', { name: 'Skolelederne Nord', level: 1, exact: true })).toBeVisible()
  await ben.goBack()
  await expect(field(ben)).toHaveValue(text)
  expect(await server.look(given, [cycle.id])).toEqual([])
  await ben.getByRole('button', { name: 'Send til Ada Holm' }).click()
  await expect(ben.getByText('Dit svar er forseglet til Ada Holm')).toBeVisible()
  expect(await server.look(given, [cycle.id])).toEqual([{ of: town.ben.id }])
})

test('the ground rules are changed before he writes: he says yes to them, goes back, and can answer', async ({
  town,
  as,
  asked,
  server,
}) => {
  const cycle = await asked(town.ada, [town.ben, town.cleo])
  const ben = await as(town.ben)
  await server.look('DELETE FROM ground_rules_acceptance WHERE person_id = $1', [town.ben.id])
  await open(ben, cycle.path)
  await ben.getByRole('link', { name: 'Læs spillereglerne' }).click()
  await ben.getByRole('button', { name: 'Jeg siger ja til spillereglerne' }).click()
  await expect(ben.getByRole('heading', { name: 'Skolelederne Nord', level: 1, exact: true })).toBeVisible()
  await ben.goBack()
  await expect(field(ben)).toBeVisible()
})
