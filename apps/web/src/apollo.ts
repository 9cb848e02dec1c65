import {
  ApolloClient,
  type DocumentNode,
  InMemoryCache,
  type OperationVariables,
  type TypedDocumentNode,
  type Unmasked,
} from '@apollo/client'
import { createQueryPreloader, type PreloadedQueryRef, useReadQuery } from '@apollo/client/react'
import { useSyncExternalStore } from 'react'
import { useLoaderData } from 'react-router'
import { cacheOptions } from './apollo-cache.ts'
import { isUnreachable, link } from './apollo-links.ts'
import { askInOrder } from './fresh.ts'
import { lastPerson } from './last-person.ts'
import { tellReach, whileReached } from './reach.ts'

export const client = new ApolloClient({ cache: new InMemoryCache(cacheOptions), dataMasking: true, link })

// A component's document holds its own fragment first, then those of the parts it shows; Apollo wants to be told which.
const watchFragment = client.watchFragment.bind(client) as (options: ApolloClient.WatchFragmentOptions) => never
client.watchFragment = (options: ApolloClient.WatchFragmentOptions) =>
  watchFragment({ fragmentName: nameOfFirst(options.fragment), ...options })

function nameOfFirst({ definitions: [first] }: DocumentNode): string {
  if (first?.kind !== 'FragmentDefinition') throw new Error('a document of fragments begins with one')
  return first.name.value
}

/** In milliseconds; who has waited so long would rather go on without the server, where that is possible. */
const patience = 4_000

const preloadQuery = createQueryPreloader(client)

/**
 * For a route's `loader`: fetches the page's one query before the page is shown; the page reads it with `usePreloaded`.
 * What the cache already holds is shown at once and looked up again behind it. That she may not see something is not
 * believed of the cache: it holds no longer than until she is let in.
 */
export const preload = <Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  ...[variables]: Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables]
): Promise<PreloadedQueryRef<Data, Variables>> => {
  const held = client.readQuery({ query, variables } as { query: typeof query; variables: Variables })
  const fetchPolicy = Object.values(held ?? {}).includes(null) ? 'network-only' : 'cache-and-network'
  const options = { fetchPolicy, variables } as { fetchPolicy: typeof fetchPolicy; variables: Variables }
  return whileReached(preloadQuery.toPromise(preloadQuery(query, options) as PreloadedQueryRef<Data, Variables>))
}

/**
 * The same for a page that can go on without the server for whoever was here last: null where it is not reached, or lets
 * her wait too long. The page reads with `useKept` what there is.
 */
export async function preloadUnlessLost<Data>(query: TypedDocumentNode<Data, Record<string, never>>) {
  const answer = preload(query)
  if (!lastPerson()) return answer
  const late = setTimeout(() => tellReach(true), patience)
  try {
    return await answer
  } catch (fault) {
    if (isUnreachable(fault)) return null
    throw fault
  } finally {
    clearTimeout(late)
  }
}

/** Asks these queries of the page for what has happened by now; answers whether they were answered. See {@link askInOrder}. */
export const askAnew = (names: string[]): Promise<boolean> => askInOrder(client, names)

/** The data that the route's `loader` fetched, kept up to date by the cache: `const { data } = usePreloaded(loader)`. */
export function usePreloaded<Data, Variables extends OperationVariables>(
  _loader: (...args: never[]) => Promise<PreloadedQueryRef<Data, Variables>>,
) {
  return useReadQuery(useLoaderData() as PreloadedQueryRef<Data, Variables>)
}

/** What the cache holds of a whole query without parts, or null: for a page that is there before the server has answered. */
export function useKept<Data>(query: TypedDocumentNode<Data, Record<string, never>>): Unmasked<Data> | null {
  return useSyncExternalStore(
    (callback) => client.cache.watch({ query, optimistic: true, callback }),
    () => client.cache.readQuery({ query, optimistic: true }),
  )
}
