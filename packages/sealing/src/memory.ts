import type { Pin } from './directory.ts'

/**
 * What one person's devices have seen, so that a server cannot show yesterday as today: kept sealed, and merged from
 * device to device in any order.
 */
export interface Memory {
  /** The newest version seen of each item. */
  readonly versions: Readonly<Record<string, number>>
  /** Items that were deleted here and must not come back; in order. */
  readonly deleted: readonly string[]
  /** The newest accepted identity of each person. */
  readonly pins: Readonly<Record<string, Pin>>
}

/** The hash of a pin that two devices saw differently: it equals no hash, so the chain is refused as replaced. */
export const disputed = 'disputed'

export const emptyMemory: Memory = { versions: {}, deleted: [], pins: {} }

/** An item's newest version as the server tells it. */
export interface Head {
  readonly id: string
  readonly version: number
}

/** What does not fit: older than seen or come back from deletion; gone without being deleted; new or newer. */
export function checkSeen(memory: Memory, heads: readonly Head[]) {
  const deleted = new Set(memory.deleted)
  const there = new Set(heads.map(({ id }) => id))
  const seen = (id: string) => (Object.hasOwn(memory.versions, id) ? (memory.versions[id] ?? 0) : 0)
  const isOld = ({ id, version }: Head) => deleted.has(id) || version < seen(id)
  return {
    rolledBack: heads.filter(isOld).map(({ id }) => id),
    missing: Object.keys(memory.versions).filter((id) => !there.has(id)),
    fresh: heads.filter((head) => !isOld(head) && head.version > seen(head.id)).map(({ id }) => id),
  }
}

/** What both have seen: commutative, associative, idempotent; deletion wins over every version. */
export function merge(one: Memory, other: Memory): Memory {
  const deleted = [...new Set([...one.deleted, ...other.deleted])].sort()
  const isDeleted = new Set(deleted)
  const versions = join(one.versions, other.versions, Math.max)
  return {
    versions: Object.fromEntries(Object.entries(versions).filter(([id]) => !isDeleted.has(id))),
    deleted,
    pins: join(one.pins, other.pins, newerPin),
  }
}

/** This version was saved or opened here. */
export const remember = (memory: Memory, { id, version }: Head): Memory =>
  merge(memory, { ...emptyMemory, versions: { [id]: version } })

/** This item was deleted here. */
export const forget = (memory: Memory, id: string): Memory => merge(memory, { ...emptyMemory, deleted: [id] })

/** This identity was seen for the first time, or accepted after a change. */
export const rememberPin = (memory: Memory, personId: string, pin: Pin): Memory =>
  merge(memory, { ...emptyMemory, pins: { [personId]: pin } })

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
