import { expect, type Page, test } from '../fixtures.ts'

/** How many sheets of paper a page takes, told by the PDF's own page objects. */
async function sheets(page: Page): Promise<number> {
  await page.evaluate(async () => void (await document.fonts.ready))
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length
}

for (const locale of ['da-DK', 'en-GB'])
  test(`each method is one sheet of paper (${locale})`, async ({ town, as, server }) => {
    test.setTimeout(240_000)
    const language = locale.slice(0, 2) as 'da' | 'en'
    const person = await server.seed((seed) => seed.person(town.organisation, { name: 'Pia Holm', locale: language }))
    const page = await as(person, { locale })
    await page.goto('/toolbox')
    const links = page.getByRole('main').getByRole('listitem').getByRole('link')
    await expect(links).toHaveCount(30)
    const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
    const thick: string[] = []
    for (const address of addresses) {
      await page.goto(address)
      await page.getByRole('button', { name: language === 'da' ? 'Udskriv' : 'Print', exact: true }).waitFor()
      const count = await sheets(page)
      if (count !== 1) thick.push(`${address}: ${count} sheets`)
    }
    expect(thick).toEqual([])
  })

test('what is printed is the sheet, black on white, and nothing of the screen', async ({ town, as }) => {
  const ada = await as(town.ada, { colorScheme: 'dark' })
  await ada.goto('/toolbox/reflekterende-team')
  await expect(ada.getByRole('navigation', { name: 'Hovedmenu' })).toBeVisible()
  await ada.emulateMedia({ media: 'print' })
  await expect(ada.getByRole('navigation', { name: 'Hovedmenu' })).toBeHidden()
  await expect(ada.getByRole('button', { name: 'Udskriv' })).toBeHidden()
  const sheet = ada.getByRole('table')
  await expect(sheet).toBeVisible()
  await expect(sheet.getByRole('row')).toHaveCount(9)
  await expect(sheet).toContainText('Lytter: Fokusperson, Supervisor')
  await expect(sheet).toHaveCSS('color', 'rgb(0, 0, 0)')
})
