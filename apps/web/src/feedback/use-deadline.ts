import { useEffect, useEffectEvent } from 'react'

/** No longer than so many milliseconds at a time: a device sleeps, and timers have a longest length. */
const longest = 600_000
/** Whether the server's clock says so too is asked after this long, then after twice as long and so on, up to the second. */
const soonest = 1_000
const latest = 30_000

/**
 * Asks when the deadline is over by this device's clock, from then on now and then, and whenever she comes back to the
 * page, for as long as it `isOpen`.
 */
export function useDeadline(deadline: string | undefined, isOpen: boolean, ask: () => void): void {
  const onAsk = useEffectEvent(ask)
  useEffect(() => {
    if (!deadline || !isOpen) return
    const over = Date.parse(deadline)
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      const left = over - Date.now()
      timer = setTimeout(
        () => {
          if (Date.now() >= over) onAsk()
          wait()
        },
        left > 0 ? Math.min(left, longest) : Math.min(Math.max(-left, soonest), latest),
      )
    }
    const look = () => document.visibilityState === 'visible' && onAsk()
    wait()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [deadline, isOpen])
}
