import { accessFaults, expect, type Page, test, unlock } from '../fixtures.ts'

/** What was written on other devices is here: the page asks for the newest anew once all that it was told of has come. */
async function allHasCome(page: Page) {
  for (const _ of ['this time', 'the next']) {
    const asked = page.waitForRequest((request) => request.postData()?.includes('SealedHeads') ?? false)
    await page.evaluate(() => dispatchEvent(new Event('focus')))
    await asked
  }
}

test('she looks back on three years, in pictures, in words and in tables', async ({ town, as, journal }) => {
  await journal(town.ada, 156)
  const page = await as(town.ada)
  await page.goto('/journal/patterns')
  await unlock(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mine mønstre')
  await expect(page).toHaveTitle('Lederkreds')
  await expect(page.getByText('Kun dig')).toBeVisible()

  const demands = page.getByRole('region', { name: 'Krav', exact: true }).first()
  await expect(demands).toContainText(
    /svar i \d+ uger\. Ugerne ligger fra \d+ af 100 til \d+ af 100; senest, i uge \d+/,
  )
  await page.getByText('Alt', { exact: true }).click()
  await expect(page.getByText(/Du har skrevet om \d{3} dage af \d{4}/)).toBeVisible()
  await demands.getByText('Vis som tabel').click()
  await expect(demands.getByRole('row').nth(1)).toContainText(/Uge \d+, 20\d\d/)
  await expect.poll(() => demands.getByRole('row').count()).toBeGreaterThan(80)
  expect(await accessFaults(page)).toEqual([])
})

test('a day in the calendar brings back what she wrote about it', async ({ town, as, journal }) => {
  await journal(town.ada, 12)
  const page = await as(town.ada)
  await page.goto('/journal/patterns')
  await unlock(page)
  const first = page.getByRole('button', { name: /: vis, hvad du skrev$/ }).first()
  // By its name: an earlier day may still be on its way to this device.
  const day = page.getByRole('button', { name: (await first.getAttribute('aria-label')) ?? '' })
  await day.click()
  await expect(day).toHaveAttribute('aria-pressed', 'true')
  const chosen = page.getByRole('region', { name: /^Det skrev du om/ })
  await chosen.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Mine mønstre')
})

test('two periods stand side by side, and few answers are said to be few', async ({ town, as, journal }) => {
  await journal(town.ada, 12)
  const page = await as(town.ada)
  await page.goto('/journal/patterns')
  await unlock(page)
  const compare = page.getByRole('region', { name: 'Sammenlign to perioder' })
  const demands = compare.getByRole('region', { name: 'Krav' })
  await expect(demands).toContainText('Den midterste halvdel')
  await expect(compare.getByRole('region', { name: 'Hvor ofte stresset' })).toContainText(
    /Det er få svar \([1-4] og [1-4]\), så her bliver ikke sagt noget om forskel\./,
  )
  const second = compare.getByRole('group', { name: 'Anden periode' })
  await second.getByLabel('Til og med').fill('2001-01-01')
  await expect(second).toContainText('Vælg en dag, der ikke ligger før den første.')
  await second.getByLabel('Fra').fill('2000-01-01')
  await expect(demands).toContainText('Der er kun svar i den ene periode.')
})

test('an empty journal says what could be here, and two weeks of one are said to be few', async ({
  town,
  as,
  keys,
  journal,
}) => {
  await keys(town.ben)
  const page = await as(town.ben)
  await page.goto('/journal/patterns')
  await unlock(page)
  await expect(page.getByText('Her er ikke noget at se endnu')).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: 'Skriv i dagbogen' })).toBeVisible()

  await journal(town.cleo, 2)
  const cleos = await as(town.cleo)
  await cleos.goto('/journal/patterns')
  await unlock(cleos)
  await expect(cleos.getByRole('region', { name: 'Krav', exact: true }).first()).toContainText('Det er få')
})

test('she finds what she wrote with the keyboard alone', async ({ town, as, journal }) => {
  await journal(town.ada, 20)
  const page = await as(town.ada)
  await page.goto('/journal/search')
  await unlock(page)
  const field = page.getByRole('searchbox', { name: 'Søg efter' })
  await expect(field).toBeFocused()
  await allHasCome(page)
  await page.keyboard.type('sø tur')
  await expect(page.getByRole('status')).toContainText(/\d+ steder?\./)
  const first = page.getByRole('main').getByRole('listitem').first().getByRole('link')
  await expect(first).toContainText('Hvad jeg gjorde')
  await expect(first.locator('mark')).toHaveText(['tur', 'søen'])
  await page.keyboard.press('ArrowDown')
  await expect(first).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(field).toBeFocused()
  await page.keyboard.type(' findesikke')
  await expect(page.getByRole('status')).toContainText('Ingen steder med alle de ord.')
  expect(page.url()).not.toContain('tur')
  await field.fill('sø tur')
  await expect(first).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('searchbox')).toHaveCount(0)
  await expect(page.getByText('Gik en tur om søen, før jeg svarede.')).toBeVisible()
})
