import { GraphQLError } from 'graphql'

/** What an outsider, a stranger and somebody who mistyped all get: nothing tells them apart. */
export const forbidden = () => new GraphQLError('Not found.', { extensions: { code: 'NOT_FOUND' } })

/** The same answer under the name that reads right where something was looked for. */
export const notFound = forbidden

/** There is no live session; the page goes to sign-in. */
export const unauthenticated = () => new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } })

/** The session is live, but the act needs a recent passkey or code. */
export const stepUpNeeded = () =>
  new GraphQLError('Confirm that it is you.', { extensions: { code: 'STEP_UP_NEEDED' } })

/** The request itself cannot be understood; no person can mend it in the page. */
export const badRequest = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } })

/** Codes that may reach the browser as they are; everything else is masked. */
export const openCodes: ReadonlySet<unknown> = new Set([
  'NOT_FOUND',
  'UNAUTHENTICATED',
  'STEP_UP_NEEDED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'RATE_LIMITED',
])
