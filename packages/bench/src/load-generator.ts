import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'
import type { Request } from './ask.ts'

/**
 * Asks one server for some seconds, a program of its own: reads what to do from standard input, writes what came of it
 * to standard output. Every connection takes the requests in an order of its own.
 */
export type Order = { url: string; connections: number; seconds: number; shortest: number; requests: Request[] }

/** Times in milliseconds; `failed` counts every answer that was not the page. */
export type Run = { perSecond: number; p50: number; p99: number; answers: number; failed: number }

const requestsEach = 400

const { url, connections, seconds, shortest, requests }: Order = JSON.parse(readFileSync(0, 'utf8'))
const drawn = () => Array.from({ length: requestsEach }, () => requests[Math.floor(Math.random() * requests.length)])
const times: number[] = []
let started = 0
let ended = 0

const { errors, timeouts, mismatches, non2xx } = await new Promise<autocannon.Result>((done, fail) => {
  const running = autocannon(
    {
      url,
      connections,
      duration: seconds,
      requests: requests.slice(0, 1),
      setupClient: (client) => client.setRequests(drawn() as Request[]),
      verifyBody: (body = '') => body.length >= shortest && !body.includes('"errors"'),
    },
    (fault, result) => (fault ? fail(fault) : done(result)),
  )
  running.on('start', () => {
    started = performance.now()
  })
  running.on('response', (_client, _status, _bytes, milliseconds) => {
    times.push(milliseconds)
    ended = performance.now()
  })
})
const took = (ended - started) / 1000
times.sort((one, other) => one - other)
const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN
const run: Run = {
  perSecond: times.length / took,
  p50: at(0.5),
  p99: at(0.99),
  answers: times.length,
  failed: errors + timeouts + mismatches + non2xx,
}
process.stdout.write(JSON.stringify(run))
