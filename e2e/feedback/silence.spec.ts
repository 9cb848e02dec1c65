import { expect, type Page, test, unlock } from '../fixtures.ts'

/** What anybody sees who watches the server: that something was asked, in which order, and how long it was. */
function watched(page: Page): string[] {
  const seen: string[] = []
  page.context().on('request', (request) => {
    const length = request.postDataBuffer()?.length ?? 0
    seen.push(`${request.method()} ${new URL(request.url()).pathname} ${length}`)
  })
  return seen
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
    await page.goto(path)
    await unlock(page)
    await expect(page.getByLabel('Mit svar')).toBeVisible()
    const tokens = () => server.look(`SELECT FROM sealed_item WHERE kind = 'feedbackOwn' AND owner_id = $1`, [giver.id])
    await expect.poll(tokens).toHaveLength(1)
    await page.waitForLoadState('networkidle')
    return page
  }
  const [answers, declines] = [await opened(town.ben), await opened(town.cleo)]
  const [answered, declined] = [watched(answers), watched(declines)]

  await answers.getByLabel('Mit svar').fill('Du lytter længe, og det giver ro.')
  await answers.getByRole('button', { name: 'Send til Ada Holm' }).click()
  await expect(answers.getByText('Dit svar er forseglet til Ada Holm')).toBeVisible()
  await declines.getByRole('button', { name: 'Nej tak, jeg svarer ikke' }).click()
  await declines.getByRole('dialog').getByRole('button', { name: 'Nej tak, jeg svarer ikke' }).click()
  await expect(declines.getByText('Du har sagt nej tak')).toBeVisible()
  for (const page of [answers, declines]) await page.waitForLoadState('networkidle')

  expect(answered.map((line) => line.split(' ')[1])).toContain('/feedback/pooled')
  expect(declined).toEqual(answered)
})
