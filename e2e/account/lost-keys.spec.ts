import { expect, lying, openJournal, openOnNewDevice, type Page, passphrase, test, unlock } from '../fixtures.ts'

const word = 'Ravnekrog'
const texts = [`${word} et`, `${word} to`, `${word} tre`, `${word} fire`]
const another = 'syv stille ænder i regn'
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const lines = (page: Page) => page.getByRole('link', { name: word })

async function choosePassphrase(page: Page, text: string) {
  await page.getByLabel('Ny adgangssætning').fill(text)
  await page.getByLabel('Skriv den igen').fill(text)
  await press(page, 'Vælg den')
}

async function tryPassphrase(page: Page, secret: string) {
  await page.getByLabel('Adgangssætning').fill(secret)
  await press(page, 'Lås op')
}

/** Comes in with the code on her paper, and chooses a passphrase. */
async function recover(page: Page, code: string) {
  await press(page, 'Brug gendannelseskoden')
  await page.getByLabel('Gendannelseskode').fill(code)
  await press(page, 'Lås op')
  await choosePassphrase(page, another)
  await press(page, 'Behold den, jeg har')
}

/** Every text is there, and can be opened. */
async function seeEverything(page: Page) {
  await expect(lines(page)).toHaveCount(texts.length)
  for (const text of texts) await expect(page.getByRole('link', { name: text })).toHaveCount(1)
  await expect(page.getByText('kan ikke åbnes')).toHaveCount(0)
}

test('who has lost her passphrase comes in with the code, and nothing is lost', async ({ town, as, keys, written }) => {
  const hers = await keys(town.ada)
  await written(town.ada, hers, texts)
  const page = await as(town.ada)
  await page.goto('/journal')
  await recover(page, hers.recoveryCode)
  await seeEverything(page)
  const other = await as(town.ada)
  await other.goto('/journal')
  await tryPassphrase(other, another)
  await seeEverything(other)
})

test('who has lost her passkey comes in with the passphrase, and who has lost both with the code', async ({
  town,
  as,
  keys,
  written,
}) => {
  const hers = await keys(town.ben)
  await written(town.ben, hers, texts)
  const phone = await as(town.ben, { passkeys: true })
  await phone.goto('/settings/keys')
  await unlock(phone)
  await press(phone, 'Lås op med en adgangsnøgle')
  await phone.getByLabel('Adgangssætning').fill(passphrase)
  await press(phone, 'Videre')
  await press(phone, 'Lav en adgangsnøgle')
  await press(phone, 'Lav den')
  await press(phone, 'Brug adgangsnøglen')
  await expect(phone.getByText('Adgangsnøglen kan nu låse op')).toBeVisible()
  await press(phone, 'Lås nu')
  await press(phone, 'Lås op med adgangsnøgle')
  await expect(heading(phone)).toHaveText('Nøgler')
  await phone.goto('/journal')
  await press(phone, 'Lås op med adgangsnøgle')
  await seeEverything(phone)
  await phone.context().close()

  const withoutPasskey = await as(town.ben)
  await openJournal(withoutPasskey)
  await seeEverything(withoutPasskey)

  const withNeither = await as(town.ben)
  await withNeither.goto('/journal')
  await recover(withNeither, hers.recoveryCode)
  await seeEverything(withNeither)
})

test('who has lost everything reads nothing, on an old device or a new one', async ({ town, as, keys, written }) => {
  const hers = await keys(town.cleo)
  await written(town.cleo, hers, texts)
  const known = await as(town.cleo)
  await openJournal(known)
  await seeEverything(known)
  const stranger = await as(town.cleo)
  const wrong = (await lying.sealedKeys(town.cleo, { passphrase })).recoveryCode
  for (const page of [known, stranger]) {
    await page.goto('/journal')
    await tryPassphrase(page, another)
    await expect(page.getByText('Adgangssætningen passer ikke')).toBeVisible()
    await press(page, 'Brug gendannelseskoden')
    await page.getByLabel('Gendannelseskode').fill(wrong)
    await press(page, 'Lås op')
    await expect(page.getByText('hører ikke til dine nøgler')).toBeVisible()
    await expect(page.locator('body')).not.toContainText(word)
    await expect(lines(page)).toHaveCount(0)
  }
})

