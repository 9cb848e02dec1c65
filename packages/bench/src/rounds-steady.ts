import { setTimeout as sleep } from 'node:timers/promises'
import { startOpenApi } from './api-process.ts'
import type { Bed } from './bed.ts'
import { addRounds, type BenchRound, hearing, pressing, removeRounds, type Times, times } from './bench-rounds.ts'
import { round } from './interleave.ts'
import { listen } from './listener.ts'

export type Steady = {
  sockets: number
  members: number
  seconds: number
  events: number
  /** Milliseconds from the press to the moment at which the last member of that round has the event. */
  change: Times
  slowest: number
  /** Over all sockets: what one should have heard and did not, and what one heard again or of another round. */
  lost: number
  twice: number
}

/** An event that has not reached everybody after so many milliseconds is looked for among the lost. */
const patience = 10_000

/** Sockets of many rounds on one instance, and each second an event in one of them, for so many seconds. */
export async function benchSteady(bed: Bed, { seconds = 60, count = 250, members = 8 } = {}): Promise<Steady> {
  const rounds = await addRounds(bed, count, members)
  const api = await startOpenApi(bed)
  try {
    const devices = rounds.map((each) => pressing(api, each))
    for (const { start } of devices) await start()
    const told = hearing(members)
    let now: BenchRound | undefined
    const heard: { of: BenchRound; seqs: number[] }[] = []
    const listeners = []
    for (const of of rounds)
      for (const token of of.tokens) {
        const seqs: number[] = []
        heard.push({ of, seqs })
        listeners.push(
          await listen(api.url, { token, round: of.id }, ({ seq }) => {
            seqs.push(seq)
            if (now === of && seq > 1) told.hear()
          }),
        )
      }
    // Until everybody has heard that her round has begun, and looked again once.
    await sleep(7_000)

    const took: number[] = []
    const pressed = new Map<BenchRound, number>()
    const began = performance.now()
    for (let second = 0; second < seconds; second++) {
      const at = (second * 97) % count
      now = rounds[at] as BenchRound
      pressed.set(now, (pressed.get(now) ?? 0) + 1)
      const reached = told.after(() => devices[at]?.next() ?? Promise.resolve())
      took.push((await Promise.race([reached, sleep(patience, null)])) ?? patience)
      await sleep(Math.max(0, began + (second + 1) * 1_000 - performance.now()))
    }
    await sleep(1_000)
    for (const { stop } of listeners) await stop()
    const sum = (each: (seqs: number[], wanted: number) => number) =>
      heard.reduce((all, { of, seqs }) => all + each(seqs, 1 + (pressed.get(of) ?? 0)), 0)
    return {
      sockets: heard.length,
      members,
      seconds,
      events: took.length,
      change: times(took),
      slowest: round(Math.max(...took), 2),
      lost: sum(
        (seqs, wanted) => Array.from({ length: wanted }, (_, at) => at + 1).filter((seq) => !seqs.includes(seq)).length,
      ),
      twice: sum((seqs, wanted) => seqs.length - new Set(seqs.filter((seq) => seq <= wanted)).size),
    }
  } finally {
    await api.stop()
    await removeRounds(bed, rounds)
  }
}
