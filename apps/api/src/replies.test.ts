import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let server: TestServer
let owner: pg.Client
beforeAll(async () => {
  server = await startTestServer()
  owner = new pg.Client(server.database.ownerUrl)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await server.stop()
})

const numbers = Array.from({ length: 10 }, (_, index) => index)
const addPeople = `mutation ($people: [NewPersonInput!]!) {
  addPeople(people: $people) { __typename ... on AddedPeople { count } ... on InvalidInput { issues { problem } } }
}`
const editProfile = `mutation ($name: String!, $version: Int!) {
  editProfile(input: { name: $name }, version: $version) { __typename ... on Viewer { name version } ... on Stale { yours theirs } }
}`

const admin = async () => {
  const person = await server.seed((seed) =>
    seed.person(seed.organisation('Aarhus'), { name: 'Mette', roles: ['admin'] }),
  )
  return { person, ask: await server.as(person) }
}
const peopleIn = async (organisation: string) =>
  (await owner.query('SELECT FROM person WHERE organisation_id = $1', [organisation])).rowCount

describe('a retry', () => {
  test('sent ten times at once it changes one thing and gets ten equal answers', async () => {
    const { person, ask } = await admin()
    const requestId = crypto.randomUUID()
    const people = [{ name: 'Ny', email: `ny.${requestId}@example.dk` }]
    const answers = await Promise.all(numbers.map(() => ask(addPeople, { people }, requestId)))
    for (const answer of answers)
      expect(answer).toEqual({ data: { addPeople: { __typename: 'AddedPeople', count: 1 } } })
    expect(await peopleIn(person.organisationId)).toBe(2)
    const audit = await owner.query('SELECT FROM audit_entry WHERE actor_id = $1', [person.id])
    expect(audit.rowCount).toBe(1)
  })

  test('of what is refused, it is refused ten times and may be tried again when it is put right', async () => {
    const { person, ask } = await admin()
    const requestId = crypto.randomUUID()
    const answers = await Promise.all(numbers.map(() => ask(addPeople, { people: [] }, requestId)))
    for (const answer of answers)
      expect(answer).toEqual({ data: { addPeople: { __typename: 'InvalidInput', issues: [{ problem: 'tooFew' }] } } })
    const people = [{ name: 'Ny', email: `ny.${requestId}@example.dk` }]
    expect((await ask(addPeople, { people }, requestId)).data).toMatchObject({ addPeople: { count: 1 } })
    expect(await peopleIn(person.organisationId)).toBe(2)
  })

  test('with the number of something else is refused and does nothing', async () => {
    const { person, ask } = await admin()
    const requestId = crypto.randomUUID()
    await ask(editProfile, { name: 'Mette Holm', version: 1 }, requestId)
    const people = [{ name: 'Ny', email: `ny.${requestId}@example.dk` }]
    for (const other of [
      await ask(addPeople, { people }, requestId),
      await ask(editProfile, { name: 'Mette Holm', version: 2 }, requestId),
    ])
      expect(other.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' })
    expect(await peopleIn(person.organisationId)).toBe(1)
  })

  test("somebody else's number means nothing", async () => {
    const [one, other] = [await admin(), await admin()]
    const requestId = crypto.randomUUID()
    await one.ask(editProfile, { name: 'Ada', version: 1 }, requestId)
    const answer = await other.ask(editProfile, { name: 'Eva', version: 1 }, requestId)
    expect(answer.data).toEqual({ editProfile: { __typename: 'Viewer', name: 'Eva', version: 2 } })
  })
})

test('of ten who save the same version one is first; the others are told both versions', async () => {
  const { ask } = await admin()
  const answers = await Promise.all(numbers.map((number) => ask(editProfile, { name: `Mette ${number}`, version: 1 })))
  const results = answers.map(({ data }) => (data as { editProfile: { __typename: string } } | null)?.editProfile)
  const winners = results.filter((result) => result?.__typename === 'Viewer')
  expect(winners).toHaveLength(1)
  expect(results.filter((result) => result?.__typename === 'Stale')).toEqual(
    Array.from({ length: 9 }, () => ({ __typename: 'Stale', yours: 1, theirs: 2 })),
  )
  expect((await ask('{ viewer { name version } }')).data).toEqual({
    viewer: { name: (winners[0] as unknown as { name: string }).name, version: 2 },
  })
})

describe('the answer is sent after COMMIT', () => {
  /** Something goes wrong at the very end, when everything has been done and answered inside. */
  const atCommit = async (what: string, work: () => Promise<void>) => {
    await owner.query(`
      CREATE FUNCTION public.go_wrong() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN ${what}; RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER go_wrong AFTER INSERT OR UPDATE ON person DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION public.go_wrong()`)
    try {
      await work()
    } finally {
      await owner.query('DROP TRIGGER go_wrong ON person; DROP FUNCTION public.go_wrong()')
    }
  }

  test.each([
    ['a rule that is checked last', `RAISE EXCEPTION 'not like this, %', NEW.name USING ERRCODE = '23514'`],
    ['a connection that is cut', 'PERFORM pg_terminate_backend(pg_backend_pid())'],
  ])('%s: an error, nothing is changed, and the same request is done when it is sent again', async (_why, what) => {
    const { ask } = await admin()
    const requestId = crypto.randomUUID()
    await atCommit(what, async () => {
      expect(await ask(editProfile, { name: 'Mette Holm', version: 1 }, requestId)).toEqual({
        errors: [
          {
            message: 'Something went wrong on our side.',
            extensions: { code: 'INTERNAL', correlationId: expect.any(String) },
          },
        ],
      })
    })
    await expect.poll(async () => (await ask('{ viewer { name } }')).data).toEqual({ viewer: { name: 'Mette' } })
    const retried = await ask(editProfile, { name: 'Mette Holm', version: 1 }, requestId)
    expect(retried.data).toEqual({ editProfile: { __typename: 'Viewer', name: 'Mette Holm', version: 2 } })
  })
})
