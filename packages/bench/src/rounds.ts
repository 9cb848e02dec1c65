import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { type Running, startBroadcast, startOpenApi } from './api-process.ts'
import type { Bed } from './bed.ts'
import {
  addRounds,
  type BenchRound,
  handIn,
  hearing,
  made,
  pressing,
  removeRounds,
  type Times,
  times,
} from './bench-rounds.ts'
import { interleave, median, round } from './interleave.ts'
import { type Heard, listen } from './listener.ts'
import { benchSteady, type Steady } from './rounds-steady.ts'

export type RoundsResult = {
  /** Milliseconds from the press to the moment at which the last of twelve has the phase change. */
  change: { members: number; changes: number; api: Times; limit: Times; ratio: number }
  /** All on one instance; kilobytes of resident memory each, where the system tells. */
  sockets: {
    sockets: number
    kilobytesEach: number | null
    limitKilobytesEach: number | null
    change: Times
    idleCpu: number | null
  }
  /** One event each second somewhere among so many sockets on one instance. */
  steady: Steady
  /** Members who come back again and again while events happen on two instances. */
  reconnects: {
    members: number
    reconnects: number
    events: number
    missed: number
    twice: number
    outOfOrder: number
    seconds: number
  }
}

/** Changes of phase to twelve, a thousand sockets on one instance, and coming back over two. */
export async function benchRounds(bed: Bed, { log = (_line: string) => {}, share = 1 } = {}): Promise<RoundsResult> {
  const change = await benchChange(bed)
  log(`rounds: the last of ${change.members} has a phase change after ${change.api.p50} ms, ${change.ratio} × bare ws`)
  const sockets = await benchSockets(bed, Math.max(2, round(200 * share)))
  log(`rounds: ${sockets.sockets} sockets, ${sockets.kilobytesEach} kB each`)
  const steady = await benchSteady(bed, {
    seconds: Math.max(5, round(60 * share)),
    count: Math.max(2, round(250 * share)),
  })
  log(`rounds: ${steady.events} events among ${steady.sockets} sockets, ${steady.lost} lost, ${steady.twice} twice`)
  const reconnects = await benchReconnects(bed, Math.max(200, round(10_000 * share)))
  log(`rounds: ${reconnects.events} events to ${reconnects.members}, ${reconnects.seconds} s`)
  return { change, sockets, steady, reconnects }
}

async function benchChange(bed: Bed, members = 12, rounds = 5, changes = 60): Promise<RoundsResult['change']> {
  const [one] = await addRounds(bed, 1, members)
  if (!one) throw new Error('no round')
  const [api, bare] = [await startOpenApi(bed), await startBroadcast()]
  try {
    const told = hearing(members)
    const listeners = await Promise.all(one.tokens.map((token) => listen(api.url, { token, round: one.id }, told.hear)))
    const press = pressing(api, one)
    await told.after(() => press.start())
    const sockets = await Promise.all(Array.from({ length: members }, () => open(bare.url, told.hear)))
    const several = async (act: () => Promise<void>) => {
      const times: number[] = []
      for (let turn = 0; turn < changes; turn++) times.push(await told.after(act))
      return times
    }
    const contenders = {
      api: () => several(() => press.next()),
      limit: () => several(async () => sockets[0]?.send('next')),
    }
    for (const warm of Object.values(contenders)) await warm()
    const all = await interleave(contenders, rounds)
    for (const { stop } of listeners) await stop()
    for (const socket of sockets) socket.terminate()
    const ratio = median(all.api.map((times, index) => median(times) / median(all.limit[index] ?? [])))
    return {
      members,
      changes: rounds * changes,
      api: times(all.api.flat()),
      limit: times(all.limit.flat()),
      ratio: round(ratio, 1),
    }
  } finally {
    await Promise.all([api.stop(), bare.stop()])
    await removeRounds(bed, [one])
  }
}

