import { ApolloLink, type ErrorLike, HttpLink } from '@apollo/client'
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'
import { ErrorLink } from '@apollo/client/link/error'
import { RetryLink } from '@apollo/client/link/retry'
import { OperationTypeNode } from 'graphql'
import { from, NEVER, switchMap } from 'rxjs'
import { ids } from './document.ts'
import { signInAgain } from './sign-in-again.ts'

const { MUTATION, SUBSCRIPTION } = OperationTypeNode

const isSignedOut = (error: ErrorLike) =>
  (CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')) ||
  (ServerError.is(error) && error.statusCode === 401)

/** A lost session loads the app anew at the door, so that nothing that was read stays in memory. */
const toTheDoor = new ErrorLink(({ error }) => {
  if (!isSignedOut(error)) return
  signInAgain()
  return NEVER
})

/**
 * Every mutation has a number of its own, so that a retry is answered like the first try and changes nothing. Whoever
 * tries again after the page has gone brings the number along, as `requestId` in the context.
 */
const requestIds = new ApolloLink((operation, forward) => {
  const { requestId = crypto.randomUUID() } = operation.getContext()
  if (operation.operationType === MUTATION) operation.extensions.requestId = requestId
  return forward(operation)
})

/** Whether the server was not reached, or not in a state to answer; anything else is an answer. */
export const isUnreachable = (error: unknown) =>
  (error instanceof TypeError && /fetch|load|network/i.test(error.message)) ||
  (ServerError.is(error) && [502, 503, 504].includes(error.statusCode))

const retries = new RetryLink({
  delay: { initial: 300, max: 3000 },
  attempts: { max: 3, retryIf: (error, { operationType }) => operationType !== SUBSCRIPTION && isUnreachable(error) },
})

/** Production accepts stored operations only: the id goes out instead of the text. */
const onlyIds = new ApolloLink((operation, forward) => {
  const sha256Hash = ids.get(operation.operationName ?? '')
  if (!sha256Hash) throw new Error(`${operation.operationName} is not a stored operation`)
  operation.extensions.persistedQuery = { version: 1, sha256Hash }
  operation.setContext({ http: { includeQuery: false } })
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
  includeExtensions: true,
  enhancedClientAwareness: { transport: false },
})

export const link = ApolloLink.from([
  toTheDoor,
  requestIds,
  ...(import.meta.env.PROD ? [onlyIds] : []),
  retries,
  ApolloLink.split(({ operationType }) => operationType === SUBSCRIPTION, live, http),
])
