import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client'
import { createQueryPreloader } from '@apollo/client/react'
import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { askInOrder } from './fresh.ts'

const query = parse('query Count { count }')

/** A server that reads when it is asked, and answers when it is told to. */
function openSlowServer() {
  let count = 0
  const waiting: { tell: () => void; lose: () => void }[] = []
  const link = new ApolloLink(
    () =>
      new Observable((observer) => {
        const data = { count }
        const tell = () => [observer.next({ data }), observer.complete()]
        waiting.push({ tell, lose: () => observer.error(new Error('not reached')) })
      }),
  )
  const client = new ApolloClient({ link, cache: new InMemoryCache() })
  const seen = () => client.readQuery<{ count: number }>({ query })?.count
  const settle = () => new Promise((done) => setTimeout(done))
  const answer = () => {
    for (const { tell } of waiting.splice(0)) tell()
    return settle()
  }
  const fail = () => {
    for (const { lose } of waiting.splice(0)) lose()
    return settle()
  }
  return { client, seen, answer, fail, happens: () => ++count }
}

test('what happens while a page is being fetched is on it in the end', async () => {
  const { client, seen, answer, happens } = openSlowServer()
  const page = createQueryPreloader(client)(query, { fetchPolicy: 'cache-and-network' })
  happens()
  void askInOrder(client, ['Count'])
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
    void askInOrder(client, ['Count'])
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
  const asked = askInOrder(client, ['Count'])
  await answer()
  await asked
  expect(seen()).toBe(1)
  happens()
  await answer()
  expect(seen()).toBe(1)
})

test('what fails leaves the page as it is, says so, and is asked anew by whoever waited for it', async () => {
  const { client, seen, answer, fail, happens } = openSlowServer()
  const page = client.watchQuery({ query })
  page.subscribe(() => {})
  await answer()
  const first = askInOrder(client, ['Count'])
  happens()
  const second = askInOrder(client, ['Count'])
  await fail()
  await answer()
  expect([await first, await second]).toEqual([true, true])
  expect(seen()).toBe(1)
  const lost = askInOrder(client, ['Count'])
  await fail()
  expect(await lost).toBe(false)
  expect(seen()).toBe(1)
  const { data, error } = page.getCurrentResult()
  expect([data, error]).toEqual([{ count: 1 }, undefined])
})
