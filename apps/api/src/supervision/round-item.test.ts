import { randomUUID } from 'node:crypto'
import { cloneDatabase, type TestDatabase } from '@lederkreds/testing/database'
import { dayAhead } from '@lederkreds/testing/day'
import { envelopeOf, itemInput, itemKey, makeKeys } from '@lederkreds/testing/sealed-bytes'
import type { Seed, SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expire } from '../account/expiry.job.ts'

const circle =
  (stays: 'nothing' | 'focusPerson' | 'group' = 'group') =>
  (seed: Seed) => {
    const organisation = seed.organisation('Aarhus')
    const person = (name: string, roles: ('admin' | 'consultant')[] = []) => seed.person(organisation, { name, roles })
    const [ada, ben, cai, dea] = [person('Ada'), person('Ben'), person('Cai'), person('Dea')]
    const [frida, ulla, sven] = [person('Frida'), person('Ulla'), person('Sven')]
    const [kim, astrid] = [person('Kim', ['consultant']), person('Astrid', ['admin'])]
    const network = seed.network(organisation, {
      name: 'Nord',
      consultant: kim,
      members: [ada, ben, cai, dea],
      former: [frida],
      undecided: [ulla],
    })
    const others = seed.network(organisation, { name: 'Syd', consultant: kim, members: [sven] })
    for (const one of [ada, ben, cai, dea, frida, ulla, sven, kim]) seed.keys(one, makeKeys(one))
    const { id } = seed.round(network, {
      method: 'reflekterende-team',
      people: [ada, ben, cai],
      facilitator: kim,
      stays,
      ...(stays === 'group' && { staysUntil: dayAhead(30) }),
    })
    const elsewhere = seed.round(others, {
      method: 'reflekterende-team',
      people: [sven],
      stays: 'group',
      staysUntil: dayAhead(30),
    })
    const round = { id, networkId: network.id }
    return { ada, ben, cai, dea, frida, ulla, sven, kim, astrid, network, round, elsewhere }
  }

const saving = `mutation ($input: SaveSealedItemInput!) { saveSealedItem(input: $input) { __typename
  ... on SavedItem { id version } ... on Stale { yours theirs } ... on InvalidInput { issues { path problem } } } }`
const reading = 'query ($ids: [ID!]!) { sealedItems(ids: $ids) { id kind ownerId networkId roundId version envelope } }'
const listing = `query ($id: ID!) { node(id: $id) { ... on Round { sealedHeads { id kind ownerId version expiresOn } } } }`
const removing = 'mutation ($id: ID!) { deleteSealedItem(id: $id) }'
const leaving = 'mutation ($id: ID!) { leaveNetwork(networkId: $id) { id } }'

const walls = [
  { name: 'as built', codeWall: true, database: true },
  { name: 'the database alone', codeWall: false, database: true },
  { name: 'code alone', codeWall: true, database: false },
]

