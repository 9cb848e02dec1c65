import { expect, openJournal, test } from '../fixtures.ts'

const question = 'Hvor ofte har du følt dig stresset de seneste to uger?'

test('who answers “often” twice meets plain words and help, and nobody is told', async ({
  town,
  as,
  keys,
  mailbox,
  server,
}) => {
  await keys(town.ada)
  const page = await as(town.ada)
  const first = new Date('2026-11-02T08:00:00+01:00')
  await page.clock.setFixedTime(first)
  await openJournal(page)
  const kinds = `SELECT kind FROM sealed_item WHERE owner_id = $1`

  await expect(page.getByRole('heading', { name: question })).toBeVisible()
  await page.getByRole('button', { name: 'Ofte' }).click()
  await expect(page.getByRole('heading', { name: question })).toHaveCount(0)
  const mild = page.getByRole('region', { name: 'Dit svar tyder på, at du er presset' })
  await expect(mild).toContainText('Det er ikke en diagnose. Tal med din læge')
  await expect(mild).toContainText('Ingen får besked om det her')

  await page.clock.setFixedTime(new Date(first.getTime() + 13 * 86_400_000))
  await openJournal(page)
  await expect(page.getByRole('heading', { name: 'Det, du har skrevet' })).toBeVisible()
  await expect(page.getByRole('heading', { name: question })).toHaveCount(0)

  await page.clock.setFixedTime(new Date(first.getTime() + 14 * 86_400_000))
  await openJournal(page)
  await page.getByRole('button', { name: 'Hele tiden' }).click()
  const clear = page.getByRole('region', { name: 'Dine svar tyder på, at du har været presset længe' })
  await expect(clear).toContainText('Det er ikke en diagnose.')
  await clear.getByRole('link', { name: 'Se, hvem du kan tale med' }).click()
  await expect(page.getByRole('link', { name: 'Ring 70 201 201' })).toHaveAttribute('href', 'tel:70201201')

  await expect.poll(async () => (await server.look(kinds, [town.ada.id])).length).toBe(2)
  expect(await server.look(kinds, [town.ada.id])).toEqual([{ kind: 'journal' }, { kind: 'journal' }])
  expect(await server.look('SELECT * FROM event WHERE network_id = $1', [town.network.id])).toEqual([])
  const people = [town.ada, town.ben, town.cleo, town.dan, town.eva, town.finn, town.admin, town.consultant]
  expect(people.flatMap(({ email }) => mailbox.lettersTo(email))).toEqual([])
})

test('help is one tap away on every page, also without an answer', async ({ town, as, keys }) => {
  await keys(town.ada)
  const page = await as(town.ada)
  await openJournal(page)
  for (const [link, path] of [
    ['Skriv i dagbogen', '/journal/new'],
    ['Øvelser', '/journal/exercises'],
    ['Indstillinger for dagbogen', '/journal/settings'],
  ] as const) {
    await page.getByRole('link', { name: link }).click()
    await expect(page).toHaveURL(path)
    await page.getByRole('link', { name: 'Har du det rigtig skidt? Her er hjælp' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nogen at tale med')
    await page.getByRole('link', { name: 'Tilbage til Dagbog' }).click()
  }
})

test('“not now” lets the question rest, “never again” ends it, and settings bring it back', async ({
  town,
  as,
  keys,
}) => {
  await keys(town.ada)
  const page = await as(town.ada)
  const first = new Date('2026-11-02T08:00:00+01:00')
  await page.clock.setFixedTime(first)
  await openJournal(page)
  const asked = page.getByRole('heading', { name: question })
  const visitAfter = async (days: number) => {
    await page.clock.setFixedTime(new Date(first.getTime() + days * 86_400_000))
    await openJournal(page)
    await expect(page.getByRole('heading', { name: 'Det, du har skrevet' })).toBeVisible()
  }
  await page.getByRole('button', { name: 'Ikke nu' }).click()
  await expect(asked).toHaveCount(0)
  await visitAfter(13)
  await expect(asked).toHaveCount(0)
  await visitAfter(14)
  await page.getByRole('button', { name: 'Spørg mig aldrig igen' }).click()
  await expect(asked).toHaveCount(0)
  await visitAfter(100)
  await expect(asked).toHaveCount(0)

  await page.getByRole('link', { name: 'Indstillinger for dagbogen' }).click()
  const pulse = page.getByRole('switch', { name: 'Puls' })
  await expect(pulse).not.toBeChecked()
  await pulse.click()
  await expect(pulse).toBeChecked()
  await page.getByRole('link', { name: 'Tilbage til Dagbog' }).click()
  await expect(asked).toBeVisible()
})
