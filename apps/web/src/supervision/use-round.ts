import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { watchPhaseEnd } from './phase-end.ts'
import type { RoundEngine, RoundView } from './round-engine.ts'

/** Where the round stands, kept up to date. */
export const useRound = (engine: RoundEngine): RoundView => useSyncExternalStore(engine.subscribe, engine.view)

/**
 * What is left of the phase, in milliseconds; null while the round waits. Whoever asks is drawn four times a second: for a
 * part that shows it, never for a whole room.
 */
export function useLeft(engine: RoundEngine): number | null {
  useRound(engine)
  const [, look] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => look((times) => times + 1), 250)
    return () => clearInterval(timer)
  }, [])
  return engine.left()
}

/** Runs once when the time of a phase runs out; the room is not drawn anew for it. */
export function usePhaseEnd(engine: RoundEngine, run: () => void): void {
  const onEnd = useEffectEvent(run)
  useEffect(() => watchPhaseEnd(engine, () => onEnd()), [engine])
}
