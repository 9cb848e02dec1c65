import { expect, type Page, test } from '../fixtures.ts'

const passphrase = 'fire grønne cykler venter'

/** Makes keys with a passphrase, one page after the other; answers the recovery code. */
async function makeKeys(page: Page): Promise<string> {
  await page.goto('/settings/keys')
  await page.getByRole('button', { name: 'Lav mine nøgler' }).click()
  await page.getByRole('button', { name: 'Vælg en adgangssætning' }).click()
  await page.getByLabel('Ny adgangssætning').fill(passphrase)
  await page.getByLabel('Skriv den igen').fill(passphrase)
  await page.getByRole('button', { name: 'Vælg den' }).click()
  const code = await takeCode(page)
  await page.getByRole('button', { name: 'Gem mine nøgler' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nøgler')
  return code
}

async function takeCode(page: Page): Promise<string> {
  const code = (await page.getByText(/^(?:[0-9A-Z*~$=]{2,5}){6}$/).innerText()).replaceAll(/\s/g, '-')
  await page.getByLabel('Jeg har den på papir').check()
  await page.getByRole('button', { name: 'Videre' }).click()
  await page.getByLabel('Gendannelseskode').fill(code.toLowerCase())
  return code
}

async function unlock(page: Page, secret = passphrase) {
  await page.getByLabel('Adgangssætning').fill(secret)
  await page.getByRole('button', { name: 'Lås op' }).click()
}

test('she makes keys, locks them, and unlocks with her passphrase', async ({ town, as }) => {
  const page = await as(town.ada)
  await makeKeys(page)
  await page.keyboard.press('l')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lås op')
  await expect(page).toHaveTitle('Lederkreds')

  await unlock(page, 'en helt anden sætning')
  await expect(page.getByText('Adgangssætningen passer ikke')).toBeVisible()
  await unlock(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nøgler')
})
