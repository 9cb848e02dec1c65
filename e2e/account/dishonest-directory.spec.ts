import { expect, lying, type Page, passphrase, type ToldEntry, test, unlock } from '../fixtures.ts'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('a colleague’s keys that are exchanged, taken back or forked are not sealed to', async ({
  town,
  as,
  keys,
  between: stand,
}) => {
  test.slow()
  const [hers, lost] = [await keys(town.ada), await keys(town.ben)]
  const newer = await keys(town.ben, lost)
  const chain = [lost, newer].map(({ identity }) => lying.toldEntry(identity))
  const [first, second] = chain
  if (!first || !second) throw new Error('two identities were made')
  const make = async (person: { id: string }, after?: typeof lost) =>
    lying.toldEntry((await lying.sealedKeys(person, { passphrase, after: after?.identity })).identity)
  const [liars, forked, third, hisOther] = [
    await make(town.ben),
    await make(town.ben, lost),
    await make(town.ben, newer),
    await make(town.cleo),
  ]
  const page = await as(town.ada)
  const between = await stand(page)
  await page.goto(`/networks/Network_${town.network.id}`)
  const compare = page.getByRole('link', { name: 'Sammenlign ord med Ben Friis' })
  await compare.click()
  await unlock(page)
  await press(page, 'Ordene er ens')
  await expect(page.getByText('I har sammenlignet ord')).toBeVisible()
  const words = page.getByRole('region', { name: 'Jeres tolv ord' }).getByRole('listitem')
  await expect(words).toHaveCount(12)
  const genuine = await words.allInnerTexts()

  const apart = /hænger ikke sammen med dem, du har set før/
  const lies: [string, ToldEntry[], RegExp][] = [
    ['rolled back to the first', [first], apart],
    ['none any longer', [], apart],
    ['all exchanged', [liars], apart],
    ['the newest exchanged', [first, { ...liars, number: 2 }], apart],
    ['a fork after the first', [first, forked], apart],
    ['a public key exchanged', [first, { ...second, hpkePublicKey: liars.hpkePublicKey }], apart],
    ['a signing key exchanged', [first, { ...second, signingPublicKey: liars.signingPublicKey }], apart],
    ['somebody else’s', [hisOther], apart],
    ['in another order', [second, first], apart],
    ['the same twice', [first, second, second], apart],
    ['one more, made by whoever', [first, second, third], /har fået nye nøgler, og I har ikke sammenlignet ord siden/],
  ]
  const lookAgain = async () => {
    await page.goBack()
    await compare.waitFor()
    await page.goForward()
  }
  for (const [name, identities, says] of lies) {
    const personId = `Person_${town.ben.id}`
    between.lies = { Identities: async () => ({ identities: identities.map((entry) => ({ ...entry, personId })) }) }
    await test.step(name, async () => {
      await lookAgain()
      await expect(page.getByText(says)).toBeVisible()
      await expect(page.getByText(/Der bliver ikke forseglet noget til Ben Friis/)).toBeVisible()
      await expect(page.getByText('I har sammenlignet ord')).toHaveCount(0)
      if (says === apart) return
      await expect(words).toHaveCount(12)
      expect(await words.allInnerTexts()).not.toEqual(genuine)
    })
  }

  between.lies = {}
  await lookAgain()
  await expect(page.getByText('I har sammenlignet ord')).toBeVisible()
  await expect(words).toHaveText(genuine)
  const accountKey = await lying.accountKeyOf(town.ada, hers)
  expect(between.leaked({ passphrase, recoveryCode: hers.recoveryCode, accountKey })).toEqual([])
})
