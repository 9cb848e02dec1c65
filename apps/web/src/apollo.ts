import {
  ApolloClient,
  type DocumentNode,
  InMemoryCache,
  type OperationVariables,
  type TypedDocumentNode,
} from '@apollo/client'
import { createQueryPreloader, type PreloadedQueryRef, useReadQuery } from '@apollo/client/react'
import { useLoaderData } from 'react-router'
import { cacheOptions } from './apollo-cache.ts'
import { link } from './apollo-links.ts'

export const client = new ApolloClient({ cache: new InMemoryCache(cacheOptions), dataMasking: true, link })

// A component's document holds its own fragment first, then those of the parts it shows; Apollo wants to be told which.
const watchFragment = client.watchFragment.bind(client) as (options: ApolloClient.WatchFragmentOptions) => never
client.watchFragment = (options: ApolloClient.WatchFragmentOptions) =>
  watchFragment({ fragmentName: nameOfFirst(options.fragment), ...options })

function nameOfFirst({ definitions: [first] }: DocumentNode): string {
  if (first?.kind !== 'FragmentDefinition') throw new Error('a document of fragments begins with one')
  return first.name.value
}

const preloadQuery = createQueryPreloader(client)

/**
 * For a route's `loader`: fetches the page's one query before the page is shown; the page reads it with `usePreloaded`.
 * What the cache already holds is shown at once and looked up again behind it.
 */
export const preload = <Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  ...[variables]: Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables]
): Promise<PreloadedQueryRef<Data, Variables>> => {
  const options = { fetchPolicy: 'cache-and-network', variables } as { variables: Variables }
  return preloadQuery.toPromise(preloadQuery(query, options) as PreloadedQueryRef<Data, Variables>)
}

/** The data that the route's `loader` fetched, kept up to date by the cache: `const { data } = usePreloaded(loader)`. */
export function usePreloaded<Data, Variables extends OperationVariables>(
  _loader: (...args: never[]) => Promise<PreloadedQueryRef<Data, Variables>>,
) {
  return useReadQuery(useLoaderData() as PreloadedQueryRef<Data, Variables>)
}
