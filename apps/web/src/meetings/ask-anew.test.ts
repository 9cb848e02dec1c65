import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client'
import { createQueryPreloader } from '@apollo/client/react'
import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { askAnew } from './ask-anew.ts'

const query = parse('query Count { count }')

/** A server that reads when it is asked, and answers when it is told to. */
function openSlowServer() {
  let count = 0
  const waiting: (() => void)[] = []
  const link = new ApolloLink(
    () =>
      new Observable((observer) => {
        const data = { count }
        waiting.push(() => [observer.next({ data }), observer.complete()])
      }),
  )
  const client = new ApolloClient({ link, cache: new InMemoryCache() })
  const seen = () => client.readQuery<{ count: number }>({ query })?.count
  const answer = async () => {
    for (const tell of waiting.splice(0)) tell()
    await new Promise((done) => setTimeout(done))
  }
  return { client, seen, answer, happens: () => ++count }
}

test('what happens while a page is being fetched is on it in the end', async () => {
  const { client, seen, answer, happens } = openSlowServer()
  const page = createQueryPreloader(client)(query, { fetchPolicy: 'cache-and-network' })
  happens()
  void askAnew(client, ['Count'])
  await answer()
  expect(seen()).toBe(0)
  await answer()
  expect(seen()).toBe(1)
  expect(page).toBeDefined()
})

test('what happens while a page asks for what happened before is on it in the end', async () => {
  const { client, seen, answer, happens } = openSlowServer()
  client.watchQuery({ query }).subscribe(() => {})
  await answer()
  for (const _ of ['one', 'and another']) {
    happens()
    void askAnew(client, ['Count'])
  }
  await answer()
  expect(seen()).toBe(1)
  await answer()
  expect(seen()).toBe(2)
})

test('what happens alone is asked for once', async () => {
  const { client, seen, answer, happens } = openSlowServer()
  client.watchQuery({ query }).subscribe(() => {})
  await answer()
  happens()
  const asked = askAnew(client, ['Count'])
  await answer()
  await asked
  expect(seen()).toBe(1)
  happens()
  await answer()
  expect(seen()).toBe(1)
})
