import { createHash, randomBytes } from 'node:crypto'
import { consentedBytes } from '@lederkreds/domain/feedback/sentence'
import { cloneDatabase, type TestDatabase } from '@lederkreds/testing/database'
import type { Seed, SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

function circle(seed: Seed) {
  const organisation = seed.organisation('Aarhus')
  const person = (name: string, roles: ('admin' | 'consultant')[] = []) => seed.person(organisation, { name, roles })
  const [tove, ada, ben, frida, ole] = [person('Tove'), person('Ada'), person('Ben'), person('Frida'), person('Ole')]
  const [kim, astrid] = [person('Kim', ['consultant']), person('Astrid', ['admin'])]
  const network = seed.network(organisation, {
    name: 'Nord',
    consultant: kim,
    members: [tove, ada, ben],
    former: [frida],
    convenor: tove,
  })
  return { tove, ada, ben, frida, ole, kim, astrid, network, organisation }
}
type Circle = ReturnType<typeof circle>

const agree = `mutation ($id: ID!, $hash: Bytes!) { agreeToSentence(networkId: $id, hash: $hash) { __typename
  ... on SentenceAgreed { hash } ... on InvalidInput { issues { path problem } } } }`
const withdraw = 'mutation ($id: ID!) { withdrawAgreement(networkId: $id) }'
const publish = `mutation ($id: ID!, $text: String!, $salt: Bytes!) { publishSentence(networkId: $id, text: $text, salt: $salt) {
  __typename ... on SentencePublished { id } ... on InvalidInput { issues { path problem } } } }`
const takeBack = 'mutation ($id: ID!) { takeBackSentence(id: $id) }'
const look = `query ($id: ID!) { network(id: $id) { viewerConsent agreedSentence viewerCanConsent viewerCanPublishSentence
  viewerCanTakeBackSentence sentences { id text salt publishedOn } } }`

/** A sentence with its salt, and what a member agrees to. */
function proposed(text = 'Vi tør tage de svære samtaler.') {
  const salt = new Uint8Array(randomBytes(16))
  const hash = createHash('sha256').update(consentedBytes(salt, text)).digest().toString('base64url')
  return { text, salt: Buffer.from(salt).toString('base64url'), hash }
}
type Proposed = ReturnType<typeof proposed>
type Looked = {
  network: {
    viewerConsent: string | null
    agreedSentence: string | null
    sentences: { id: string; text: string }[]
  } | null
}

describe.each([
  { name: 'as built', codeWall: true, isGuarded: true },
  { name: 'the database alone', codeWall: false, isGuarded: true },
  { name: 'code alone', codeWall: true, isGuarded: false },
])('$name', ({ codeWall, isGuarded }) => {
  let database: TestDatabase
  let server: TestServer
  let owner: pg.Client
  beforeAll(async () => {
    database = await cloneDatabase()
    server = await startTestServer({ database, codeWall })
    owner = new pg.Client(database.ownerUrl)
    await owner.connect()
    if (isGuarded) return
    await owner.query(`ALTER TABLE sentence_consent DISABLE ROW LEVEL SECURITY;
      ALTER TABLE published_sentence DISABLE ROW LEVEL SECURITY; ALTER TABLE published_sentence DISABLE TRIGGER USER`)
  })
  afterAll(async () => {
    await owner.end()
    await server.stop()
    await database.drop()
  })

  const published = async ({ network }: Circle) =>
    (await owner.query('SELECT text FROM published_sentence WHERE network_id = $1', [network.id])).rows.map(
      ({ text }) => text,
    )
  const consents = async ({ network }: Circle) =>
    (await owner.query('SELECT FROM sentence_consent WHERE network_id = $1', [network.id])).rowCount
  const as = async <Data>(who: SeededPerson, operation: string, { network }: Circle, more: object = {}) =>
    (await (await server.as(who))<Data>(operation, { id: `Network_${network.id}`, ...more })).data
  const agreeing = (who: SeededPerson, made: Circle, { hash }: Pick<Proposed, 'hash'>) =>
    as<{ agreeToSentence: object }>(who, agree, made, { hash }).then((data) => data?.agreeToSentence)
  const publishing = (who: SeededPerson, made: Circle, { text, salt }: Pick<Proposed, 'text' | 'salt'>) =>
    as<{ publishSentence: { __typename: string; id: string } }>(who, publish, made, { text, salt }).then(
      (data) => data?.publishSentence,
    )
  const looking = (who: SeededPerson, made: Circle) => as<Looked>(who, look, made).then((data) => data?.network ?? null)
  /** Refused by whichever wall stands, and nothing is written. */
  const isRefused = async (who: SeededPerson, made: Circle, sentence: Pick<Proposed, 'text' | 'salt'>) => {
    const answer = await publishing(who, made, sentence)
    expect(answer).toEqual(codeWall ? { __typename: 'NotAgreed' } : undefined)
    expect(await published(made)).toEqual([])
  }

  test('three members agree, the convenor publishes, everybody inside reads it, and any member takes it back', async () => {
    const made = await server.seed(circle)
    const { tove, ada, ben, frida, ole, kim, astrid } = made
    const sentence = proposed()
    for (const who of [tove, ada, ben])
      expect(await agreeing(who, made, sentence)).toEqual({ __typename: 'SentenceAgreed', hash: sentence.hash })
    expect(await looking(ada, made)).toMatchObject({ viewerConsent: sentence.hash, agreedSentence: sentence.hash })
    const words = await owner.query(`SELECT FROM mutation_reply WHERE reply::text LIKE '%svære%'`)
    expect([words.rowCount, await published(made)]).toEqual([0, []])

    const answer = await publishing(tove, made, sentence)
    expect(answer?.__typename).toBe('SentencePublished')
    for (const who of [tove, ada, ben, kim])
      expect(await looking(who, made)).toMatchObject({ sentences: [{ text: sentence.text, salt: sentence.salt }] })
    for (const who of [frida, ole, astrid]) expect(await looking(who, made)).toBeNull()
    expect(await consents(made)).toBe(isGuarded ? 0 : 3)

    const taking = async (who: SeededPerson) =>
      (await (await server.as(who))<{ takeBackSentence: boolean }>(takeBack, { id: answer?.id })).data?.takeBackSentence
    for (const who of [frida, ole, kim, astrid]) expect(await taking(who)).toBeUndefined()
    expect(await published(made)).toEqual([sentence.text])
    expect(await taking(ben)).toBe(true)
    expect(await published(made)).toEqual([])
    expect((await owner.query(`SELECT FROM mutation_reply WHERE reply::text LIKE '%svære%'`)).rowCount).toBe(0)
  })

  test('one yes that is missing, or was taken back, is enough to stop it', async () => {
    const made = await server.seed(circle)
    const { tove, ada, ben } = made
    const sentence = proposed()
    await isRefused(tove, made, sentence)
    for (const who of [tove, ada]) await agreeing(who, made, sentence)
    await isRefused(tove, made, sentence)
    expect(await looking(tove, made)).toMatchObject({ agreedSentence: null })
    await agreeing(ben, made, sentence)
    expect(await as(ada, withdraw, made)).toEqual({ withdrawAgreement: true })
    expect(await as(ada, withdraw, made)).toEqual({ withdrawAgreement: false })
    await isRefused(tove, made, sentence)
    await agreeing(ada, made, sentence)
    expect((await publishing(tove, made, sentence))?.__typename).toBe('SentencePublished')
  })

  test('other words, another salt, or a yes to something else are not what was agreed to', async () => {
    const made = await server.seed(circle)
    const { tove, ada, ben } = made
    const [sentence, other] = [proposed(), proposed()]
    for (const who of [tove, ada, ben]) await agreeing(who, made, sentence)
    await isRefused(tove, made, { ...sentence, text: 'Vi tør tage de svære samtaler!' })
    await isRefused(tove, made, other)
    await agreeing(ben, made, other)
    await isRefused(tove, made, sentence)
    await isRefused(tove, made, other)
  })

  test('who joins meanwhile has to agree as well, also before she has accepted the rules', async () => {
    const made = await server.seed(circle)
    const { tove, ada, ben, ole, frida } = made
    const sentence = proposed()
    for (const who of [tove, ada, ben]) await agreeing(who, made, sentence)
    const join = (who: SeededPerson) =>
      owner.query('INSERT INTO membership (network_id, person_id) VALUES ($1, $2)', [made.network.id, who.id])
    await join(ole)
    await isRefused(tove, made, sentence)
    expect(await agreeing(ole, made, sentence)).toBeUndefined()
    await owner.query('INSERT INTO ground_rules_acceptance (network_id, version, person_id) VALUES ($1, 1, $2)', [
      made.network.id,
      ole.id,
    ])
    await agreeing(ole, made, sentence)
    await owner.query('UPDATE membership SET left_at = NULL WHERE person_id = $1', [frida.id])
    await isRefused(tove, made, sentence)
    await agreeing(frida, made, sentence)
    await owner.query('UPDATE membership SET left_at = now() WHERE person_id = $1', [frida.id])
    expect(await consents(made)).toBe(4)
    await owner.query('UPDATE membership SET left_at = NULL WHERE person_id = $1', [frida.id])
    await isRefused(tove, made, sentence)
    await owner.query('UPDATE membership SET left_at = now() WHERE person_id = $1', [frida.id])
    expect((await publishing(tove, made, sentence))?.__typename).toBe('SentencePublished')
  })

  test('only a member agrees, for herself; only the convenor publishes; nobody is told of another’s yes', async () => {
    const made = await server.seed(circle)
    const { tove, ada, ben, frida, ole, kim, astrid } = made
    const sentence = proposed()
    for (const who of [frida, ole, kim, astrid]) expect(await agreeing(who, made, sentence)).toBeUndefined()
    expect(await consents(made)).toBe(0)
    for (const who of [tove, ada, ben]) await agreeing(who, made, sentence)
    for (const who of [ada, frida, ole, kim, astrid]) {
      expect(await publishing(who, made, sentence)).toBeUndefined()
      expect(await published(made)).toEqual([])
    }
    expect(await looking(kim, made)).toMatchObject({ viewerConsent: null, agreedSentence: null })
    await as(ben, withdraw, made)
    expect(await looking(ben, made)).toMatchObject({ viewerConsent: null, agreedSentence: null })
  })

  test('a closed network publishes nothing more, and what is out can still be taken back', async () => {
    const made = await server.seed(circle)
    const { tove, ada, ben } = made
    const sentence = proposed()
    for (const who of [tove, ada, ben]) await agreeing(who, made, sentence)
    const { id = '' } = (await publishing(tove, made, sentence)) ?? {}
    for (const who of [tove, ada, ben]) await agreeing(who, made, sentence)
    await owner.query(`UPDATE network SET state = 'closed' WHERE id = $1`, [made.network.id])
    expect(await publishing(tove, made, sentence)).toBeUndefined()
    expect(await agreeing(ada, made, proposed())).toBeUndefined()
    expect((await (await server.as(ada))(takeBack, { id })).data).toEqual({ takeBackSentence: true })
    expect(await published(made)).toEqual([])
  })

  test('what is no sentence and no hash is refused, and says why', async () => {
    const made = await server.seed(circle)
    const { tove } = made
    const wrong = async (sentence: Pick<Proposed, 'text' | 'salt'>) => publishing(tove, made, sentence)
    const issue = (path: string, problem: string) => ({ __typename: 'InvalidInput', issues: [{ path, problem }] })
    expect(await wrong({ ...proposed(), text: ' ' })).toEqual(issue('text', 'empty'))
    expect(await wrong({ ...proposed(), text: 'x'.repeat(301) })).toEqual(issue('text', 'tooLong'))
    expect(await wrong({ ...proposed(), text: 'To\nlinjer' })).toEqual(issue('text', 'controlCharacter'))
    expect(await wrong({ ...proposed(), salt: 'AAAA' })).toEqual(issue('salt', 'tooSmall'))
    expect(await agreeing(tove, made, { hash: 'AAAA' })).toEqual(issue('hash', 'tooSmall'))
  })
})
