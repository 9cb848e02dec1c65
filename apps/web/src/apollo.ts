import {
  ApolloClient,
  ApolloLink,
  type ErrorLike,
  HttpLink,
  InMemoryCache,
  type OperationVariables,
  type TypedDocumentNode,
} from '@apollo/client'
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'
import { ErrorLink } from '@apollo/client/link/error'
import { createQueryPreloader, type PreloadedQueryRef, useReadQuery } from '@apollo/client/react'
import { OperationTypeNode } from 'graphql'
import { useLoaderData } from 'react-router'
import { from, NEVER, switchMap } from 'rxjs'
import { ids } from 'virtual:stored-operations'
import { cacheOptions } from './apollo-cache.ts'

const isSignedOut = (error: ErrorLike) =>
  (CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED')) ||
  (ServerError.is(error) && error.statusCode === 401)

/** A lost session loads the app anew at the door, so that nothing that was read stays in memory. */
const toTheDoor = new ErrorLink(({ error }) => {
  if (!isSignedOut(error)) return
  signInAgain()
  return NEVER
})

/** Production accepts stored operations only: the id goes out instead of the text. */
const onlyIds = new ApolloLink((operation, forward) => {
  const sha256Hash = ids[operation.operationName ?? '']
  if (!sha256Hash) throw new Error(`${operation.operationName} is not a stored operation`)
  operation.extensions['persistedQuery'] = { version: 1, sha256Hash }
  operation.setContext({ http: { includeQuery: false, includeExtensions: true } })
  return forward(operation)
})

/** The WebSocket's code is fetched with the first subscription. */
const live = new ApolloLink((operation) =>
  from(import('./live-link.ts')).pipe(switchMap(({ liveLink }) => liveLink.request(operation))),
)

const http = new HttpLink({
  uri: '/graphql',
  credentials: 'same-origin',
  headers: { 'x-lederkreds': '1' },
  enhancedClientAwareness: { transport: false },
})

export const client = new ApolloClient({
  cache: new InMemoryCache(cacheOptions),
  dataMasking: true,
  link: ApolloLink.from([
    toTheDoor,
    ...(import.meta.env.PROD ? [onlyIds] : []),
    ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, live, http),
  ]),
})

const preloadQuery = createQueryPreloader(client)

/**
 * For a route's `loader`: fetches the page's one query before the page is shown; the page reads it with `useReadQuery`.
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

/** Leaves for the sign-in page, and comes back to this one afterwards. */
export function signInAgain() {
  const { pathname, search } = location
  if (pathname.startsWith('/sign-in')) return
  location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`)
}
