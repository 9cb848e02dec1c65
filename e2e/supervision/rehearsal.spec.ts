import { expect, test } from '../fixtures.ts'

test('a consultant rehearses a method: anybody’s screen, to the end of a phase; nothing is stored or sent', async ({
  town,
  as,
}) => {
  const page = await as(town.consultant)
  await page.addInitScript(() => {
    const start = OscillatorNode.prototype.start
    const heard = Object.assign(globalThis, { tones: 0 })
    OscillatorNode.prototype.start = function (...when) {
      heard.tones += 1
      start.apply(this, when)
    }
  })
  const tones = () => page.evaluate(() => (globalThis as { tones?: number }).tones)
  await page.goto('/toolbox/reflekterende-team/rehearse')
  await expect(page.getByText('Intet bliver gemt eller sendt.')).toBeVisible()
  await page.getByRole('button', { name: 'Begynd runden' }).click()
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))

  await page.getByRole('button', { name: 'Spol frem til fasens slutning' }).click()
  await expect(page.getByText('Tiden er gået. Gør sætningen færdig.').first()).toBeVisible()
  await expect.poll(tones).toBe(2)
  for (const next of ['Første interview', 'Teamets første refleksion'])
    await page.getByRole('button', { name: `Næste: ${next}` }).click()
  expect(await tones()).toBe(2)

  const watch = page.getByLabel('Hvis skærm vil du se?')
  await watch.selectOption({ label: 'Anna Prøve · Fokusperson' })
  const screen = page.getByRole('region', { name: 'Skærmen hos Anna Prøve' })
  await expect(screen.getByRole('button')).toHaveText(['Pas', 'Time-out'])
  await watch.selectOption({ label: 'Camilla Påfund · Reflekterende team' })
  await expect(page.getByRole('list', { name: 'Spørgsmål' })).toBeVisible()

  await page.getByText('Trin for trin').click()
  const left = await page.getByRole('timer').innerText()
  await watch.selectOption({ label: 'Bordet' })
  await page.getByRole('button', { name: 'Et minut mere' }).click()
  await expect(page.getByRole('timer')).not.toHaveText(left)
  await page.getByRole('button', { name: 'Næste fase' }).click()
  await expect(page.getByRole('timer')).toHaveText('4:00')

  expect(sent).toEqual([])
  expect(await page.evaluate(() => indexedDB.databases().then((all) => all.map(({ name }) => name)))).toEqual([])
})
