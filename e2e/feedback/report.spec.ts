import { expect, remembered, test, unlock } from '../fixtures.ts'

test('she writes about a report from elsewhere, and takes a passage to the case of her network', async ({
  town,
  as,
  keys,
  server,
}) => {
  await keys(town.ada)
  const page = await as(town.ada)
  await page.goto('/feedback/report')
  await unlock(page)
  await expect(page.getByText('Her kan ingen filer hentes ind')).toBeVisible()
  await expect(page.locator('input[type="file"]')).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Hvad overraskede mig?' }).fill('At de gerne vil have mere at bestemme.')
  await page.getByRole('textbox', { name: 'Ét spørgsmål til mit netværk' }).fill('Hvordan slipper jeg beslutninger?')
  await expect(page.getByText('Gemt forseglet')).toBeVisible()
  expect(await remembered(page)).toEqual([])
  expect(await page.title()).toBe('Lederkreds')
  const kinds = () =>
    server.look(
      `SELECT kind::text, network_id FROM sealed_item WHERE owner_id = $1 AND kind <> 'memory' ORDER BY kind::text`,
      [town.ada.id],
    )
  await expect.poll(kinds).toEqual([{ kind: 'feedbackOwn', network_id: null }])

  const take = page.getByRole('region', { name: 'Tag noget med til en runde' })
  await take.getByText('Ét spørgsmål til mit netværk', { exact: true }).click()
  await expect(take.getByLabel('Det, du tager med')).toHaveValue('Hvordan slipper jeg beslutninger?')
  await take.getByRole('button', { name: 'Læg det i min sag' }).click()
  await expect(take.getByText('Lagt i din sag i Skolelederne Nord.')).toBeVisible()
  await take.getByRole('link', { name: 'Åbn sagen' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gør din sag klar')
  await expect(page.getByLabel('Taget med fra dagbogen')).toHaveValue('Hvordan slipper jeg beslutninger?')

  await page.goto('/feedback/report')
  await unlock(page)
  await expect(page.getByRole('textbox', { name: 'Hvad overraskede mig?' })).toHaveValue(
    'At de gerne vil have mere at bestemme.',
  )
  await expect(page.getByRole('link', { name: 'Begynd runden i Skolelederne Nord' })).toHaveAttribute(
    'href',
    `/networks/Network_${town.network.id}/rounds/new?method=spejl-360`,
  )
  await page.getByRole('button', { name: 'Slet noterne' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Slet' }).click()
  await expect(page.getByRole('textbox', { name: 'Hvad overraskede mig?' })).toHaveValue('')
  await expect.poll(kinds).toEqual([{ kind: 'caseDraft', network_id: null }])
})

test('the guide is printed on one sheet, without a word of hers', async ({ town, as, keys }) => {
  await keys(town.ada)
  const page = await as(town.ada)
  await page.goto('/feedback/report')
  await unlock(page)
  await page.getByRole('textbox', { name: 'Hvad overraskede mig?' }).fill('Ravnekrog')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Efter en rapport: fire spørgsmål')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Hvad overraskede mig?' })).toBeHidden()
  await expect(page.locator('[data-sheet]')).not.toContainText('Ravnekrog')
  await expect.poll(() => page.evaluate(() => document.fonts.status)).toBe('loaded')
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect([...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)]).toHaveLength(1)
})
