import { expect, lying, type Page, passphrase, type Told, type ToldEntry, test, unlock } from '../fixtures.ts'

test.setTimeout(180_000)

const text = 'Ravnekrog: du afbryder, når det bliver svært.'
const refused = 'Der bør ikke svares, så her kan ikke svares'
const field = (page: Page) => page.getByLabel('Mit svar')

async function open(page: Page, path: string) {
  await page.goto(path)
  await unlock(page)
}

/** Whose public identities are lied about, and how. */
const identitiesOf = (person: { id: string }, lie: (honest: readonly ToldEntry[]) => readonly ToldEntry[]) => ({
  Identities: async (honest: () => Promise<Told>) => {
    const { identities } = await honest()
    const isHers = ({ personId }: { personId: string }) => personId === `Person_${person.id}`
    const [first] = identities.filter(isHers)
    if (!first) return { identities }
    const told = lie(identities.filter(isHers)).map((entry) => ({ ...first, ...entry }))
    return { identities: [...identities.filter((each) => !isHers(each)), ...told] }
  },
})

/** Another key for tokens, as a server would make one for each giver to know her answer again. */
async function otherIssuerKey() {
  const made = { name: 'RSA-PSS', hash: 'SHA-384', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) }
  const { publicKey } = await crypto.subtle.generateKey(made, true, ['sign', 'verify'])
  return Buffer.from(await crypto.subtle.exportKey('spki', publicKey)).toString('base64url')
}

