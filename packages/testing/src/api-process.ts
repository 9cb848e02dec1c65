import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { openBalancer } from './balancer.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { load } from './load.ts'
import { lookAs } from './look.ts'
import { freePort } from './postgres-process.ts'
import { Seed } from './seed.ts'
import { testSecret } from './server.ts'

export type ApiProcess = Awaited<ReturnType<typeof openApiProcess>>

const main = fileURLToPath(import.meta.resolve('@lederkreds/api/main'))

/**
 * The API as a program of its own, on a database of its own unless told one, and always on the same port: it can be killed
 * at any moment. `publicUrl` is where people reach it, if not there.
 */
export async function openApiProcess({
  database: given,
  publicUrl,
}: {
  database?: TestDatabase
  publicUrl?: string
} = {}) {
  const database = given ?? (await cloneDatabase())
  const port = (await freePort()) ?? 0
  const url = `http://localhost:${port}`
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: database.apiUrl,
    DATABASE_DOOR_URL: database.doorUrl,
    SECRET: testSecret,
    PUBLIC_URL: publicUrl ?? url,
    PORT: String(port),
    METRICS_PORT: '0',
    REQUESTS_PER_MINUTE: '0',
    LOG_LEVEL: 'error',
  }
  let child: ChildProcess | undefined

  /** Answers when it answers. */
  const start = async () => {
    child = spawn(process.execPath, [main, 'api'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
    for (let tries = 0; !(await fetch(`${url}/readyz`).catch(() => null))?.ok; tries++) {
      if (tries > 300 || child.exitCode !== null) throw new Error('The API did not start.')
      await new Promise((wake) => setTimeout(wake, 100))
    }
  }

  /** SIGKILL: whatever is under way is lost, as when a machine loses its power. */
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  const seed = async <Made>(make: (seed: Seed) => Made): Promise<Made> => {
    const rows = new Seed()
    const made = make(rows)
    await load(database.ownerUrl, rows)
    return made
  }

  const stop = async () => {
    await kill()
    if (!given) await database.drop()
  }

  await start()
  return { url, port, look: lookAs(database.ownerUrl), start, kill, seed, stop }
}

export type ApiPair = Awaited<ReturnType<typeof openApiPair>>

/** Two instances on one database behind one address. */
export async function openApiPair() {
  const database = await cloneDatabase()
  const balancer = await openBalancer()
  const { url } = balancer
  const open = () => openApiProcess({ database, publicUrl: url })
  const instances = [await open(), await open()] as const
  for (const { port } of instances) balancer.add(port)
  const [{ look, seed }] = instances
  /** How many browsers follow something on each of them. */
  const following = () => instances.map(({ port }) => balancer.sockets(port))
  const stop = async () => {
    for (const instance of instances) await instance.stop()
    balancer.stop()
    await database.drop()
  }
  return { url, look, seed, instances, following, stop }
}
