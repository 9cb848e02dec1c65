import { possibleTypes } from 'virtual:graphql'
import type { InMemoryCacheConfig } from '@apollo/client'

/**
 * What the cache must know about the schema. Lists are Relay connections: a field that a page reads on with
 * `fetchMore` gets its line in `fields`, e.g. `Network: { fields: { meetings: relayStylePagination() } }`
 * (from '@apollo/client/utilities').
 */
export const cacheOptions: InMemoryCacheConfig = {
  possibleTypes,
  typePolicies: {
    Query: { fields: {} },
  },
}
