import { useRef, useState } from 'react'

/** One thing at a time: what begins while something is under way does not begin. */
export function oneAtATime(tell: (isBusy: boolean) => void) {
  let isUnderWay = false
  return async (work: () => unknown): Promise<void> => {
    if (isUnderWay) return
    isUnderWay = true
    tell(true)
    try {
      await work()
    } finally {
      isUnderWay = false
      tell(false)
    }
  }
}

/** For a button that is pressed twice as fast as anybody can: `const { isBusy, run } = useBusy()`. */
export function useBusy() {
  const [isBusy, setBusy] = useState(false)
  const run = useRef(oneAtATime(setBusy))
  return { isBusy, run: run.current }
}
