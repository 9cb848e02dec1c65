import { once } from 'node:events'
import { WebSocket } from 'ws'

export type Heard = { seq: number; id: string }

const document = `subscription ($id: ID!, $after: Int!) { roundEvents(roundId: $id, afterSeq: $after) { seq id kind at by detail } }`

/**
 * Follows a round by the bare protocol (graphql-transport-ws), so that a thousand of them fit into one process. A socket
 * that the server closes stops the benchmark.
 */
export async function listen(
  url: string,
  { token, round, after = 0 }: { token: string; round: string; after?: number },
  hear: (event: Heard) => void,
) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { cookie: `lederkreds-session=${token}` },
  })
  const payload = { query: document, variables: { id: `Round_${round}`, after } }
  socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })))
  socket.on('message', (data) => {
    const said = JSON.parse(String(data))
    if (said.type === 'connection_ack') socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }))
    else if (said.type === 'next' && said.payload.data) hear(said.payload.data.roundEvents)
    else if (said.type === 'ping') socket.send(JSON.stringify({ type: 'pong' }))
    else throw new Error(`A listener was told: ${data}`)
  })
  const broken = (code: number, reason: Buffer) => {
    throw new Error(`A socket was closed by the server: ${code} ${reason}`)
  }
  socket.on('close', broken)
  await once(socket, 'open')
  const stop = async () => {
    socket.off('close', broken)
    const closed = once(socket, 'close')
    socket.close()
    await closed
  }
  return { stop }
}
