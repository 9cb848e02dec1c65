import { startTestServer } from '@lederkreds/testing/server'
import { openVisitor } from '@lederkreds/testing/visitor'
import { expect, test } from 'vitest'
import { newToken } from '../cookies.ts'
import { tokenHash } from '../secrets.ts'

const setUp = `mutation ($token: String!, $input: SetUpInput!) {
  setUp(token: $token, input: $input) { __typename ... on SetUpDone { organisationName } ... on InvalidInput { issues { path problem } } }
}`
const input = { organisationName: 'Sønderby Kommune', name: 'Astrid Lund', email: 'Astrid@Sonderby.dk', locale: 'da' }

test('the newest link makes the organisation and its first administrator, once, and signs her in', async () => {
  const server = await startTestServer()
  try {
    const offer = async () => {
      const token = newToken()
      const [{ offer_set_up: offered }] = (await server.api.door.step<{ offer_set_up: boolean }>(
        'offer_set_up',
        tokenHash(token),
      )) as [{ offer_set_up: boolean }]
      return { token, offered }
    }
    const [older, newest] = [await offer(), await offer()]
    const visitor = openVisitor(server)
    const used = { data: { setUp: { __typename: 'SetUpLinkUsed' } } }
    expect(await visitor.ask(setUp, { token: older.token, input })).toEqual(used)
    expect(
      await visitor.ask(setUp, { token: newest.token, input: { ...input, organisationName: ' ', email: 'x' } }),
    ).toEqual({
      data: {
        setUp: {
          __typename: 'InvalidInput',
          issues: [
            { path: 'organisationName', problem: 'empty' },
            { path: 'email', problem: 'notAnEmail' },
          ],
        },
      },
    })
    const twice = await Promise.all(
      [1, 2]
        .map(() => openVisitor(server))
        .map(async (browser) => ({
          browser,
          answer: await browser.ask<{ setUp: object }>(setUp, { token: newest.token, input }),
        })),
    )
    const won = twice.filter(({ answer }) => answer.data?.setUp && 'organisationName' in answer.data.setUp)
    expect(won).toHaveLength(1)
    expect(await won[0]?.browser.ask('{ viewer { name email isAdmin isConsultant organisation { name } } }')).toEqual({
      data: {
        viewer: {
          name: 'Astrid Lund',
          email: 'astrid@sonderby.dk',
          isAdmin: true,
          isConsultant: false,
          organisation: { name: 'Sønderby Kommune' },
        },
      },
    })
    expect(await visitor.ask(setUp, { token: newest.token, input })).toEqual(used)
    expect((await offer()).offered).toBe(false)
  } finally {
    await server.stop()
  }
})
