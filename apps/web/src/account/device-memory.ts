import type { Pin } from '@lederkreds/sealing/directory'
import { emptyMemory, type Memory, merge as mergeSeen } from '@lederkreds/sealing/memory'

/** What somebody said after comparing words with a colleague, about the identity with that number and hash. */
export interface Verdict extends Pin {
  readonly said: 'same' | 'different'
  /** ISO moment, by the device's clock. */
  readonly at: string
}

/** What all of one person's devices know of each other's doings; travels between them as one sealed document. */
export interface SharedMemory extends Memory {
  readonly verdicts: Readonly<Record<string, Verdict>>
}

export const emptySharedMemory: SharedMemory = { ...emptyMemory, verdicts: {} }

/** What both know, in whatever order and however often they hear of each other; of two verdicts the later one counts. */
export function mergeShared(one: SharedMemory, other: SharedMemory): SharedMemory {
  const ids = [...new Set([...Object.keys(one.verdicts), ...Object.keys(other.verdicts)])].sort()
  const verdicts = ids.flatMap((id) => {
    const verdict = later(one.verdicts[id], other.verdicts[id])
    return verdict ? [[id, verdict] as const] : []
  })
  return { ...mergeSeen(one, other), verdicts: Object.fromEntries(verdicts) }
}

/** What a device wrote. The first ones wrote deletions without their days: such a one counts as older than all others. */
export function readMemory(document: unknown): SharedMemory {
  const { deleted, pins, verdicts } = document as SharedMemory & { deleted: SharedMemory['deleted'] | string[] }
  return {
    deleted: Array.isArray(deleted) ? Object.fromEntries(deleted.map((id) => [id, 0])) : deleted,
    pins,
    verdicts,
  }
}

/** Whether both know the same. */
export const isSameMemory = (one: SharedMemory, other: SharedMemory): boolean => text(one) === text(other)

const text = (memory: SharedMemory) => JSON.stringify([mergeShared(memory, emptySharedMemory)])

function later(one: Verdict | undefined, other: Verdict | undefined): Verdict | undefined {
  if (!one || !other) return one ?? other
  return rank(one) >= rank(other) ? one : other
}

/** At the same moment "different" counts: it is the safe one. */
const rank = ({ at, said, number, hash }: Verdict) => `${at} ${said === 'different' ? 1 : 0} ${number} ${hash}`
