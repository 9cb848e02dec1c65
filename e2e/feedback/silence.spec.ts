import { expect, type Page, test, unlock } from '../fixtures.ts'

/** Once a minute, and whenever something was kept, an open vault asks what there is: that tells of no answer. */
const isRegular = (body: string | null) => body?.includes('"SealedHeads"') ?? false

/**
 * What anybody sees from now on who watches the server: that something was asked, in which order, and how long it was.
 * `quiet` waits until nothing more comes.
 */
function watched(page: Page) {
  const seen: string[] = []
  let [begun, waiting] = [0, 0]
  page.context().on('request', (request) => {
    begun++
    waiting++
    if (isRegular(request.postData())) return
    const length = request.postDataBuffer()?.length ?? 0
    seen.push(`${request.method()} ${new URL(request.url()).pathname} ${length}`)
  })
  for (const over of ['requestfinished', 'requestfailed'] as const)
    page.context().on(over as 'request', () => waiting--)
  let before = -1
  const isQuiet = () => {
    const isSame = waiting === 0 && begun === before
    before = begun
    return isSame
  }
  return { seen, quiet: () => expect.poll(isQuiet, { intervals: [500] }).toBe(true) }
}

test('whether she answers or says no, her browser asks the server for the same, in the same order and at the same length', async ({
  town,
  as,
  asked,
  server,
}) => {
  const givers = [town.ben, town.cleo, town.dan, town.eva, town.finn]
  const { path } = await asked(town.ada, givers, { promise: 'pooled' })
  const opened = async (giver: typeof town.ben) => {
    const page = await as(giver)
    const { seen, quiet } = watched(page)
    await page.goto(path)
    await unlock(page)
    await expect(page.getByLabel('Mit svar')).toBeVisible()
    // Her token, and whose keys she has seen.
    const own = () =>
      server.look('SELECT DISTINCT kind::text FROM sealed_item WHERE owner_id = $1 ORDER BY 1', [giver.id])
    await expect.poll(own).toEqual([{ kind: 'feedbackOwn' }, { kind: 'memory' }])
    await quiet()
    seen.length = 0
    return { page, seen, quiet }
  }
  const [answers, declines] = await Promise.all([opened(town.ben), opened(town.cleo)])

  await answers.page.getByLabel('Mit svar').fill('Du lytter længe, og det giver ro.')
  await answers.page.getByRole('button', { name: 'Send til Ada Holm' }).click()
  await expect(answers.page.getByText('Dit svar er forseglet til Ada Holm')).toBeVisible()
  await declines.page.getByRole('button', { name: 'Nej tak, jeg svarer ikke' }).click()
  await declines.page.getByRole('dialog').getByRole('button', { name: 'Nej tak, jeg svarer ikke' }).click()
  await expect(declines.page.getByText('Du har sagt nej tak')).toBeVisible()
  for (const { quiet } of [answers, declines]) await quiet()

  expect(answers.seen.map((line) => line.split(' ')[1])).toContain('/feedback/pooled')
  expect(declines.seen).toEqual(answers.seen)
})
