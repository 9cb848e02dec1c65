import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import type { RoundEngine, RoundView } from './round-engine.ts'

/** Where the round stands, kept up to date. */
export const useRound = (engine: RoundEngine): RoundView => useSyncExternalStore(engine.subscribe, engine.view)

/** What is left of the phase, in milliseconds, looked at four times a second; null while the round waits. */
export function useLeft(engine: RoundEngine): number | null {
  useRound(engine)
  const [, look] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => look((times) => times + 1), 250)
    return () => clearInterval(timer)
  }, [])
  return engine.left()
}

/** Runs once when the time of a phase runs out while it is looked at; not for one that was over already. */
export function usePhaseEnd(engine: RoundEngine, run: () => void): void {
  const { phase, status } = useRound(engine).state
  const left = useLeft(engine)
  const isUp = left !== null && left <= 0
  const before = useRef({ phase, isUp })
  const onEnd = useEffectEvent(run)
  useEffect(() => {
    const wasRunning = before.current.phase === phase && !before.current.isUp
    before.current = { phase, isUp }
    if (wasRunning && isUp && status === 'running') onEnd()
  }, [phase, isUp, status])
}
