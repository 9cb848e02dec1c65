import { expect, type Page, test, unlock } from '../fixtures.ts'

test.setTimeout(150_000)

const question = 'Hvad gør jeg, når et møde går i hårdknude?'
const send = (page: Page) => page.getByRole('button', { name: /^Send til/ }).click()

test('a question whose answer was lost and that she changed since becomes another one', async ({
  town,
  as,
  keys,
  server,
  between,
}) => {
  for (const person of [town.ada, town.ben]) await keys(person)
  const ada = await as(town.ada, { goesOffline: true })
  const line = await between(ada)
  await ada.goto(`/networks/Network_${town.network.id}/feedback/new`)
  await unlock(ada)
  await ada.getByLabel('Hvad vil du gerne vide?').fill(question)
  await ada.getByLabel('Ben Friis').check()
  line.lies = { AskForFeedback: async (honest) => void (await honest()) }
  await send(ada)
  await expect(ada.getByRole('alert')).toContainText('Serveren kan ikke nås', { timeout: 60_000 })

  line.lies = {}
  await ada.getByRole('radio', { name: /^Frit svar/ }).check()
  await send(ada)
  await expect(ada.getByText('nåede frem og kan ikke ændres')).toBeVisible()
  await expect(ada.getByLabel('Hvad vil du gerne vide?')).toHaveValue(question)
  const letters = () => server.look(`SELECT FROM letter WHERE kind = 'feedbackAsked' AND person_id = $1`, [town.ben.id])
  expect(await letters()).toEqual([])

  await send(ada)
  await expect(ada.getByRole('heading', { name: /^Svarene vises/ })).toBeVisible()
  expect(await letters()).toHaveLength(1)
  const cycles = await server.look(
    'SELECT form, ask_id IS NOT NULL AS sent FROM feedback_cycle WHERE receiver_id = $1 ORDER BY form',
    [town.ada.id],
  )
  expect(cycles).toEqual([
    { form: 'sbi', sent: false },
    { form: 'free', sent: true },
  ])
  const ben = await as(town.ben)
  await ben.goto(`${new URL(ada.url()).pathname}/answer`)
  await unlock(ben)
  await expect(ben.getByLabel('Mit svar')).toBeVisible()
})

test('a server that made another cycle than she asked for gets no question to keep', async ({
  town,
  as,
  keys,
  server,
  between,
}) => {
  for (const person of [town.ada, town.ben]) await keys(person)
  const ada = await as(town.ada)
  const line = await between(ada)
  await ada.goto(`/networks/Network_${town.network.id}/feedback/new`)
  await unlock(ada)
  await ada.getByLabel('Hvad vil du gerne vide?').fill(question)
  await ada.getByLabel('Ben Friis').check()
  for (const lie of [
    { deadline: '2027-01-01T11:00:00.000Z' },
    { form: 'strengths' },
    { promise: 'pooled' },
    { invited: [] },
  ]) {
    line.lies = {
      AskForFeedback: async (honest) => {
        const told = await honest()
        return { ...told, askForFeedback: { ...told.askForFeedback, ...lie } }
      },
    }
    await send(ada)
    await expect(ada.getByText('nåede frem og kan ikke ændres')).toBeVisible()
    await expect(ada.getByRole('button', { name: 'Send til én' })).toBeEnabled()
  }
  expect(line.asked).not.toContain('ShareItem')
  expect(await server.look('SELECT FROM sealed_item WHERE owner_id = $1', [town.ada.id])).toEqual([])
})

/** Asks, and the question itself does not get through. Answers once the page says so. */
async function askInVain(ada: Page, network: string, names: readonly string[], promise: 'Med navn' | 'Uden navn') {
  await ada.goto(`/networks/Network_${network}/feedback/new`)
  await unlock(ada)
  await ada.getByLabel('Hvad vil du gerne vide?').fill(question)
  for (const name of names) await ada.getByLabel(name).check()
  await ada.getByRole('radio', { name: new RegExp(`^${promise}`) }).check()
  await send(ada)
  await expect(ada.getByRole('heading', { name: 'Ikke sendt endnu' })).toBeVisible({ timeout: 60_000 })
}

test('somebody leaves before the question gets through: it goes to those who are there, and she is told', async ({
  town,
  as,
  keys,
  server,
  between,
}) => {
  for (const person of [town.ada, town.ben, town.cleo]) await keys(person)
  const ada = await as(town.ada, { goesOffline: true })
  const line = await between(ada)
  line.lies = { ShareItem: async () => undefined }
  await askInVain(ada, town.network.id, ['Ben Friis', 'Cleo Dam'], 'Med navn')
  await server.look('UPDATE membership SET left_at = now() WHERE person_id = $1', [town.cleo.id])
  line.lies = {}
  await ada.reload()
  await unlock(ada)
  await expect(ada.getByText('Cleo Dam kan ikke svare her nu og bliver ikke spurgt.')).toBeVisible()
  await expect(ada.getByLabel('Hvad vil du gerne vide?')).toHaveValue(question)
  await ada.getByRole('button', { name: 'Send igen' }).click()
  await expect(ada.getByRole('heading', { name: /^Svarene vises/ })).toBeVisible()
  const ben = await as(town.ben)
  await ben.goto(`${new URL(ada.url()).pathname}/answer`)
  await unlock(ben)
  await expect(ben.getByText(question)).toBeVisible()
})

test('where fewer than five are left to answer without names, she can only call it off', async ({
  town,
  as,
  keys,
  server,
  between,
}) => {
  const others = [town.ben, town.cleo, town.dan, town.eva, town.finn]
  for (const person of [town.ada, ...others]) await keys(person)
  const ada = await as(town.ada, { goesOffline: true })
  const line = await between(ada)
  line.lies = { ShareItem: async () => undefined }
  const names = others.map(({ name }) => name)
  await askInVain(ada, town.network.id, names, 'Uden navn')
  await server.look('UPDATE membership SET left_at = now() WHERE person_id = $1', [town.finn.id])
  line.lies = {}
  await ada.reload()
  await unlock(ada)
  await expect(ada.getByText('Finn Juhl kan ikke svare her nu. Så er der kun 4 tilbage')).toBeVisible()
  await expect(ada.getByText(question)).toBeVisible()
  await expect(ada.getByRole('button', { name: 'Send igen' })).toHaveCount(0)
  await ada.getByRole('button', { name: 'Aflys forløbet' }).click()
  await ada.getByRole('dialog').getByRole('button', { name: 'Aflys forløbet' }).click()
  await expect(ada.getByRole('heading', { name: 'Forløbet er aflyst' })).toBeVisible()
})

test('a server that shows her another cycle than she sent gets no question for it', async ({
  town,
  as,
  keys,
  between,
}) => {
  for (const person of [town.ada, town.ben]) await keys(person)
  const ada = await as(town.ada, { goesOffline: true })
  const line = await between(ada)
  line.lies = { ShareItem: async () => undefined }
  await askInVain(ada, town.network.id, ['Ben Friis'], 'Med navn')
  for (const lie of [{ form: 'free' }, { deadline: '2027-01-01T11:00:00.000Z' }, { promise: 'pooled' }]) {
    line.lies = {
      FeedbackPage: async (honest) => {
        const told = await honest()
        return { ...told, feedbackCycle: { ...told.feedbackCycle, ...lie } }
      },
    }
    await ada.reload()
    await unlock(ada)
    await expect(ada.getByText('Serveren viser et andet forløb end det, du sendte')).toBeVisible()
    await expect(ada.getByRole('button', { name: 'Send igen' })).toHaveCount(0)
  }
})