const kills = 50
/** So that two workers share them. */
const halves = [0, 1]

/** The change, up to the moment at which the new passphrase is sent off. */
async function beginChange(page: Page, from: string, to: string) {
  await press(page, 'Skift adgangssætning')
  await page.getByLabel('Adgangssætning').fill(from)
  await press(page, 'Videre')
  await page.getByLabel('Ny adgangssætning').fill(to)
  await page.getByLabel('Skriv den igen').fill(to)
  await press(page, 'Vælg den')
}

for (const half of halves)
  test(`a change of passphrase killed at one of fifty moments leaves one that opens everything, ${half + 1}`, async ({
    town,
    as,
    keys,
    written,
    server,
    between: stand,
  }) => {
    test.setTimeout(600_000)
    const hers = await keys(town.dan)
    await written(town.dan, hers, texts)
    let page = await as(town.dan)
    const context = page.context()
    const between = await stand(page)
    const open = async (secret: string) => {
      await page.goto('/settings/keys')
      await tryPassphrase(page, secret)
      await expect(heading(page)).toHaveText('Nøgler')
    }
    const opens = (secret: string) =>
      openOnNewDevice(server, town.dan, secret).then(
        (documents) => documents.length,
        (fault: Error) => fault.name,
      )

    await open(passphrase)
    await beginChange(page, passphrase, another)
    const begun = Date.now()
    await expect(page.getByText('Den gamle gælder ikke længere')).toBeVisible()
    const takes = Date.now() - begun

    let [current, changed, kept] = [another, 0, 0]
    for (let kill = half; kill < kills; kill += 2) {
      const next = `adgangssætning nummer ${kill}, ny`
      const held = Promise.withResolvers<void>()
      // Never answered: an answer that cannot be read would be followed by another try.
      const before = () => {
        held.resolve()
        return new Promise(() => {})
      }
      const after = async (honest: () => Promise<unknown>) => {
        await honest()
        held.resolve()
        return new Promise(() => {})
      }
      // Of five: three at any moment, one before the change reached the server, one before its answer reached the page.
      const [isBefore, isAfter] = [kill % 5 === 3, kill % 5 === 4]
      between.lies = {
        ...(isBefore && { ReplaceKeyWrap: before }),
        ...(isAfter && { ReplaceKeyWrap: after }),
      }
      await beginChange(page, current, next)
      if (isBefore || isAfter) await held.promise
      else await page.waitForTimeout(((kill + Math.random()) / kills) * takes * 1.1)
      await page.close()
      between.lies = {}

      // What was under way may still reach the server between one look and the other: then look again.
      let found: (number | string)[] = []
      const either = async () => {
        found = [await opens(next), await opens(current)]
        return found
      }
      await expect.poll(either, { message: `kill ${kill}` }).toContain(texts.length)
      if (found[0] !== texts.length) {
        expect(found, `kill ${kill}`).toEqual(['WrongSecret', texts.length])
        kept++
      } else {
        current = next
        changed++
      }
      // A request that is held back may still leave when its page closes: then the new one counts.
      if (isAfter) expect(current).toBe(next)
      page = await context.newPage()
      await open(current)
    }
    test.info().annotations.push({ type: 'kills', description: `${takes} ms each; ${changed} changed, ${kept} not` })
    expect(Math.min(changed, kept)).toBeGreaterThan(kills / 20)

    for (const last of [page, await as(town.dan)]) {
      await last.goto('/journal')
      await tryPassphrase(last, current)
      await seeEverything(last)
    }
  })
