import { Worker } from 'node:worker_threads'
import type { Browser } from 'playwright-core'

/** A phone beside the machine of whoever measures. */
export const slowdown = 4

/**
 * Runs something while every process that shows pages gets one part in so many of its time: it is stopped and goes on
 * again, as the kernel can do with any process. DevTools' own throttling slows a page's main thread alone, and what is
 * sealed is opened in a worker. Needs signals, so not Windows.
 */
export async function onSlowProcessor<Result>(
  browser: Browser,
  times: number,
  run: () => Promise<Result>,
): Promise<Result> {
  if (times === 1) return run()
  const line = await browser.newBrowserCDPSession()
  const { processInfo } = await line.send('SystemInfo.getProcessInfo')
  await line.detach()
  const pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
  const signal = new Int32Array(new SharedArrayBuffer(4))
  const brake = new Worker(braking, { eval: true, workerData: { pids, times, signal } })
  const ended = new Promise((resolve) => brake.once('exit', resolve))
  try {
    return await run()
  } finally {
    Atomics.store(signal, 0, 1)
    await ended
  }
}

/** Two milliseconds of work, then a pause in proportion to what the work has really lasted. */
const braking = `
  const { workerData: { pids, times, signal } } = require('node:worker_threads')
  const wait = (milliseconds) => {
    const start = performance.now()
    Atomics.wait(signal, 0, 0, milliseconds)
    return performance.now() - start
  }
  const send = (name) => pids.forEach((pid) => {
    try { process.kill(pid, name) } catch {}
  })
  let owed = 0
  while (Atomics.load(signal, 0) === 0) {
    owed += wait(2) * (times - 1)
    send('SIGSTOP')
    owed -= wait(Math.max(owed, 0))
    send('SIGCONT')
  }`
