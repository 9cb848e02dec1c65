import { expect, type Page, remembered, test, unlock } from '../fixtures.ts'

const question = 'Hvordan virker jeg, når jeg leder et møde?'
const text = 'Du lytter længe, og det giver ro.'
const field = (page: Page) => page.getByLabel('Mit svar')
const kept = (page: Page) => expect(page.getByText('Gemt forseglet')).toBeVisible()

async function open(page: Page, path: string) {
  await page.goto(path)
  await unlock(page)
}

/** Nothing is told of who has answered; the row itself is nobody's to read before the release. */
const answers = 'SELECT giver_id FROM feedback_answer WHERE cycle_id = $1'

test('she is asked, reads what is promised, and answers with her name; a draft waits on her device', async ({
  town,
  as,
  asked,
  server,
  between: stand,
}) => {
  const cycle = await asked(town.ada, [town.ben, town.cleo], { question, situation: 'Mandagsmødet' })
  const ben = await as(town.ben)
  await ben.goto('/')
  await ben.getByRole('link', { name: 'Ada Holm spørger om din feedback' }).click()
  await unlock(ben)
  await expect(ben.getByRole('heading', { level: 1 })).toHaveText('Svar til Ada Holm')
  await expect(ben.getByText(question)).toBeVisible()
  await expect(ben.getByText('Mandagsmødet')).toBeVisible()
  const promise = ben.getByRole('region', { name: 'Løftet til dem, der svarer' })
  await expect(promise).toContainText('Kun Ada Holm kan læse dit svar.')
  await expect(promise).toContainText('Dit navn står ved svaret.')
  await ben.getByRole('button', { name: 'Send til Ada Holm' }).click()
  await expect(ben.getByText('Skriv noget i mindst ét felt')).toBeVisible()
  await field(ben).fill(text)
  await kept(ben)
  expect(await remembered(ben)).toEqual([])
  expect(await ben.title()).toBe('Lederkreds')
  expect(await server.look(answers, [cycle.id])).toEqual([])

  await open(ben, cycle.path)
  await expect(field(ben)).toHaveValue(text)
  const line = await stand(ben)
  const { promise: told, resolve: tell } = Promise.withResolvers<void>()
  line.lies = { AnswerFeedback: (honest) => told.then(honest) }
  await ben.getByRole('button', { name: 'Send til Ada Holm' }).click()
  // What she wrote on now would not go along.
  await expect(field(ben)).toBeDisabled()
  tell()
  await expect(ben.getByText('Dit svar er forseglet til Ada Holm')).toBeVisible()
  await expect(field(ben)).toHaveCount(0)
  expect(await server.look(answers, [cycle.id])).toEqual([{ giver_id: town.ben.id }])
  await open(ben, cycle.path)
  await expect(ben.getByText('Dit svar er forseglet til Ada Holm')).toBeVisible()
  await expect(ben.getByText(text)).toHaveCount(0)
  await asked(town.dan, [town.ben])
  await ben.goto('/')
  await expect(ben.getByRole('link', { name: 'Dan Krog spørger om din feedback' })).toBeVisible()
  await expect(ben.getByRole('link', { name: 'Ada Holm spørger om din feedback' })).toHaveCount(0)
})

test('she says no without a reason', async ({ town, as, asked, server }) => {
  const cycle = await asked(town.ada, [town.ben])
  const ben = await as(town.ben)
  await open(ben, cycle.path)
  await field(ben).fill(text)
  await kept(ben)
  await ben.getByRole('button', { name: 'Nej tak, jeg svarer ikke' }).click()
  await ben.getByRole('dialog').getByRole('button', { name: 'Nej tak, jeg svarer ikke' }).click()
  await expect(ben.getByText('Du har sagt nej tak')).toBeVisible()
  await expect(ben.getByText(text)).toHaveCount(0)
  expect(await server.look('SELECT declined FROM feedback_invitation WHERE cycle_id = $1', [cycle.id])).toEqual([
    { declined: true },
  ])
  await open(ben, cycle.path)
  await expect(ben.getByText('Du har sagt nej tak')).toBeVisible()
})

