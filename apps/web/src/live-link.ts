import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { createClient } from 'graphql-ws'

const socket = createClient({
  url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: () => true,
})

/** Subscriptions over one WebSocket that reconnects for as long as the page is open; production sends ids, never texts. */
export const liveLink = new GraphQLWsLink(
  import.meta.env.PROD
    ? { ...socket, subscribe: (payload, sink) => socket.subscribe({ ...payload, query: '' }, sink) }
    : socket,
)
