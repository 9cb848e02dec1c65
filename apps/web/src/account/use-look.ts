import { useCallback, useEffect, useRef, useState } from 'react'

interface Seen<Found> {
  /** What the newest look that was answered has found; undefined until there was one. */
  readonly found: Found | undefined
  /** Whether the newest look was not answered. */
  readonly isLost: boolean
  /** Whether an answer is still to come. */
  readonly isLooking: boolean
}

export interface Look<Found> extends Seen<Found> {
  /** Looks again; resolves when that is over, and never throws. */
  readonly look: () => Promise<void>
}

/**
 * Looks as often as it is asked to, and never tells of a look after a newer one was answered: it could show again what has
 * been deleted since. After `stop` nothing is told and nothing is fetched.
 */
export function lookInOrder<Found>(fetch: () => Promise<Found>, tell: (seen: Partial<Seen<Found>>) => void) {
  let newest = 0
  let answered = 0
  let isOver = false
  const look = async () => {
    if (isOver) return
    newest++
    const mine = newest
    const answer = (seen: Partial<Seen<Found>>) => {
      if (isOver || mine < answered) return
      answered = mine
      tell({ ...seen, isLooking: mine < newest })
    }
    tell({ isLooking: true })
    try {
      answer({ found: await fetch(), isLost: false })
    } catch {
      answer({ isLost: true })
    }
  }
  const stop = () => {
    isOver = true
  }
  return { look, stop }
}

/**
 * What is fetched and opened while somebody looks, and forgotten with the page: at once, anew for another `fetch`, and
 * whenever `look` is called. `fetch` must stay the same function for as long as the same is looked at.
 */
export function useLook<Found>(fetch: () => Promise<Found>): Look<Found> {
  const [seen, setSeen] = useState<Seen<Found>>({ found: undefined, isLost: false, isLooking: true })
  const current = useRef<() => Promise<void>>(undefined)
  useEffect(() => {
    const { look, stop } = lookInOrder(fetch, (part) => setSeen((before) => ({ ...before, ...part })))
    current.current = look
    void look()
    return stop
  }, [fetch])
  const look = useCallback(async () => current.current?.(), [])
  return { ...seen, look }
}
