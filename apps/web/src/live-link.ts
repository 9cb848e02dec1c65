import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { CloseCode, createClient } from 'graphql-ws'
import { signInAgain } from './sign-in-again.ts'

/** A line that is dead without having said so is found out within this, in milliseconds. */
const beat = 10_000
const patience = 5_000
/** Whoever waits in a meeting for the line to come back waits no longer than this. */
const longest = 5_000

let unanswered: ReturnType<typeof setTimeout> | undefined

const socket = createClient({
  url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: () => true,
  retryWait: (retries) =>
    new Promise((done) => setTimeout(done, Math.min(longest, 500 * 2 ** retries) * (0.5 + Math.random() / 2))),
  keepAlive: beat,
  on: {
    ping(wasReceived) {
      if (!wasReceived) unanswered = setTimeout(() => socket.terminate(), patience)
    },
    pong(wasReceived) {
      if (wasReceived) clearTimeout(unanswered)
    },
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
