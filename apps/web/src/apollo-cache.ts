import { possibleTypes } from 'virtual:graphql'
import type { InMemoryCacheConfig } from '@apollo/client'
import { relayStylePagination } from '@apollo/client/utilities'

/**
 * What the cache must know about the schema. Lists are Relay connections: `fetchMore({ variables: { after } })` adds to
 * what is there, and arguments that make it another list (what is searched for, which meetings) are named here.
 */
export const cacheOptions: InMemoryCacheConfig = {
  possibleTypes,
  typePolicies: {
    Query: {
      fields: {
        auditEntries: relayStylePagination(),
        feedbackAsked: relayStylePagination(['which']),
        feedbackToAnswer: relayStylePagination(['which']),
        facilitatedNetworks: relayStylePagination(),
        meetingsToMark: relayStylePagination(),
        networks: relayStylePagination(),
        people: relayStylePagination(['search']),
        viewerMeetings: relayStylePagination(),
      },
    },
    /** Part of whoever reads it: what one page asked for adds to what another did. */
    HelpContactList: { merge: true },
    Network: {
      fields: {
        feedbackSteps: relayStylePagination(),
        meetings: relayStylePagination(['when']),
        seasons: relayStylePagination(),
      },
    },
  },
}
