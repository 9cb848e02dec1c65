import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './prepare.ts'

const main = join(root, 'apps/api/src/main.ts')

const run = (command: string) => spawn(process.execPath, [main, command], { stdio: 'inherit' })

/** Serves the database that the settings name: migrations first, if its owner is named too, then API and worker. */
export async function startInstallation() {
  if (process.env.DATABASE_OWNER_URL) {
    const code = await new Promise((done) => run('migrate').once('exit', done))
    if (code !== 0) process.exit(1)
  }
  const parts = ['api', 'worker'].map(run)
  const stop = (signal: NodeJS.Signals) => {
    for (const part of parts) part.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(signal))
  for (const part of parts)
    part.once('exit', (code) => {
      process.exitCode ||= code ?? 0
      stop('SIGTERM')
    })
}
