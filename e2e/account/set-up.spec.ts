import { expect, test } from '../fixtures.ts'

test('the first administrator sets the organisation up with the link from the first start, once', async ({
  newcomer,
  visitor,
}) => {
  const [page, late] = [await visitor(), await visitor()]
  for (const each of [page, late]) await each.goto(newcomer.setUpLink)
  await page.getByRole('button', { name: 'Opret organisationen' }).click()
  await expect(page.getByText('Skriv noget her.')).toHaveCount(3)
  for (const each of [page, late]) {
    await each.getByLabel('Organisationens navn').fill('Sønderby Kommune')
    await each.getByLabel('Dit navn').fill('Astrid Lund')
    await each.getByLabel('Din mailadresse').fill('astrid@sonderby.dk')
    await each.getByRole('button', { name: 'Opret organisationen' }).click()
    if (each === page) await expect(page.getByText('astrid@sonderby.dk · Sønderby Kommune')).toBeVisible()
  }
  await expect(late.getByText(/Linket er brugt/)).toBeVisible()
  await page.goto(`${new URL(newcomer.setUpLink).origin}/admin/people`)
  await expect(page.getByRole('row', { name: /Astrid Lund/ })).toContainText('Administrator')
})
