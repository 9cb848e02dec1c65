import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runs } from './database.ts'
import { removePostgres, startPostgres } from './postgres.ts'
import { isAlive } from './postgres-process.ts'

let home: string

beforeEach(() => {
  vi.stubEnv('DATABASE_OWNER_URL', undefined)
  mkdirSync(runs, { recursive: true })
  home = mkdtempSync(join(runs, `${process.pid}-`))
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await removePostgres(home)
})

const start = (port?: number) => startPostgres({ dataDir: home, throwaway: true, ...(port ? { port } : {}) })

async function ask(url: string, sql: string) {
  const client = new pg.Client(url)
  await client.connect()
  return client.query(sql).finally(() => client.end())
}

test('what was written is there after a stop and a second start', { timeout: 30_000 }, async () => {
  const first = await start()
  await ask(first.ownerUrl, 'CREATE TABLE kept (id int)')
  await first.stop()
  const second = await start()
  await ask(second.ownerUrl, 'SELECT * FROM kept')
  await expect(start()).rejects.toThrow(`is in use by a running process (${process.pid})`)
  await second.stop()
})

test('a server whose program was killed is stopped, and its data kept', { timeout: 30_000 }, async () => {
  const script = `
    const { startPostgres } = await import(${JSON.stringify(import.meta.resolve('./postgres.ts'))})
    await startPostgres({ dataDir: ${JSON.stringify(home)}, throwaway: true })
    process.kill(process.pid, 'SIGKILL')`
  const [, signal] = await once(spawn(process.execPath, ['--input-type=module-typescript', '-e', script]), 'exit')
  expect(signal).toBe('SIGKILL')
  const orphan = Number(readFileSync(join(home, 'cluster/postmaster.pid'), 'utf8').split('\n')[0])
  expect(isAlive(orphan)).toBe(true)
  const server = await start()
  expect(isAlive(orphan)).toBe(false)
  await server.stop()
})

test('a lock whose number now belongs to another process is no hindrance', { timeout: 30_000 }, async () => {
  await (await start()).stop()
  writeFileSync(join(home, 'cluster/postmaster.pid'), `${process.pid}\n${join(home, 'cluster')}\n`)
  await (await start()).stop()
})

test('what cannot work is refused in one sentence', { timeout: 30_000 }, async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  await expect(start(port)).rejects.toThrow(`Port ${port} is used by another program`)
  other.close()

  rmSync(join(home, 'cluster/global'), { recursive: true })
  await expect(start()).rejects.toThrow(/^PostgreSQL could not start in .*: could not open file .*pg_control.*$/)

  rmSync(join(home, 'cluster'), { recursive: true })
  mkdirSync(join(home, 'cluster'))
  await expect(start()).rejects.toThrow('is not a PostgreSQL cluster')

  const file = join(home, 'a-file')
  writeFileSync(file, '')
  await expect(startPostgres({ dataDir: file })).rejects.toThrow(`The data folder ${file} cannot be used`)
})

test('a server named in DATABASE_OWNER_URL is used instead', async () => {
  vi.stubEnv('DATABASE_OWNER_URL', 'postgresql://elsewhere/db')
  expect(await startPostgres({ dataDir: '/nowhere' })).toMatchObject({ ownerUrl: 'postgresql://elsewhere/db' })
})
