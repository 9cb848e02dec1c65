import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '@lederkreds/testing/postgres-process'
import type { Bed } from './bed.ts'

/** A program of its own that answers HTTP on loopback. */
export type Running = { url: string; pid: number; child: ChildProcess; stop(): Promise<void> }

const api = fileURLToPath(import.meta.resolve('@lederkreds/api/main'))
const limit = fileURLToPath(new URL('limit-server.ts', import.meta.url))
const openApi = fileURLToPath(new URL('open-api.ts', import.meta.url))
const broadcast = fileURLToPath(new URL('bare-broadcast.ts', import.meta.url))

/** The product's own API process as in production, but that it counts no requests and speaks http. */
export const startApi = (bed: Bed, nodeFlags: string[] = []) =>
  start([...nodeFlags, api, 'api'], '/readyz', settingsOf(bed))

/** The same, but that it answers any document: for operations that no page sends in the form that is measured. */
export const startOpenApi = (bed: Bed) => start([openApi], '/readyz', settingsOf(bed))

/** A WebSocket server that sends what one says to everybody, and does nothing else. */
export const startBroadcast = () => start([broadcast], '/', (_url, port) => ({ PORT: port }))

const settingsOf =
  ({ apiUrl, doorUrl }: Bed) =>
  (url: string, port: string) => ({
    DATABASE_URL: apiUrl,
    DATABASE_DOOR_URL: doorUrl,
    SECRET: randomBytes(32).toString('hex'),
    PUBLIC_URL: url,
    PORT: port,
    METRICS_PORT: '0',
    REQUESTS_PER_MINUTE: '0',
    LOG_LEVEL: 'error',
  })

/** The bare server that everything is compared with; `pipelined` sends a transaction's statements in one go. */
export const startLimit = ({ apiUrl }: Bed, { pipelined = false } = {}) =>
  start([limit], '/', (_url, port) => ({ DATABASE_URL: apiUrl, PORT: port, PIPELINED: String(pipelined) }))

async function start(
  command: string[],
  ready: string,
  settings: (url: string, port: string) => Record<string, string>,
): Promise<Running> {
  const port = String(await freePort())
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', ...settings(url, port) },
  })
  const stopAtOnce = () => void child.kill('SIGKILL')
  process.once('exit', stopAtOnce)
  const stop = async () => {
    process.off('exit', stopAtOnce)
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  for (let tries = 0; !(await fetch(url + ready).catch(() => null))?.ok; tries++) {
    if (tries > 300 || child.exitCode !== null) {
      await stop()
      throw new Error(`${command.at(-1)} did not start.`)
    }
    await new Promise((wake) => setTimeout(wake, 100))
  }
  return { url, pid: child.pid ?? 0, child, stop }
}
