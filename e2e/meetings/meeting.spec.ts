import { dayAhead, expect, test } from '../fixtures.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

test('Ben sends regrets from Today, and Ada sees it on the meeting without doing anything', async ({
  town,
  server,
  as,
}) => {
  const meeting = await server.seed((seed) => seed.meeting(town.network, { startsAt: inDays(9) }))
  const [ada, ben] = [await as(town.ada), await as(town.ben)]
  await ada.goto(`/networks/Network_${town.network.id}/meetings/Meeting_${meeting.id}`)
  const answers = ada.getByRole('list', { name: 'Hvem kommer' })
  await expect(answers.getByRole('listitem').filter({ hasText: 'Ben Friis' })).toContainText('Mangler at svare')
  await ben.goto('/')
  const card = ben.getByRole('region', { name: 'Skolelederne Nord' })
  await expect(card).toContainText('Mangler dit svar')

  await card.getByRole('button', { name: 'Meld afbud' }).click()

  await expect(card.getByRole('button', { name: 'Meld afbud' })).toHaveAttribute('aria-pressed', 'true')
  await expect(answers.getByRole('listitem').filter({ hasText: 'Ben Friis' })).toContainText('Afbud')
  await ben.reload()
  await expect(card.getByRole('button', { name: 'Meld afbud' })).toHaveAttribute('aria-pressed', 'true')
})

test('Ada moves a meeting: everybody is asked again and gets one calendar file; then she cancels it', async ({
  town,
  server,
  as,
  mailbox,
}) => {
  const meeting = await server.seed((seed) => seed.meeting(town.network, { startsAt: inDays(9), rsvp: () => 'coming' }))
  const [ada, ben] = [await as(town.ada), await as(town.ben)]
  const path = `/networks/Network_${town.network.id}/meetings/Meeting_${meeting.id}`
  for (const page of [ada, ben]) await page.goto(path)
  await expect(ben.getByRole('button', { name: 'Flyt mødet' })).toHaveCount(0)

  await ada.getByRole('button', { name: 'Flyt mødet' }).click()
  await ada.getByLabel('Dato').fill(dayAhead(16))
  await ada.getByLabel('Klokken').fill('9.15')
  await ada.getByRole('button', { name: 'Flyt og giv besked' }).click()
  await expect(ada.getByRole('log')).toContainText('Mødet er flyttet til')
  await expect(ben.getByRole('heading', { level: 1 })).toContainText('kl. 09.15-')
  await expect(ben.getByRole('list', { name: 'Hvem kommer' })).not.toContainText('Kommer')

  const moved = await mailbox.letterTo(town.ben.email, { subject: 'Netværksmøde er ændret' })
  expect(moved.source).toMatch(/method=REQUEST/i)
  expect(calendarOf(moved)).toMatch(/SEQUENCE:1\b/)

  await ada.getByRole('button', { name: 'Aflys mødet' }).click()
  const dialog = ada.getByRole('dialog', { name: 'Vil du aflyse mødet?' })
  await dialog.getByRole('button', { name: 'Aflys mødet' }).click()
  await expect(ben.getByText('Mødet er aflyst.')).toBeVisible()
  const cancelled = await mailbox.letterTo(town.ben.email, { subject: 'Netværksmøde er aflyst', after: moved })
  expect(calendarOf(cancelled)).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:2\b[\s\S]*STATUS:CANCELLED/)
})

test('Ada finds on Today that nobody has said who was there, and says it', async ({ town, server, as }) => {
  await server.seed((seed) =>
    seed.meeting(town.network, { startsAt: inDays(-1), rsvp: (index) => (index < 4 ? 'coming' : 'regrets') }),
  )
  const ada = await as(town.ada)
  await ada.goto('/')
  await ada.getByRole('link', { name: 'Hvem var med?' }).click()
  await ada.getByRole('checkbox', { name: 'Dan Krog' }).uncheck()
  await ada.getByRole('button', { name: 'Gem fremmødet' }).click()
  await expect(ada.getByRole('log')).toContainText('Fremmødet er gemt.')
  const people = ada.getByRole('list', { name: 'Hvem kommer' }).getByRole('listitem')
  await expect(people.filter({ hasText: 'Dan Krog' })).toContainText('Var ikke med')
  await expect(people.filter({ hasText: 'Cleo Dam' })).toContainText('Var med')
  await ada.goto('/')
  await expect(ada.getByText('Intet venter på dig lige nu.')).toBeVisible()
})

test('Ben answers twice at once, and the last answer stands', async ({ town, server, as, between: stand }) => {
  const meeting = await server.seed((seed) => seed.meeting(town.network, { startsAt: inDays(9) }))
  const ben = await as(town.ben)
  const between = await stand(ben)
  await ben.goto(`/networks/Network_${town.network.id}/meetings/Meeting_${meeting.id}`)
  const first = Promise.withResolvers<void>()
  const second = Promise.withResolvers<void>()
  between.lies = {
    AnswerMeeting: async (honest, { rsvp }) => {
      await (rsvp === 'coming' ? first : second).promise
      return honest()
    },
  }
  await ben.getByRole('button', { name: 'Jeg kommer' }).click()
  await ben.getByRole('button', { name: 'Meld afbud' }).click()
  const regrets = ben.getByRole('button', { name: 'Meld afbud' })
  await expect(regrets).toHaveAttribute('aria-pressed', 'true')
  second.resolve()
  const asked = ben.waitForResponse((answer) => answer.request().postData()?.includes('"coming"') ?? false)
  first.resolve()
  await asked
  const his = 'SELECT rsvp FROM attendance WHERE meeting_id = $1 AND person_id = $2'
  await expect.poll(() => server.look(his, [meeting.id, town.ben.id])).toEqual([{ rsvp: 'regrets' }])
  await expect(regrets).toHaveAttribute('aria-pressed', 'true')
})

test('whom Ada unticks while the others are being saved stays unticked', async ({
  town,
  server,
  as,
  between: stand,
}) => {
  const meeting = await server.seed((seed) =>
    seed.meeting(town.network, { startsAt: inDays(-1), rsvp: () => 'coming' }),
  )
  const ada = await as(town.ada)
  const between = await stand(ada)
  await ada.goto(`/networks/Network_${town.network.id}/meetings/Meeting_${meeting.id}`)
  const { promise, resolve } = Promise.withResolvers<void>()
  between.lies = { MarkAttendance: (honest) => promise.then(honest) }
  const tick = (name: string) => ada.getByRole('checkbox', { name })
  await tick('Dan Krog').uncheck()
  await ada.getByRole('button', { name: 'Gem fremmødet' }).click()
  await tick('Eva Toft').uncheck()
  resolve()
  await expect(ada.getByRole('log')).toContainText('Fremmødet er gemt.')
  await expect(tick('Dan Krog')).not.toBeChecked()
  await expect(tick('Eva Toft')).not.toBeChecked()
})

test('a leader without a network is told how one comes about', async ({ town, as }) => {
  const gry = await as(town.stranger)
  await gry.goto('/')
  await expect(gry.getByRole('heading', { level: 1 })).toContainText('Gry')
  await expect(gry.getByText('Du er ikke med i noget netværk endnu')).toBeVisible()
})

/** The file as it was sent, its folded lines made whole. */
const calendarOf = ({ parsed }: { parsed: { attachments: { contentType: string; content: Buffer }[] } }) =>
  parsed.attachments
    .find(({ contentType }) => /calendar|ics/.test(contentType))
    ?.content.toString()
    .replaceAll('\r\n ', '') ?? ''
