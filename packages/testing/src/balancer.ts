import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type Balancer = Awaited<ReturnType<typeof openBalancer>>

/**
 * One address in front of several instances on this machine, as a load balancer would stand: each connection goes to the
 * next one that answers, WebSockets counted apart, so that they are spread evenly.
 */
export async function openBalancer() {
  const ports: number[] = []
  const turns = { request: 0, socket: 0 }
  const following = new Map<number, Set<Socket>>()
  const server = createServer((client) => {
    client.on('error', () => client.destroy())
    client.once('data', async (first) => {
      client.pause()
      const kind = /\r\nupgrade: websocket/i.test(String(first)) ? 'socket' : 'request'
      const start = turns[kind]++
      for (let next = 0; next < ports.length; next++) {
        const port = ports[(start + next) % ports.length] ?? 0
        const instance = await reach(port)
        if (!instance) continue
        if (kind === 'socket') note(port, client)
        instance.on('error', () => client.destroy()).on('close', () => client.destroy())
        client.on('close', () => instance.destroy())
        instance.write(first)
        client.pipe(instance).pipe(client)
        return
      }
      client.destroy()
    })
  })
  const note = (port: number, client: Socket) => {
    const sockets = following.get(port) ?? new Set()
    following.set(port, sockets.add(client))
    client.on('close', () => sockets.delete(client))
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    /** Another instance to send to. */
    add: (instance: number) => void ports.push(instance),
    /** How many WebSockets go to an instance now. */
    sockets: (instance: number): number => following.get(instance)?.size ?? 0,
    stop: () => server.close(),
  }
}

async function reach(port: number): Promise<Socket | null> {
  const instance = connect(port, '127.0.0.1')
  try {
    await once(instance, 'connect')
    return instance
  } catch {
    return null
  }
}
