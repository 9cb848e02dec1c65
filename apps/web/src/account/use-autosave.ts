import { useCallback, useEffect, useRef, useState } from 'react'
import type { Vault } from './vault.ts'

/** A pause in writing of so many milliseconds, and it is kept. */
const pause = 500

export type SaveState = 'nothing' | 'waiting' | 'kept' | 'failed'

/**
 * Keeps what is written after each pause, and before the vault locks or the part goes away: one after the other, the last
 * one last.
 */
export function useAutosave<Value>(vault: Vault, save: (value: Value) => Promise<unknown>) {
  const [state, setState] = useState<SaveState>('nothing')
  const latest = useRef<{ value: Value } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  const saveNow = useRef(save)
  saveNow.current = save

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current)
    const next = turn.current.then(async () => {
      const waiting = latest.current
      if (!waiting) return
      latest.current = null
      try {
        await saveNow.current(waiting.value)
        if (!latest.current) setState('kept')
      } catch (fault) {
        latest.current ??= waiting
        setState('failed')
        throw fault
      }
    })
    turn.current = next.catch(() => {})
    return next
  }, [])
  const note = useCallback(
    (value: Value) => {
      latest.current = { value }
      setState('waiting')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush().catch(() => {}), pause)
    },
    [flush],
  )
  /** What is not kept yet is let go. */
  const drop = useCallback(async () => {
    clearTimeout(timer.current)
    latest.current = null
    await turn.current
    setState('nothing')
  }, [])

  useEffect(() => {
    vault.beforeLock.add(flush)
    return () => {
      vault.beforeLock.delete(flush)
      void flush().catch(() => {})
    }
  }, [vault, flush])
  return { state, note, flush, drop }
}
