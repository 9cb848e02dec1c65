import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import type { Answer } from './server.ts'

type Followed = { seq: number }

/** Follows a subscription of numbered events as a browser does; keeps what it is told, and the codes of what broke it off. */
export function follow<Seen extends Followed>(
  { url }: { url: string },
  token: string | null,
  query: string,
  variables: Record<string, unknown>,
) {
  const events: Seen[] = []
  const codes: unknown[] = []
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols, { headers: token ? { cookie: `lederkreds-session=${token}` } : {} })
      }
    },
    retryAttempts: 0,
  })
  client.subscribe<Answer<Record<string, Seen>>['data']>(
    { query, variables },
    {
      next: ({ data, errors }) => {
        if (data) events.push(...Object.values(data))
        for (const { extensions } of errors ?? []) codes.push(extensions?.code)
      },
      error: (fault) => {
        if (Array.isArray(fault)) codes.push(...fault.map(({ extensions }) => extensions?.code))
        else codes.push((fault as { code?: number }).code)
      },
      complete: () => {},
    },
  )
  const seqs = () => events.map(({ seq }) => seq)
  /** The newest number, or the codes if it broke off. */
  const last = () => (codes.length > 0 ? codes : (seqs().at(-1) ?? 0))
  return { events, codes, seqs, last, stop: () => client.dispose() }
}