async function benchSockets(bed: Bed, count: number, members = 6): Promise<RoundsResult['sockets']> {
  const rounds = await addRounds(bed, count, members)
  const [api, bare] = [await startOpenApi(bed), await startBroadcast()]
  try {
    for (const each of rounds) await pressing(api, each).start()
    const first = rounds[0] as BenchRound
    const told = hearing(members)
    const listeners: Awaited<ReturnType<typeof listen>>[] = []
    const follow = async (some: readonly BenchRound[]) => {
      for (const { id, tokens } of some) {
        const hear = id === first.id ? told.hear : () => {}
        listeners.push(...(await Promise.all(tokens.map((token) => listen(api.url, { token, round: id }, hear)))))
      }
    }
    // A process grows by some sixty megabytes as it first works, however many sockets come after.
    const early = Math.ceil(count / 5)
    await follow(rounds.slice(0, early))
    await sleep(7_000)
    const before = memory(api)
    await follow(rounds.slice(early))
    await sleep(12_000)
    const cpuBefore = cpu(api)
    await sleep(10_000)
    const idle = cpuBefore === null ? null : ((cpu(api) ?? 0) - cpuBefore) / 10
    const press = pressing(api, first, 1)
    const took: number[] = []
    for (let turn = 0; turn < 100; turn++) {
      took.push(await told.after(() => press.next()))
      await sleep(50)
    }
    const after = memory(api)
    for (const { stop } of listeners) await stop()
    const openBare = (some: number) => Promise.all(Array.from({ length: some }, () => open(bare.url, () => {})))
    const sockets = await openBare(early * members)
    await sleep(1_000)
    const bareBefore = memory(bare)
    sockets.push(...(await openBare((count - early) * members)))
    await sleep(1_000)
    const bareAfter = memory(bare)
    for (const socket of sockets) socket.terminate()
    const each = (now: number | null, then: number | null) =>
      now === null || then === null ? null : round((now - then) / ((count - early) * members), 1)
    return {
      sockets: count * members,
      kilobytesEach: each(after, before),
      limitKilobytesEach: each(bareAfter, bareBefore),
      change: times(took),
      idleCpu: idle === null ? null : round(idle, 3),
    }
  } finally {
    await Promise.all([api.stop(), bare.stop()])
    await removeRounds(bed, rounds)
  }
}

async function benchReconnects(
  bed: Bed,
  events: number,
  members = 20,
  times = 30,
): Promise<RoundsResult['reconnects']> {
  const [one] = await addRounds(bed, 1, members)
  if (!one) throw new Error('no round')
  const apis = [await startOpenApi(bed), await startOpenApi(bed)]
  const urlOf = (turn: number) => apis[turn % 2]?.url ?? ''
  const began = performance.now()
  try {
    const heard = one.tokens.map((): Heard[] => [])
    const follow = async (token: string, index: number) => {
      const mine = heard[index] ?? []
      for (let turn = 0; turn <= times; turn++) {
        const until = turn === times ? events : Math.floor(((turn + 1 + index / members) * events) / (times + 2))
        const { promise, resolve } = Promise.withResolvers<void>()
        const hear = (event: Heard) => {
          mine.push(event)
          if (event.seq >= until) resolve()
        }
        const { stop } = await listen(urlOf(turn + index), { token, round: one.id, after: mine.at(-1)?.seq ?? 0 }, hear)
        if ((mine.at(-1)?.seq ?? 0) >= until) resolve()
        await promise
        await stop()
      }
    }
    const following = Promise.all(one.tokens.map(follow))
    const parcel = 50
    const sent: string[] = []
    for (let at = 0; at < events; at += parcel) {
      const lines = Array.from({ length: Math.min(parcel, events - at) }, (_, index) =>
        (at + index) % 2 ? made(at + index + 1, 'resumed') : made(at + index + 1, 'paused', { reason: 'pause' }),
      )
      await handIn(urlOf(at / parcel), one, lines)
      sent.push(...lines.map(({ id }) => id))
    }
    await following
    const wanted = new Set(sent)
    const sum = (count: (mine: Heard[]) => number) => heard.reduce((total, mine) => total + count(mine), 0)
    const ids = (mine: Heard[]) => new Set(mine.map(({ id }) => id))
    return {
      members,
      reconnects: members * times,
      events,
      missed: sum((mine) => wanted.difference(ids(mine)).size),
      twice: sum((mine) => mine.length - ids(mine).size),
      outOfOrder: sum((mine) => mine.filter(({ seq, id }, index) => seq !== index + 1 || sent[index] !== id).length),
      seconds: round((performance.now() - began) / 1000),
    }
  } finally {
    await Promise.all(apis.map((api) => api.stop()))
    await removeRounds(bed, [one])
  }
}

async function open(url: string, hear: () => void): Promise<WebSocket> {
  const socket = new WebSocket(url.replace('http', 'ws'))
  socket.on('message', hear)
  await new Promise((resolve) => socket.once('open', resolve))
  return socket
}

/** Kilobytes of resident memory, and seconds of processor time; Linux only. */
const memory = ({ pid }: Running): number | null => {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readProc(pid, 'status') ?? '') ?? []
  return kilobytes ? Number(kilobytes) : null
}

function cpu({ pid }: Running): number | null {
  const fields = readProc(pid, 'stat')?.replace(/.*\) /, '').split(' ')
  return fields ? (Number(fields[11]) + Number(fields[12])) / 100 : null
}

function readProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return null
  }
}
