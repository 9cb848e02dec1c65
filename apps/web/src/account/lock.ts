import { useSyncExternalStore } from 'react'

type Lock = () => Promise<void>

let current: Lock | undefined
const listeners = new Set<() => void>()

/** Told by whatever is open on this page how it is locked, and when there is nothing to lock any longer. */
export function offerLock(lock: Lock | undefined) {
  current = lock
  for (const tell of listeners) tell()
}

/** Locks whatever is open; where nothing is, nothing happens. Knows nothing of keys, so that any page can call it. */
export const lockNow: Lock = async () => current?.()

const watch = (tell: () => void) => {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

/** How to lock what is open, or undefined when nothing is. */
export const useLock = (): Lock | undefined => useSyncExternalStore(watch, () => current)
