import { randomUUID } from 'node:crypto'
import { ApolloServer } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { InvalidInput } from '@lederkreds/domain/text'
import { PothosValidationError } from '@pothos/core'
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { Context } from './context.ts'
import { openCodes } from './errors.ts'

/** Apollo Server with everything closed that its defaults leave open: messages, suggestions, registration, landing page. */
export async function startApollo(schema: GraphQLSchema, log: Logger): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: false,
    persistedQueries: false,
    csrfPrevention: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      { serverWillStart: async () => ({ renderLandingPage: undefined as never }) },
    ],
    formatError: mask(log),
  })
  await apollo.start()
  return apollo
}

/** Lets through what is meant for the browser; everything else becomes a code and a number to find it by in the log. */
export const mask =
  (log: Logger) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = formatted.extensions?.code
    if (openCodes.has(code))
      return { message: formatted.message, ...(formatted.path && { path: formatted.path }), extensions: { code } }
    const cause = unwrapResolverError(error) as Error
    if (cause instanceof PothosValidationError || cause instanceof InvalidInput)
      return {
        message: 'This request cannot be understood.',
        ...(formatted.path && { path: formatted.path }),
        extensions: { code: 'BAD_USER_INPUT', ...(cause instanceof InvalidInput && { issues: [...cause.issues] }) },
      }
    if ((cause as { code?: string })?.code === 'P2025')
      return {
        message: 'Not found.',
        ...(formatted.path && { path: formatted.path }),
        extensions: { code: 'NOT_FOUND' },
      }
    const correlationId = randomUUID()
    log.error(
      { correlationId, kind: cause?.name, code: (cause as { code?: string })?.code, stack: withoutMessage(cause) },
      'an operation failed',
    )
    return { message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL', correlationId } }
  }

// Messages of drivers and libraries may quote values of the request, over several lines too; the places in the code do not.
const withoutMessage = (cause: Error | undefined) =>
  cause?.stack
    ?.replace(cause.message, '')
    .split('\n')
    .filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 8)