describe.each(walls)('$name', ({ codeWall, database: isGuarded }) => {
  let database: TestDatabase
  let server: TestServer
  let owner: pg.Client
  beforeAll(async () => {
    database = await cloneDatabase()
    server = await startTestServer({ database, codeWall })
    owner = new pg.Client(database.ownerUrl)
    await owner.connect()
    if (isGuarded) return
    for (const table of ['sealed_item', 'sealed_key'])
      await owner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY; ALTER TABLE ${table} DISABLE TRIGGER USER`)
    await owner.query('ALTER TABLE membership DISABLE TRIGGER forget_leaver')
  })
  afterAll(async () => {
    await owner.end()
    await server.stop()
    await database.drop()
  })

  const rows = async (sql: string, ...values: unknown[]) => (await owner.query(sql, values)).rows
  const save = async (person: SeededPerson, input: object) =>
    (await (await server.as(person))<{ saveSealedItem: { __typename: string } }>(saving, { input })).data
      ?.saveSealedItem
  /** Once each: without the code's wall an owner is shown every key to her own item. */
  const opened = async (person: SeededPerson, id: string) => {
    const { data } = await (await server.as(person))<{ sealedItems: { id: string }[] }>(reading, { ids: [id] })
    return [...new Map(data?.sealedItems.map((item) => [item.id, item])).values()]
  }
  const listed = async (person: SeededPerson, id: string) =>
    (
      await (
        await server.as(person)
      )<{ node: { sealedHeads: { id: string }[] } | null }>(listing, { id: `Round_${id}` })
    ).data?.node?.sealedHeads.map((head) => head.id) ?? []
  /** Refused by whichever wall stands, and nothing is kept. */
  const isRefused = async (person: SeededPerson, input: { id: string }, reason: string) => {
    const answer = await save(person, input)
    if (codeWall) expect(answer?.__typename).toBe(reason)
    else expect(answer).toBeUndefined()
    expect(await rows('SELECT FROM sealed_item WHERE id = $1', input.id.replace('SealedItem_', ''))).toEqual([])
  }

  const note = { kind: 'roundNote', expiresOn: dayAhead(30) }

  test('those whom it is sealed to find and open it, nobody else in the network or around it does', async () => {
    const { ada, ben, cai, dea, frida, ulla, sven, kim, astrid, round } = await server.seed(circle())
    const input = itemInput(ada, { ...note, round, readers: [ben, cai] })
    expect(await save(ada, input)).toEqual({ __typename: 'SavedItem', id: input.id, version: 1 })
    const whole = { id: input.id, kind: 'roundNote', ownerId: `Person_${ada.id}`, version: 1, envelope: input.envelope }
    for (const one of [ada, ben, cai]) {
      expect(await opened(one, input.id)).toMatchObject([{ ...whole, roundId: `Round_${round.id}` }])
      expect(await listed(one, round.id)).toEqual([input.id])
    }
    for (const one of [dea, frida, ulla, sven, kim, astrid]) {
      expect(await opened(one, input.id)).toEqual([])
      expect(await listed(one, round.id)).toEqual([])
    }
  })

  test('whoever left, has not accepted the rules or was never a member is no recipient, and nobody writes for another', async () => {
    const { ada, ben, frida, ulla, sven, kim, round } = await server.seed(circle())
    for (const reader of [frida, ulla, sven, kim])
      await isRefused(ada, itemInput(ada, { ...note, round, readers: [ben, reader] }), 'NotARecipient')
    const withoutHerself = itemInput(ada, { ...note, round, readers: [ben] })
    if (codeWall)
      await isRefused(ada, { ...withoutHerself, keys: withoutHerself.keys.slice(1) } as never, 'NotARecipient')
    for (const one of [frida, ulla, sven, kim]) {
      const input = itemInput(one, { ...note, round, readers: [ben] })
      expect(await save(one, input)).not.toMatchObject({ __typename: 'SavedItem' })
      expect(await rows('SELECT FROM sealed_item WHERE owner_id = $1', one.id)).toEqual([])
    }
  })

  test('nothing stays that its round did not agree on, or for longer', async () => {
    const { ada, ben, round } = await server.seed(circle())
    const quiet = await server.seed(circle('focusPerson'))
    const late = [
      [ada, ben, round, 'roundNote', dayAhead(31)],
      [ada, ben, round, 'nextStep', dayAhead(400)],
      [quiet.ada, quiet.ben, quiet.round, 'roundNote', dayAhead(0)],
      [quiet.ada, quiet.ben, quiet.round, 'roundWriting', dayAhead(2)],
    ] as const
    for (const [writer, reader, of, kind, expiresOn] of late)
      await isRefused(writer, itemInput(writer, { kind, expiresOn, round: of, readers: [reader] }), 'DoesNotStay')
    const inTime = [
      [ada, ben, round, 'roundWriting', dayAhead(30)],
      [quiet.ada, quiet.ben, quiet.round, 'nextStep', dayAhead(60)],
      [quiet.ada, quiet.ben, quiet.round, 'roundWriting', dayAhead(1)],
    ] as const
    for (const [writer, reader, of, kind, expiresOn] of inTime)
      expect(await save(writer, itemInput(writer, { kind, expiresOn, round: of, readers: [reader] }))).toMatchObject({
        __typename: 'SavedItem',
      })
  })

  test('a round and its network belong together, and a journal to neither', async () => {
    const { ada, ben, round, elsewhere } = await server.seed(circle())
    const mixed = itemInput(ada, { ...note, round: { ...round, id: elsewhere.id }, readers: [ben] })
    expect((await save(ada, mixed))?.__typename).toBeUndefined()
    const wrong: [object, string][] = [
      [itemInput(ada, { kind: 'journal', round, expiresOn: dayAhead(1) }), 'networkId'],
      [itemInput(ada, { kind: 'caseDraft', round, expiresOn: dayAhead(1) }), 'networkId'],
      [itemInput(ada, { kind: 'roundWriting', expiresOn: dayAhead(1) }), 'roundId'],
      [{ ...itemInput(ada, { ...note, round }), roundId: null }, 'roundId'],
      [{ ...itemInput(ada, { ...note, round }), networkId: null }, 'roundId'],
      [itemInput(ada, { kind: 'roundNote', round }), 'expiresOn'],
    ]
    for (const [input, path] of wrong)
      expect(await save(ada, input)).toMatchObject({ __typename: 'InvalidInput', issues: [{ path }] })
    for (const kind of ['caseDraft', 'roundNote', 'nextStep'])
      expect(await save(ada, itemInput(ada, { kind }))).toMatchObject({ __typename: 'SavedItem' })
    expect(await rows('SELECT FROM sealed_item WHERE owner_id = $1', ada.id)).toHaveLength(3)
  })

  test('a newcomer opens nothing from before, and what comes after', async () => {
    const { ada, ben, sven, network, round } = await server.seed(circle())
    const before = itemInput(ada, { ...note, round, readers: [ben] })
    await save(ada, before)
    await server.seed((seed) => {
      seed.add('membership', { id: seed.id(), network_id: network.id, person_id: sven.id })
      seed.add('ground_rules_acceptance', { network_id: network.id, person_id: sven.id, version: 1 })
    })
    const after = itemInput(ada, { ...note, round, readers: [ben, sven] })
    expect(await save(ada, after)).toMatchObject({ __typename: 'SavedItem' })
    expect(await listed(sven, round.id)).toEqual([after.id])
    expect([await opened(sven, before.id), await opened(sven, after.id)]).toMatchObject([[], [{ id: after.id }]])
  })

  test('whoever leaves opens nothing of others any more and gets nothing new; what she shared she can take back', async () => {
    const { ada, ben, cai, network, round } = await server.seed(circle())
    const hers = itemInput(cai, { ...note, round, readers: [ada, ben] })
    const shared = itemInput(ada, { ...note, round, readers: [ben, cai] })
    await save(cai, hers)
    await save(ada, shared)
    expect((await (await server.as(cai))(leaving, { id: `Network_${network.id}` })).errors).toBeUndefined()
    expect([await opened(cai, shared.id), await listed(cai, round.id)]).toEqual([[], []])
    if (isGuarded)
      expect(await rows('SELECT FROM sealed_key WHERE recipient_id = $1 AND owner_id <> $1', cai.id)).toEqual([])
    const id = shared.id.replace('SealedItem_', '')
    const second = { ...note, id, round, version: 2, readers: [ben, cai] }
    expect(await save(ada, itemInput(ada, second))).not.toMatchObject({ __typename: 'SavedItem' })
    expect(await save(ada, itemInput(ada, { ...second, readers: [ben] }))).toMatchObject({ version: 2 })
    expect(await opened(cai, shared.id)).toEqual([])
    expect(await opened(ben, hers.id)).toHaveLength(1)
    expect((await (await server.as(cai))(removing, { id: hers.id })).errors).toBeUndefined()
    expect(await opened(ben, hers.id)).toEqual([])
  })

  test('while new rules are not accepted, what others sealed stays shut', async () => {
    const { ada, ben, network, round } = await server.seed(circle())
    const input = itemInput(ada, { ...note, round, readers: [ben] })
    await save(ada, input)
    await owner.query(
      `INSERT INTO ground_rules (network_id, version, text, created_by_id)
       SELECT network_id, 2, text, created_by_id FROM ground_rules WHERE network_id = $1`,
      [network.id],
    )
    await owner.query('UPDATE network SET ground_rules_version = 2 WHERE id = $1', [network.id])
    expect([await opened(ben, input.id), await opened(ada, input.id)]).toMatchObject([[], [{ id: input.id }]])
    await (await server.as(ben))(
      'mutation ($id: ID!) { acceptGroundRules(networkId: $id, version: 2) { __typename } }',
      {
        id: `Network_${network.id}`,
      },
    )
    expect(await opened(ben, input.id)).toHaveLength(1)
  })

  test('deleting is for all at once; only whoever wrote it can', async () => {
    const { ada, ben, round } = await server.seed(circle())
    const input = itemInput(ada, { ...note, round, readers: [ben] })
    await save(ada, input)
    expect((await (await server.as(ben))(removing, { id: input.id })).errors).toHaveLength(1)
    expect(await opened(ben, input.id)).toHaveLength(1)
    await (await server.as(ada))(removing, { id: input.id })
    expect([await opened(ben, input.id), await listed(ben, round.id)]).toEqual([[], []])
    const id = input.id.replace('SealedItem_', '')
    expect(await rows('SELECT FROM sealed_key WHERE item_id = $1', id)).toEqual([])
  })

  test('a reader is no writer: she makes no new version, and no key for somebody else', async () => {
    const { ada, ben, dea, round } = await server.seed(circle())
    const input = itemInput(ada, { ...note, round, readers: [ben] })
    await save(ada, input)
    const id = input.id.replace('SealedItem_', '')
    const hers = itemInput(ben, { ...note, id, round, version: 2, readers: [dea] })
    expect(await save(ben, hers)).not.toMatchObject({ __typename: 'SavedItem' })
    expect(await opened(ada, input.id)).toMatchObject([{ version: 1, envelope: input.envelope }])
    expect(await opened(dea, input.id)).toEqual([])
  })
})

describe('when its day is over', () => {
  test('what was shared goes with every key to it', async () => {
    const server = await startTestServer()
    const worker = new pg.Pool({ connectionString: server.database.workerUrl })
    try {
      await server.seed(async (seed) => {
        const { ada, ben, round } = circle()(seed)
        const item = { kind: 'nextStep' as const, round, readers: [{ person: ben, wrapped: itemKey() }] }
        for (const expiresOn of [dayAhead(-1), dayAhead(0)])
          seed.sealedItem(ada, { ...item, id: randomUUID(), envelope: envelopeOf(), wrapped: itemKey(), expiresOn })
      })
      await expire(worker, { info: () => {} })()
      expect(await server.look('SELECT item_id FROM sealed_key')).toHaveLength(2)
    } finally {
      await worker.end()
      await server.stop()
    }
  })
})
