import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { CloseCode, createClient } from 'graphql-ws'
import { signInAgain } from './sign-in-again.ts'

const socket = createClient({
  url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: () => true,
  on: {
    // The session has ended, here or from another device.
    closed(event) {
      if ((event as CloseEvent).code === CloseCode.Forbidden) signInAgain()
    },
  },
})

/** Subscriptions over one WebSocket that reconnects for as long as the page is open; production sends ids, never texts. */
export const liveLink = new GraphQLWsLink(
  import.meta.env.PROD
    ? { ...socket, subscribe: (payload, sink) => socket.subscribe({ ...payload, query: '' }, sink) }
    : socket,
)