test('a server that lies about what is asked gets no answer, and no token is asked of it', async ({
  town,
  as,
  asked,
  server,
  between: stand,
}) => {
  const givers = [town.ben, town.cleo, town.dan, town.eva, town.finn]
  const cycle = await asked(town.ada, givers, { promise: 'pooled' })
  const other = await asked(town.cleo, [town.ben, town.ada], { question: 'Ravnekrog?' })
  const few = await asked(town.dan, [town.ben])
  const ben = await as(town.ben)
  const line = await stand(ben)
  const nowhere = { __typename: 'Network', name: town.network.name, eventSeq: 0 }
  const ask = (id: string) => ({ __typename: 'SealedHead', id: `SealedItem_${id}` })
  const lies = [
    [
      'a key for tokens of her own',
      { issuerKey: await otherIssuerKey() },
      'Med en anden nøgle kunne dit svar genkendes.',
    ],
    ['no key for tokens', { issuerKey: null }, 'Med en anden nøgle kunne dit svar genkendes.'],
    ['another promise', { promise: 'signed', issuerKey: null }, 'et andet løfte'],
    ['another deadline', { deadline: '2027-01-01T11:00:00.000Z' }, 'et andet løfte'],
    ['the ask of another cycle', { ask: ask(other.askId) }, 'et andet end det, der blev forseglet'],
    ['no ask', { ask: null }, 'et andet end det, der blev forseglet'],
    [
      'another receiver',
      { receiver: { __typename: 'Person', id: `Person_${town.cleo.id}`, name: 'Cleo Dam' } },
      'et andet end det, der blev forseglet',
    ],
    [
      'a network that only she is told of',
      { network: { ...nowhere, id: `Network_${crypto.randomUUID()}` } },
      'et andet end det, der blev forseglet',
    ],
  ] as const
  for (const [name, lie, said] of lies)
    await test.step(name, async () => {
      line.lies = {
        AnswerPage: async (honest) => {
          const told = await honest()
          return { ...told, feedbackCycle: { ...told.feedbackCycle, ...lie } }
        },
      }
      await open(ben, cycle.path)
      await expect(ben.getByText(refused)).toBeVisible()
      await expect(ben.getByRole('alert')).toContainText(said)
      await expect(ben.getByText('Ravnekrog?')).toHaveCount(0)
      await expect(field(ben)).toHaveCount(0)
    })

  await test.step('a pool of one', async () => {
    line.lies = {
      AnswerPage: async (honest) => {
        const told = await honest()
        return { ...told, feedbackCycle: { ...told.feedbackCycle, promise: 'pooled' } }
      },
    }
    await open(ben, few.path)
    await expect(ben.getByText(refused)).toBeVisible()
  })
  expect(line.asked).not.toContain('FeedbackToken')
  expect(line.sent.some((sent) => sent.includes('/feedback/pooled'))).toBe(false)

  await test.step('a signature by another key, where a token is asked for', async () => {
    const wrong = Buffer.alloc(256, 7).toString('base64url')
    line.lies = {
      FeedbackToken: async () => ({ feedbackToken: { __typename: 'FeedbackToken', signature: wrong } }),
    }
    await open(ben, cycle.path)
    await expect(ben.getByText('Serveren gav ingen gyldig adgang til at svare')).toBeVisible()
    await expect(field(ben)).toHaveCount(0)
    expect(line.sent.some((sent) => sent.includes('/feedback/pooled'))).toBe(false)
  })

  await test.step('the receiver’s keys are exchanged', async () => {
    const liars = lying.toldEntry((await lying.sealedKeys(town.ada, { passphrase })).identity)
    line.lies = {}
    await open(ben, cycle.path)
    await field(ben).fill(text)
    await expect(ben.getByText('Gemt forseglet')).toBeVisible()
    line.lies = identitiesOf(town.ada, () => [liars])
    await open(ben, cycle.path)
    await expect(ben.getByText(refused)).toBeVisible()
    await expect(ben.getByRole('alert')).toContainText('er ikke dem, du har set før')
    await expect(field(ben)).toHaveCount(0)
  })

  await test.step('keys of the server’s own behind hers, to somebody who sees hers for the first time', async () => {
    const after = cycle.keysOf(town.ada).identity
    const slipped = lying.toldEntry((await lying.sealedKeys(town.ada, { passphrase, after })).identity)
    const eva = await as(town.eva)
    const hers = await stand(eva)
    hers.lies = identitiesOf(town.ada, (honest) => [...honest, slipped])
    await open(eva, cycle.path)
    await expect(eva.getByText(refused)).toBeVisible()
    await expect(eva.getByRole('alert')).toContainText('er ikke dem, du har set før')
    await expect(field(eva)).toHaveCount(0)
    expect(hers.asked).not.toContain('FeedbackToken')
    expect(hers.sent.some((sent) => sent.includes('/feedback/pooled'))).toBe(false)
  })
  expect(line.sent.some((sent) => /\/feedback\/pooled\n/.test(sent))).toBe(false)
  expect(await server.look('SELECT FROM feedback_staged WHERE cycle_id = $1', [cycle.id])).toEqual([])

  await test.step('the truth, and other keys only when she has read it', async () => {
    line.lies = {}
    await open(ben, cycle.path)
    await expect(field(ben)).toHaveValue(text)
    line.lies = identitiesOf(town.ada, () => [])
    await ben.getByRole('button', { name: 'Send til Ada Holm' }).click()
    await expect(ben.getByText('Dit svar er forseglet til Ada Holm')).toBeVisible()
    expect(await server.look('SELECT FROM feedback_staged WHERE cycle_id = $1', [cycle.id])).toHaveLength(1)
  })
  expect(line.leaked({ text, word: 'Ravnekrog' })).toEqual([])
  expect(line.faults).toEqual([])
})

