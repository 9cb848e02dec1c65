import { expect, openJournal, type Page, test, unlock } from '../fixtures.ts'

async function write(page: Page, text: string) {
  await page.getByLabel('Hvad satte det i gang?').fill(text)
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
}

/** Writes, and waits until the server has it. */
async function send(page: Page, text: string) {
  const sent = page.waitForResponse((response) => response.request().postData()?.includes('"envelope"') ?? false)
  await write(page, text)
  await sent
  await expect(page.getByText('ikke sendt endnu')).toHaveCount(0)
}

/** Has the page exchange with the server. The next one begins when what this one has fetched is there. */
async function exchange(page: Page) {
  for (const _ of ['this one', 'the next']) {
    const asked = page.waitForRequest((request) => request.postData()?.includes('SealedHeads') ?? false)
    await page.evaluate(() => dispatchEvent(new Event('focus')))
    await asked
  }
}

test('what two devices changed is shown twice, until she says what to keep', async ({ town, as, keys }) => {
  await keys(town.ada)
  const phone = await as(town.ada)
  await openJournal(phone)
  await phone.getByRole('link', { name: 'Skriv i dagbogen' }).click()
  await send(phone, 'Skrevet på telefonen')

  const laptop = await as(town.ada)
  await laptop.goto('/journal')
  await unlock(laptop)
  await laptop.getByRole('link', { name: /Skrevet på telefonen/ }).click()
  let reach = () => {}
  const isReached = new Promise<void>((resolve) => {
    reach = resolve
  })
  await laptop.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('"envelope"')) await isReached
    await route.continue()
  })
  await laptop.getByRole('button', { name: 'Ret' }).click()
  await write(laptop, 'Rettet på computeren')
  await expect(laptop.getByText('Gemt på denne enhed, ikke sendt endnu')).toBeVisible()

  await phone.getByRole('link', { name: /Skrevet på telefonen/ }).click()
  await phone.getByRole('button', { name: 'Ret' }).click()
  await send(phone, 'Rettet på telefonen')

  reach()
  await laptop.goto('/journal')
  await unlock(laptop)
  await expect(laptop.getByRole('link', { name: /Rettet på telefonen/ })).toBeVisible()
  const mine = laptop.getByRole('link', { name: /Rettet på computeren/ })
  await expect(mine).toContainText('Rettet på to enheder, begge er her')

  await mine.click()
  await expect(laptop.getByRole('heading', { name: 'Rettet på to enheder' })).toBeVisible()
  await laptop.getByRole('button', { name: 'Behold begge' }).click()
  await expect(laptop.getByRole('heading', { name: 'Rettet på to enheder' })).toHaveCount(0)
  await laptop.getByRole('link', { name: 'Tilbage til Dagbog' }).click()
  await expect(laptop.getByRole('link', { name: /Rettet på/ })).toHaveCount(2)
  await expect(laptop.getByText('begge er her')).toHaveCount(0)
})

test('a change that began before another device’s came here does not write over it', async ({ town, as, keys }) => {
  await keys(town.ada)
  const phone = await as(town.ada)
  await openJournal(phone)
  await phone.getByRole('link', { name: 'Skriv i dagbogen' }).click()
  await send(phone, 'Begyndelsen')

  const laptop = await as(town.ada)
  await laptop.goto('/journal')
  await unlock(laptop)
  await laptop.getByRole('link', { name: /Begyndelsen/ }).click()
  await laptop.getByRole('button', { name: 'Ret' }).click()

  await phone.getByRole('link', { name: /Begyndelsen/ }).click()
  await phone.getByRole('button', { name: 'Ret' }).click()
  await send(phone, 'Telefonens')
  await exchange(laptop)

  await write(laptop, 'Computerens')
  await expect(laptop.getByText('Begge er gemt.')).toBeVisible()
  await laptop.getByRole('link', { name: 'Tilbage til Dagbog' }).click()
  await expect(laptop.getByRole('link', { name: /Telefonens/ })).toBeVisible()
  await expect(laptop.getByRole('link', { name: /Computerens/ })).toContainText('begge er her')
})
