import { dayAhead, expect, lying, type Page, passphrase, test, unlock } from '../fixtures.ts'

const note = 'Ravnekrog: vi taler for sjældent om grænser.'
const shut = 'Det kan ikke åbnes på denne enhed.'

async function open(page: Page, path: string) {
  await page.goto(path)
  await unlock(page)
}

test('a server that lies about what was left in a round shows nothing of it and gets no word', async ({
  town,
  as,
  keys,
  server,
  between: stand,
}) => {
  for (const one of [town.ada, town.ben, town.cleo]) await keys(one)
  const people = [town.ada, town.ben, town.cleo]
  const options = { method: 'reflekterende-team', people, stays: 'group', staysUntil: dayAhead(10) } as const
  const [before, now] = await server.seed((seed) => [
    seed.round(town.network, { ...options, endedAt: new Date() }),
    seed.round(town.network, options),
  ])
  const [ada, ben] = [await as(town.ada), await as(town.ben)]
  const [toAda, toBen] = [await stand(ada), await stand(ben)]
  const path = `/rounds/Round_${now.id}/after`

  await test.step('her colleague’s keys are exchanged before she shares', async () => {
    const liars = lying.toldEntry((await lying.sealedKeys(town.ben, { passphrase })).identity)
    await open(ada, path)
    await ada.getByLabel('Noget, der må blive hos gruppen').fill(note)
    await ada.getByRole('button', { name: 'Del med gruppen' }).click()
    const shared = ada.getByRole('listitem').filter({ hasText: note })
    await expect(shared).toBeVisible()
    toAda.lies = {
      Identities: async (honest) => ({
        identities: (await honest()).identities.map((entry) =>
          entry.personId === `Person_${town.ben.id}` ? { ...entry, ...liars } : entry,
        ),
      }),
    }
    await ada.getByLabel('Noget, der må blive hos gruppen').fill('Det her må ingen se')
    await ada.getByRole('button', { name: 'Del med gruppen' }).click()
    await expect(ada.getByRole('alert')).toContainText('Ben Friis')
    await expect(ada.getByRole('alert').getByRole('link')).toHaveText('Sammenlign ord med Ben Friis')
    toAda.lies = {}
    const items = 'SELECT FROM sealed_item WHERE round_id = $1'
    expect(await server.look(items, [now.id])).toHaveLength(1)
  })

  const changes = [
    ['another author', { ownerId: `Person_${town.cleo.id}` }],
    ['another kind', { kind: 'nextStep' }],
    ['another version', { version: 2 }],
  ] as const
  for (const [name, change] of changes)
    await test.step(name, async () => {
      toBen.lies = {
        SharedItems: async (honest) => ({
          sealedItems: (await honest()).sealedItems.map((item) => ({ ...item, ...change })),
        }),
      }
      await open(ben, path)
      await expect(ben.getByLabel('Hvad gør jeg nu?')).toBeVisible()
      await expect(ben.getByText(shut)).toBeVisible()
      await expect(ben.getByText(note)).toHaveCount(0)
    })

  await test.step('another round', async () => {
    const [item] = await server.look<{ id: string }>('SELECT id FROM sealed_item WHERE round_id = $1', [now.id])
    toBen.lies = {
      RoundItems: async (honest) => ({
        node: { ...(await honest()).node, sealedHeads: [{ __typename: 'SealedHead', id: `SealedItem_${item?.id}` }] },
      }),
    }
    await open(ben, `/rounds/Round_${before.id}/after`)
    await expect(ben.getByText(shut)).toBeVisible()
    await expect(ben.getByText(note)).toHaveCount(0)
  })

  await test.step('the truth', async () => {
    toBen.lies = {}
    await open(ben, path)
    await expect(ben.getByText(note)).toBeVisible()
  })
  for (const line of [toAda, toBen]) {
    expect(line.leaked({ note: 'Ravnekrog', draft: 'Det her må ingen se' })).toEqual([])
    expect(line.faults).toEqual([])
  }
})
