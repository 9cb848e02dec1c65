import { expect, type Page, test } from '../fixtures.ts'

const digitsIn = (text: string) => /\b\d{6}\b/.exec(text)?.[0] ?? ''
const askCode = async (page: Page, email: string) => {
  await page.getByLabel('Mailadresse').fill(email)
  await page.getByRole('button', { name: 'Send mig en kode' }).click()
}
const redeem = async (page: Page, digits: string) => {
  await page.getByLabel('Koden på seks cifre').fill(digits)
  await page.getByRole('button', { name: 'Log ind', exact: true }).click()
}

test('a leader signs in with the code from her mail and arrives where she was going', async ({
  town,
  visitor,
  mailbox,
}) => {
  const page = await visitor()
  await page.goto('/settings')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsettings$/)
  await askCode(page, town.ada.email)
  const letter = await mailbox.letterTo(town.ada.email)
  expect(letter.subject).toMatch(/^Din kode er \d{6}$/)
  const right = digitsIn(letter.text)

  await redeem(page, right === '000000' ? '000001' : '000000')
  await expect(page.getByText('Koden passer ikke. Du kan prøve 4 gange til.')).toBeVisible()
  await page.reload()
  await redeem(page, `${right.slice(0, 3)} ${right.slice(3)}`)

  await expect(page).toHaveURL('/settings')
  await expect(page.getByLabel('Navn', { exact: true })).toHaveValue('Ada Holm')
})

test('a stranger is told the same and gets no mail', async ({ town, visitor, mailbox }) => {
  const [known, unknown] = [await visitor(), await visitor()]
  const nobody = `nobody.${town.ada.email}`
  const told: string[] = []
  for (const [page, email] of [
    [unknown, nobody],
    [known, town.ada.email],
  ] as const) {
    await page.goto('/sign-in')
    await askCode(page, email)
    told.push((await page.getByText(/er der en kode på vej/).innerText()).replace(email, '…'))
  }
  expect(told[0]).toBe(told[1])
  await mailbox.letterTo(town.ada.email)
  expect(mailbox.lettersTo(nobody)).toEqual([])
})

test('in English as well', async ({ town, visitor, mailbox }) => {
  const page = await visitor({ locale: 'en-GB' })
  await page.goto('/sign-in')
  await page.getByLabel('Mail address').fill(town.ben.email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  const letter = await mailbox.letterTo(town.ben.email)
  await page.getByLabel('The six-digit code').fill(digitsIn(letter.text))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL('/')
})

test('a leader makes a passkey and signs in with it, without any address', async ({ town, as }) => {
  const page = await as(town.ada, { passkeys: true })
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Lav en adgangsnøgle' }).click()
  await page.getByLabel('Kald den').fill('Min telefon')
  await page.getByRole('button', { name: 'Lav den' }).click()
  const passkeys = page.getByRole('region', { name: 'Adgangsnøgler' })
  await expect(passkeys.getByRole('button', { name: 'Omdøb Min telefon' })).toBeVisible()

  await page.getByRole('button', { name: 'Din menu: Ada Holm' }).click()
  await page.getByRole('button', { name: 'Log ud', exact: true }).filter({ visible: true }).last().click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.getByRole('button', { name: 'Log ind med adgangsnøgle' }).click()
  await expect(page).toHaveURL('/')

  await page.goto('/settings')
  await expect(passkeys.getByText(/sidst brugt/)).toBeVisible()
  await passkeys.getByRole('button', { name: 'Omdøb Min telefon' }).click()
  await page.getByLabel('Kald den').fill('Arbejdsmobil')
  await passkeys.getByRole('button', { name: 'Gem' }).click()
  await passkeys.getByRole('button', { name: 'Fjern Arbejdsmobil' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Fjern' }).click()
  await expect(passkeys.getByText('Du har ingen adgangsnøgler endnu.')).toBeVisible()
})
