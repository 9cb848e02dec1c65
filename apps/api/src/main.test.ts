import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { cloneDatabase } from '@lederkreds/testing/database'
import { expect, test } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

function start(command: string, environment: Record<string, string>) {
  const child = spawn(process.execPath, [main, command], { env: { PATH: process.env.PATH, ...environment } })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  return { child, said: () => said, ended: once(child, 'close').then(([code]) => ({ code, said: said.trim() })) }
}

test('without its settings a program ends with one sentence', async () => {
  const { code, said } = await start('worker', {}).ended
  expect([code, said]).toEqual([1, 'The setting DATABASE_WORKER_URL is not set (see "Settings" in README.md).'])
})

test('API and worker start with their own settings alone, and end with 0 when they are asked to', async () => {
  const database = await cloneDatabase()
  const both = { SECRET: 'a secret for tests that is long enough', PUBLIC_URL: 'http://localhost' }
  const ports = { PORT: '0', METRICS_PORT: '0' }
  const api = start('api', { ...both, ...ports, DATABASE_URL: database.apiUrl, DATABASE_DOOR_URL: database.doorUrl })
  const worker = start('worker', { ...both, DATABASE_WORKER_URL: database.workerUrl, SMTP_URL: 'smtp://127.0.0.1:1' })
  await expect.poll(api.said, { timeout: 20_000 }).toContain('"api started"')
  await expect.poll(worker.said, { timeout: 20_000 }).toContain('Worker connected')
  expect(api.said()).toContain('Open this link once to set the organisation up: http://localhost/set-up#')
  for (const { child } of [api, worker]) child.kill('SIGTERM')
  expect([(await api.ended).code, (await worker.ended).code]).toEqual([0, 0])
  await database.drop()
}, 60_000)