test('the deadline passes while she types: nothing is sent, and her text is hers to copy or delete', async ({
  town,
  as,
  asked,
  server,
}) => {
  const cycle = await asked(town.ada, [town.ben])
  const ben = await as(town.ben, { permissions: ['clipboard-read', 'clipboard-write'] })
  await open(ben, cycle.path)
  await field(ben).fill(text)
  await kept(ben)
  await server.look(`UPDATE feedback_cycle SET deadline = now() - interval '1 second' WHERE id = $1`, [cycle.id])
  await ben.getByRole('button', { name: 'Send til Ada Holm' }).click()
  await expect(ben.getByText('Fristen er gået, så dit svar er ikke sendt')).toBeVisible()
  await expect(ben.getByText(text)).toBeVisible()
  expect(await server.look(answers, [cycle.id])).toEqual([])
  await ben.getByRole('button', { name: 'Kopiér teksten' }).click()
  await expect(ben.getByText('Teksten er kopieret.')).toBeVisible()
  expect(await ben.evaluate(() => navigator.clipboard.readText())).toBe(`Mit svar\n${text}`)

  await ben.getByRole('button', { name: 'Slet teksten' }).click()
  await ben.getByRole('dialog').getByRole('button', { name: 'Slet teksten' }).click()
  await expect(ben.getByText(text)).toHaveCount(0)
  await expect(ben.getByText('Fristen er gået', { exact: true })).toBeVisible()
})

test('the page finds out by itself that the deadline is over', async ({ town, as, asked, server }) => {
  const deadline = new Date(Date.now() + 300_000)
  const cycle = await asked(town.ada, [town.ben], { deadline })
  const ben = await as(town.ben)
  await ben.clock.install()
  await open(ben, cycle.path)
  await field(ben).fill(text)
  await kept(ben)
  await server.look(`UPDATE feedback_cycle SET deadline = now() - interval '1 second' WHERE id = $1`, [cycle.id])
  await ben.clock.fastForward('05:01')
  await expect(ben.getByText('Fristen er gået, så dit svar er ikke sendt')).toBeVisible()
  await expect(ben.getByText(text)).toBeVisible()
  expect(await server.look(answers, [cycle.id])).toEqual([])
})

test('the cycle is called off and nobody tells him: he finds out when he sends, and his text is still his', async ({
  town,
  as,
  asked,
  server,
}) => {
  const cycle = await asked(town.ada, [town.ben])
  const ben = await as(town.ben)
  await open(ben, cycle.path)
  await field(ben).fill(text)
  await kept(ben)
  await server.look(`UPDATE feedback_cycle SET state = 'cancelled', closed_on = current_date WHERE id = $1`, [cycle.id])
  await ben.getByRole('button', { name: 'Send til Ada Holm' }).click()
  await expect(ben.getByText('Forløbet er aflyst, så dit svar er ikke sendt')).toBeVisible()
  await expect(ben.getByText(text)).toBeVisible()
  expect(await server.look(answers, [cycle.id])).toEqual([])

  await open(ben, cycle.path)
  await expect(ben.getByText(text)).toBeVisible()
  await ben.getByRole('button', { name: 'Slet teksten' }).click()
  await ben.getByRole('dialog').getByRole('button', { name: 'Slet teksten' }).click()
  await expect(ben.getByText(text)).toHaveCount(0)
})

test('why nothing was sent is said once it is known, and not guessed before', async ({
  town,
  as,
  asked,
  server,
  between,
}) => {
  const cycle = await asked(town.ada, [town.ben])
  const ben = await as(town.ben)
  const line = await between(ben)
  await open(ben, cycle.path)
  await field(ben).fill(text)
  await kept(ben)
  await server.look(`UPDATE feedback_cycle SET state = 'cancelled', closed_on = current_date WHERE id = $1`, [cycle.id])
  const late = Promise.withResolvers<void>()
  const isAsked = Promise.withResolvers<void>()
  line.lies = {
    AnswerPage: (honest) => {
      isAsked.resolve()
      return late.promise.then(honest)
    },
  }
  const send = ben.getByRole('button', { name: 'Send til Ada Holm' })
  await send.click()
  await isAsked.promise
  await expect(send).toBeDisabled()
  await expect(ben.getByRole('alert')).toHaveCount(0)
  late.resolve()
  await expect(ben.getByText('Forløbet er aflyst, så dit svar er ikke sendt')).toBeVisible()
})

