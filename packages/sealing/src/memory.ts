import type { Pin } from './directory.ts'

/**
 * What one person's devices have seen, so that a server cannot show yesterday as today: kept sealed, and merged from
 * device to device in any order.
 */
export interface Memory {
  /** The newest deletions, which must not come back: an item's id, and the day of it in whole days since 1970. */
  readonly deleted: Readonly<Record<string, number>>
  /** The newest accepted identity of each person. */
  readonly pins: Readonly<Record<string, Pin>>
}

/** The hash of a pin that two devices saw differently: it equals no hash, so the chain is refused as replaced. */
export const disputed = 'disputed'

export const emptyMemory: Memory = { deleted: {}, pins: {} }

/** Of so many deletions a memory tells: 45 kB of the 64 that an envelope holds. */
export const deletionsKept = 1000

/** An item's newest version as the server tells it. */
export interface Head {
  readonly id: string
  readonly version: number
}

/** What does not fit with the versions that were seen: older; gone; new or newer. */
export function checkSeen(versions: Readonly<Record<string, number>>, heads: readonly Head[]) {
  const there = new Set(heads.map(({ id }) => id))
  const seen = (id: string) => (Object.hasOwn(versions, id) ? (versions[id] ?? 0) : 0)
  return {
    rolledBack: heads.filter(({ id, version }) => version < seen(id)).map(({ id }) => id),
    missing: Object.keys(versions).filter((id) => !there.has(id)),
    fresh: heads.filter(({ id, version }) => version > seen(id)).map(({ id }) => id),
  }
}

/**
 * What both have seen: commutative, associative, idempotent. Of the deletions it keeps the newest {@link deletionsKept}, or
 * the memory would one day be too large to be sealed. An older one may be forgotten: the server was told of it long ago,
 * and every device that was open since has dropped the item. A device that was away while a thousand others were deleted
 * asks about it as about one that the server lost; nothing comes back by itself. Only a server that kept what it was told
 * to delete could show it again, as it could to any new device: to its owner alone, as she wrote it.
 */
export const merge = (one: Memory, other: Memory): Memory => ({
  deleted: newest(join(one.deleted, other.deleted, Math.max)),
  pins: join(one.pins, other.pins, newerPin),
})

/** This item was deleted here, on that day (ISO). */
export const forget = (memory: Memory, id: string, day: string): Memory =>
  merge(memory, { ...emptyMemory, deleted: { [id]: Math.floor(Date.parse(day) / 86_400_000) } })

/** This identity was seen for the first time, or accepted after a change. */
export const rememberPin = (memory: Memory, personId: string, pin: Pin): Memory =>
  merge(memory, { ...emptyMemory, pins: { [personId]: pin } })

/** By day and then by id, so that all devices forget the same ones. */
function newest(deleted: Readonly<Record<string, number>>): Record<string, number> {
  const all = Object.entries(deleted)
  if (all.length <= deletionsKept) return Object.fromEntries(all)
  // The ids are in order already, and sorting by day leaves them so.
  const kept = new Set(all.toSorted(([, before], [, after]) => before - after).slice(-deletionsKept))
  return Object.fromEntries(all.filter((entry) => kept.has(entry)))
}

function newerPin(one: Pin, other: Pin): Pin {
  if (one.number !== other.number) return one.number > other.number ? one : other
  return one.hash === other.hash ? one : { number: one.number, hash: disputed }
}

/** One record of both, in the order of its keys, so that equal memories are equal bytes. */
function join<Value>(
  one: Readonly<Record<string, Value>>,
  other: Readonly<Record<string, Value>>,
  greater: (one: Value, other: Value) => Value,
): Record<string, Value> {
  const joined = new Map(Object.entries(one))
  for (const [key, value] of Object.entries(other)) {
    const known = joined.get(key)
    joined.set(key, known === undefined ? value : greater(known, value))
  }
  return Object.fromEntries([...joined].sort(([before], [after]) => (before < after ? -1 : 1)))
}
