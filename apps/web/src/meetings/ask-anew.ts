import type { ApolloClient } from '@apollo/client'

/**
 * Asks a page's queries for what has happened by now. The same question goes out once at a time, and one that is under way
 * may have been answered before that: what waits for its answer asks once more when it is there.
 */
export const askAnew = (client: ApolloClient, queries: string[]): Promise<unknown> =>
  client.refetchQueries({
    include: queries,
    onQueryUpdated: (query) => {
      const isUnderWay = query.getCurrentResult().loading
      return isUnderWay ? query.refetch().then(() => query.refetch()) : true
    },
  })