test('a server that moves answers, gives them twice or under another name shows nothing false', async ({
  town,
  as,
  asked,
  server,
  between: stand,
}) => {
  const cycle = await asked(town.ada, [town.ben, town.cleo])
  const elsewhere = await asked(town.ada, [town.ben, town.cleo])
  const texts = ['Du spørger roligt.', 'Du venter på svaret.']
  for (const [at, giver] of [town.ben, town.cleo].entries()) {
    const page = await as(giver)
    await open(page, cycle.path)
    await field(page).fill(texts[at] ?? '')
    await page.getByRole('button', { name: 'Send til Ada Holm' }).click()
    await expect(page.getByText('Dit svar er forseglet til Ada Holm')).toBeVisible()
  }
  await server.look(`UPDATE feedback_cycle SET state = 'released', closed_on = current_date WHERE receiver_id = $1`, [
    town.ada.id,
  ])
  const ada = await as(town.ada)
  const line = await stand(ada)
  const read = async (id: string) => {
    await open(ada, `/feedback/FeedbackCycle_${id}`)
    await expect(ada.getByRole('heading', { level: 1 })).toBeVisible()
  }
  const shown = (text: string | undefined) => ada.getByText(text ?? '', { exact: true })
  const shut = ada.getByText(/kan ikke (?:åbnes|læses)/)

  await test.step('the truth', async () => {
    await read(cycle.id)
    for (const text of texts) await expect(shown(text)).toHaveCount(1)
  })
  const told = await ada.evaluate(() => location.pathname)
  expect(told).toContain(cycle.id)

  await test.step('each of them twice', async () => {
    line.lies = {
      AnswersToMe: async (honest) => {
        const { feedbackCycle } = await honest()
        const again = feedbackCycle.answers.map((answer, at) => ({ ...answer, id: `FeedbackAnswer_${at}` }))
        return { feedbackCycle: { ...feedbackCycle, answers: [...feedbackCycle.answers, ...again] } }
      },
    }
    await read(cycle.id)
    for (const text of texts) await expect(shown(text)).toHaveCount(1)
  })

  await test.step('each under the other’s name', async () => {
    line.lies = {
      AnswersToMe: async (honest) => {
        const { feedbackCycle } = await honest()
        const [one, two] = feedbackCycle.answers
        const swapped = [
          { ...one, giver: two?.giver },
          { ...two, giver: one?.giver },
        ]
        return { feedbackCycle: { ...feedbackCycle, answers: swapped } }
      },
    }
    await read(cycle.id)
    await expect(shut.first()).toBeVisible()
    for (const text of texts) await expect(shown(text)).toHaveCount(0)
  })

  await test.step('without their names', async () => {
    line.lies = {
      AnswersToMe: async (honest) => {
        const { feedbackCycle } = await honest()
        const unnamed = feedbackCycle.answers.map((answer) => ({ ...answer, giver: null }))
        return { feedbackCycle: { ...feedbackCycle, answers: unnamed } }
      },
    }
    await read(cycle.id)
    await expect(shut.first()).toBeVisible()
    for (const text of texts) await expect(shown(text)).toHaveCount(0)
  })

  await test.step('in another cycle of hers', async () => {
    line.lies = {}
    await read(cycle.id)
    for (const text of texts) await expect(shown(text)).toHaveCount(1)
    const rows = await server.look<{ id: string; envelope: Buffer; wrapped_key: Buffer; giver_id: string }>(
      'SELECT id, envelope, wrapped_key, giver_id FROM feedback_answer WHERE cycle_id = $1',
      [cycle.id],
    )
    const moved = rows.map(({ id, envelope, wrapped_key, giver_id }) => ({
      ...{ __typename: 'FeedbackAnswer', id: `FeedbackAnswer_${id}` },
      envelope: envelope.toString('base64url'),
      wrappedKey: wrapped_key.toString('base64url'),
      giver: { __typename: 'Person', id: `Person_${giver_id}`, name: 'Ben Friis' },
    }))
    line.lies = {
      AnswersToMe: async (honest) => ({ feedbackCycle: { ...(await honest()).feedbackCycle, answers: moved } }),
    }
    await read(elsewhere.id)
    await expect(shut.first()).toBeVisible()
    for (const text of texts) await expect(shown(text)).toHaveCount(0)
  })
  expect(line.faults).toEqual([])
})
