import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'

/**
 * Preloaded into the API's process by `--profile`: the first SIGUSR2 begins a CPU profile of V8, the next one writes it
 * to the file in BENCH_PROFILE, so that neither start nor warm-up is in it.
 */
const session = new Session()
session.connect()
await session.post('Profiler.enable')
let isRunning = false

process.on('SIGUSR2', async () => {
  isRunning = !isRunning
  if (isRunning) return session.post('Profiler.start')
  const { profile } = await session.post('Profiler.stop')
  writeFileSync(process.env.BENCH_PROFILE ?? 'api.cpuprofile', JSON.stringify(profile))
})
