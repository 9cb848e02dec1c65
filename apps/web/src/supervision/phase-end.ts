import type { RoundEngine } from './round-engine.ts'

/** A clock can be set right, or wound on in a rehearsal, without anything happening in the round; in milliseconds. */
const longest = 1_000
const shortest = 50

/**
 * Runs once when the time of a phase runs out while it is watched; not for one that was over already, and again for one
 * that was given more time. Draws nothing. Answers how to stop.
 */
export function watchPhaseEnd(engine: Pick<RoundEngine, 'view' | 'left' | 'subscribe'>, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const now = () => {
    const { phase, status } = engine.view().state
    const left = engine.left()
    return { phase, left, isUp: left !== null && left <= 0, isRunning: status === 'running' }
  }
  let before = now()
  const look = () => {
    clearTimeout(timer)
    const [was, is] = [before, now()]
    before = is
    if (was.phase === is.phase && !was.isUp && is.isUp && is.isRunning) run()
    if (!is.isRunning || is.isUp || is.left === null) return
    timer = setTimeout(look, Math.min(longest, Math.max(shortest, is.left)))
  }
  look()
  const stop = engine.subscribe(look)
  return () => {
    stop()
    clearTimeout(timer)
  }
}