/** Whatever the page tells its worker to delete waits until told to go on. Answers whether something waits. */
async function holdDeleting(page: Page) {
  await page.addInitScript(() => {
    const held: (() => void)[] = []
    const goOn = () => {
      for (const post of held.splice(0)) post()
    }
    Object.assign(globalThis, { held, goOn })
    const post = MessagePort.prototype.postMessage
    MessagePort.prototype.postMessage = function (this: MessagePort, ...all: [{ path?: string[] } | null, never]) {
      if (all[0]?.path?.includes('dropDraft')) held.push(() => post.apply(this, all))
      else post.apply(this, all)
    }
  })
  return {
    isHeld: () => page.evaluate(() => (globalThis as unknown as { held: unknown[] }).held.length > 0),
    goOn: () => page.evaluate(() => (globalThis as unknown as { goOn: () => void }).goOn()),
  }
}

for (const [how, button, said] of [
  ['answer', 'Send til Ada Holm', 'Dit svar er forseglet til Ada Holm'],
  ['no', 'Nej tak, jeg svarer ikke', 'Du har sagt nej tak'],
] as const)
  test(`her ${how} is said to be given when her draft has gone from the device`, async ({
    town,
    as,
    asked,
    server,
  }) => {
    const cycle = await asked(town.ada, [town.ben])
    const ben = await as(town.ben)
    const deleting = await holdDeleting(ben)
    await open(ben, cycle.path)
    await field(ben).fill(text)
    await kept(ben)
    await ben.getByRole('button', { name: button }).click()
    if (how === 'no') await ben.getByRole('dialog').getByRole('button', { name: button }).click()
    await expect.poll(deleting.isHeld).toBe(true)
    const done = 'SELECT answered OR declined AS done FROM feedback_invitation WHERE cycle_id = $1'
    expect(await server.look(done, [cycle.id])).toEqual([{ done: true }])
    await expect(ben.getByRole('button', { name: 'Send til Ada Holm' })).toBeDisabled()
    await expect(ben.getByText(said)).toHaveCount(0)
    await deleting.goOn()
    await expect(ben.getByText(said)).toBeVisible()
    await expect(ben.getByText(text)).toHaveCount(0)
  })

test('without a connection nothing is sent, and nothing goes by itself when it is back', async ({
  town,
  as,
  asked,
  server,
}) => {
  const others = [town.ben, town.cleo, town.dan, town.eva, town.finn]
  const cycle = await asked(town.ada, others, { promise: 'pooled' })
  const ben = await as(town.ben, { goesOffline: true })
  await open(ben, cycle.path)
  await field(ben).fill(text)
  await kept(ben)
  await ben.context().setOffline(true)
  await expect(ben.getByText('Intet bliver sendt, før du selv trykker.')).toBeVisible()
  await ben.getByRole('button', { name: 'Send til Ada Holm' }).click()
  await expect(ben.getByText('Serveren svarede ikke')).toBeVisible()
  await expect(field(ben)).toHaveValue(text)
  await ben.context().setOffline(false)
  await expect(ben.getByText('Intet bliver sendt, før du selv trykker.')).toHaveCount(0)
  const staged = 'SELECT sealed IS NOT NULL AS is_answer FROM feedback_staged WHERE cycle_id = $1'
  expect(await server.look(staged, [cycle.id])).toEqual([])
  // A page that had begun to send by itself would have taken the button away.
  await ben.getByRole('button', { name: 'Send til Ada Holm' }).click()
  await expect(ben.getByText('Dit svar er forseglet til Ada Holm')).toBeVisible()
  expect(await server.look(staged, [cycle.id])).toEqual([{ is_answer: true }])
})

test('on two devices she answers once, and what she wrote on the other stays hers', async ({
  town,
  as,
  asked,
  server,
}) => {
  const cycle = await asked(town.ada, [town.ben, town.cleo])
  const [phone, laptop] = [await as(town.ben), await as(town.ben)]
  for (const page of [phone, laptop]) {
    await open(page, cycle.path)
    await field(page).fill(page === phone ? 'Fra telefonen' : text)
    await kept(page)
  }
  await phone.getByRole('button', { name: 'Send til Ada Holm' }).click()
  await expect(phone.getByText('Dit svar er forseglet til Ada Holm')).toBeVisible()
  await laptop.getByRole('button', { name: 'Send til Ada Holm' }).click()
  await expect(laptop.getByText('Der er allerede svaret fra dig. Intet nyt er sendt.')).toBeVisible()
  await expect(laptop.getByText('Her ligger en kladde, som ikke er sendt')).toBeVisible()
  await expect(laptop.getByText(text)).toBeVisible()
  expect(await server.look(answers, [cycle.id])).toEqual([{ giver_id: town.ben.id }])
})
