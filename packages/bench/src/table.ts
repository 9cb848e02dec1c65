import type { ExportResult } from './export.ts'
import type { FeedbackResult } from './feedback.ts'
import type { GrowthResult } from './growth.ts'
import type { Figures } from './load.ts'
import type { PageResult } from './page.ts'
import type { RoundsResult } from './rounds.ts'
import type { SealingResult } from './sealing.ts'
import type { WebResult } from './web.ts'

type Row = (string | number)[]

/** Lines up columns; the first is text, the others are figures. */
function table(head: string[], rows: Row[]): string {
  const all = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const line = (row: string[]) =>
    row.map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0))).join('  ')
  return all.map(line).join('\n')
}

const cells = (figures: Figures | 'not available'): Row =>
  figures === 'not available'
    ? ['not available', '', '', '']
    : [figures.perSecond, figures.p50, figures.p99, figures.cpu ?? '']

const loadHead = ['requests/s', 'p50 ms', 'p99 ms', 'µs of CPU each']

export function pageTable({ networks, aim, points }: PageResult): string {
  const rows = points.flatMap(({ connections, api, limit, limitPipelined, pgbench, ratio, ratioToPipelined }) => [
    [`API, ${connections} connections`, ...cells(api), ''],
    ['  bare server', ...cells(limit), ratio],
    ['  bare server, pipelined', ...cells(limitPipelined), ratioToPipelined],
    ['  pgbench', ...cells(pgbench), ''],
  ])
  const title = `The network page's operation on ${networks} networks (aim: ${aim} of the bare server at 16 connections)`
  return `${title}\n${table(['', ...loadHead, 'API against it'], rows)}`
}

export function growthTable({ aim, growth, limitGrowth, slowdown, limitSlowdown, ...points }: GrowthResult): string {
  const rows = Object.entries({ 1: points.oneConnection, 16: points.sixteenConnections }).flatMap(
    ([connections, sizes]) =>
      sizes.flatMap(({ attendanceRows, api, limit }) => [
        [`API, ${attendanceRows} attendances, ${connections} connections`, ...cells(api)],
        ['  bare server', ...cells(limit)],
      ]),
  )
  const sums = [
    `Largest against smallest set, p50 at one connection: API ${growth}, bare server ${limitGrowth} (aim: ${aim} at most)`,
    `The same, time per request at 16 connections: API ${slowdown}, bare server ${limitSlowdown}`,
  ]
  return `The same operation on more and more data\n${table(['', ...loadHead], rows)}\n${sums.join('\n')}`
}

export function exportTable({
  rows,
  export: through,
  limit,
  limitedBy,
  share,
  unordered,
  memory,
}: ExportResult): string {
  const rates = [
    ['through the API', through],
    [limitedBy, limit],
    ['  the same without order', unordered],
  ]
  const peaks = memory
    ? `Peak memory of the API: ${memory.none} MB without an export, ${memory.tenth} MB with a tenth of the rows, ${memory.all} MB with all`
    : 'Peak memory: not available on this system'
  return `Export of ${rows} rows (aim: 0.9 of the limit; reached: ${share})\n${table(['', 'rows/s'], rates)}\n${peaks}`
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1)

export function webTable({ routes, networkPageScripts, aimBytes, throttling, app, limit }: WebResult): string {
  const sizes = routes.map(({ route, js, css }) => [
    route,
    ...[js, css].flatMap(({ raw, gzip, brotli }) => [raw, gzip, brotli].map(kilobytes)),
  ])
  const head = ['kB on a first view', 'JS', 'gzip', 'brotli', 'CSS', 'gzip', 'brotli']
  const times = [
    ['the app', app.first, app.second],
    ['a page of one kilobyte', limit.first, limit.second],
  ]
  const { cpuSlowdown, downKbits, upKbits, latencyMs } = throttling
  const slow = `${cpuSlowdown}× CPU, ${downKbits} kbit/s down, ${upKbits} up, ${latencyMs} ms`
  return [
    `The web app\n${table(head, sizes)}`,
    `JavaScript before the network page shows its content: ${kilobytes(networkPageScripts.brotli)} kB of brotli (aim: ${kilobytes(aimBytes)} at most)`,
    `Until the network page shows its content (${slow})\n${table(['ms', 'first visit', 'second visit'], times)}`,
  ].join('\n\n')
}

export function sealingTable({ slowdown, unlock, open, patterns }: SealingResult): string {
  const rows = [
    [`unlocked by passphrase, from the button on (aim: ${unlock.aim})`, unlock.shown, ''],
    ['  of that Argon2id', unlock.argon2id, unlock.ratio],
    ['  hash-wasm alone in a bare worker', unlock.limit, ''],
    [`${open.documents} entries of 4 KiB opened and indexed (aim: ${open.aim})`, open.opened, open.ratioToOperations],
    ['  WebCrypto alone: the same operations', open.operations, ''],
    ['  WebCrypto alone: as many blocks under one key', open.decrypt, ''],
    ['  on a new device, fetched from the server as well', open.fetched, ''],
    [`patterns of three years (${patterns.documents} documents)`, patterns.threeYears, ''],
    ['  with their charts', patterns.withCharts, ''],
    ['  with nothing written', patterns.blank, ''],
  ]
  const slow = `a processor slowed down ${slowdown.wanted}×, measured ${slowdown.measured}×`
  return `What is sealed (${slow})\n${table(['', 'ms', 'against the limit'], rows)}`
}

export function roundsTable({ change, sockets, steady, reconnects }: RoundsResult): string {
  const rows = [
    [`a phase change has reached the last of ${change.members}`, change.api.p50, change.api.p99],
    ['  bare ws, no session and no database', change.limit.p50, change.limit.p99],
    [`the last of 6, among ${sockets.sockets} open sockets`, sockets.change.p50, sockets.change.p99],
    [`the last of ${steady.members}, one event a second among ${steady.sockets}`, steady.change.p50, steady.change.p99],
  ]
  const { members, reconnects: times, events, missed, twice, outOfOrder } = reconnects
  return [
    `Rounds\n${table(['', 'p50 ms', 'p99 ms'], rows)}`,
    `Memory of the API for each socket: ${sockets.kilobytesEach ?? '?'} kB (bare ws: ${sockets.limitKilobytesEach ?? '?'}); processors busy while nothing happens: ${sockets.idleCpu ?? '?'}`,
    `${steady.events} events in ${steady.seconds} s among ${steady.sockets} sockets: ${steady.lost} lost, ${steady.twice} twice, the slowest after ${steady.slowest} ms`,
    `${members} members, ${times} reconnects, ${events} events on two instances: ${missed} missed, ${twice} twice, ${outOfOrder} out of order`,
  ].join('\n')
}

export function feedbackTable({ release, handIn, open }: FeedbackResult): string {
  const rates = [
    ['handed in over HTTP, token checked', handIn.perSecond, handIn.ratio],
    ['  INSERT of the same rows alone', handIn.insertPerSecond, ''],
  ]
  const times = [
    [`${release.answers} answers released by the worker`, release.milliseconds, ''],
    [`${open.answers} answers opened, ${open.slowdown}× slower processor (aim: ${open.aim})`, open.opened, open.ratio],
    ['  WebCrypto alone in a bare worker', open.limit, ''],
  ]
  return [
    `Pooled feedback\n${table(['', 'answers/s', 'against the limit'], rates)}`,
    table(['', 'ms', 'against the limit'], times),
  ].join('\n')
}
