import { useEffect, useState } from 'react'
import { type Keeper, makeKeeper } from './keeper.ts'
import { useJournalRoom } from './use-journal.ts'

const pause = 400

export type KeptState = 'nothing' | 'kept' | 'failed'

/**
 * Keeps a draft sealed on this device at every pause of whoever writes, and at once when the page is hidden, left or locked.
 * `keep` is the one of the first render: a page about something else is another component (`key`).
 */
export function useKept<Draft>(keep: (draft: Draft) => Promise<unknown>): Keeper<Draft> & { state: KeptState } {
  const { vault } = useJournalRoom()
  const [state, setState] = useState<KeptState>('nothing')
  const [keeper] = useState(() =>
    makeKeeper<Draft>(async (draft) => {
      try {
        await keep(draft)
        setState('kept')
      } catch (fault) {
        setState('failed')
        throw fault
      }
    }, pause),
  )

  useEffect(() => {
    const now = () => keeper.now()
    const quietly = () => void now().catch(() => {})
    vault.beforeLock.add(now)
    document.addEventListener('visibilitychange', quietly)
    addEventListener('pagehide', quietly)
    return () => {
      quietly()
      vault.beforeLock.delete(now)
      document.removeEventListener('visibilitychange', quietly)
      removeEventListener('pagehide', quietly)
    }
  }, [vault, keeper])

  return { ...keeper, state }
}
