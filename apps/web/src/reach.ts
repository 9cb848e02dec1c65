import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'

const askAgain = [2_000, 5_000, 10_000, 20_000]
const patience = 5_000

let lost = false
let tries = 0
let next: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Whether the server is out of reach, as far as this page has seen. */
export const isLost = (): boolean => lost
export const useLost = (): boolean => useSyncExternalStore(subscribe, isLost)

/** Runs when the server can be reached again. */
export function useReturn(run: () => void): void {
  const onReturn = useEffectEvent(run)
  useEffect(() => subscribe(() => lost || onReturn()), [])
}

/** Told by whoever asked the server. While it is out of reach, it is asked again now and then whether it is back. */
export function tellReach(isOut: boolean): void {
  clearTimeout(next)
  if (isOut) next = setTimeout(lookAgain, askAgain[Math.min(tries++, askAgain.length - 1)])
  else tries = 0
  if (lost === isOut) return
  lost = isOut
  for (const tell of [...listeners]) tell()
}

/** Asks the server whether it is there at all. */
export const isThere = (): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(patience) }).then(
    ({ ok }) => ok,
    () => false,
  )

const lookAgain = async () => tellReach(!(await isThere()))

/** To be called once: the browser's own word counts too, and only where it says no. */
export function watchReach(): void {
  if (!navigator.onLine) tellReach(true)
  addEventListener('offline', () => tellReach(true))
  addEventListener('online', () => void lookAgain())
}

/** Waits no longer than until the server is found to be out of reach; then it throws what an unreachable server throws. */
export function whileReached<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stop = subscribe(
      () => lost && settle(() => reject(new TypeError('Failed to fetch: the server is out of reach'))),
    )
    const settle = (answered: () => void) => {
      stop()
      answered()
    }
    answer.then(
      (value) => settle(() => resolve(value)),
      (fault) => settle(() => reject(fault)),
    )
  })
}
