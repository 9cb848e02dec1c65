import { stamp } from '@lederkreds/domain/journal/written-at'
import { proxy } from 'comlink'
import { createContext, use, useEffect, useEffectEvent, useState } from 'react'
import { useVaultStatus, type Vault } from '../account/vault.ts'
import type { JournalDesk } from './journal-desk.ts'

/** The worker's side as the page asks it: the same calls, answered later. */
export type Journal = {
  readonly [Name in keyof JournalDesk]: (
    ...args: Parameters<JournalDesk[Name]>
  ) => Promise<Awaited<ReturnType<JournalDesk[Name]>>>
}

/** The vault that is open, and the journal in its worker. */
export interface JournalRoom {
  readonly vault: Vault
  readonly journal: Journal
}

export const JournalContext = createContext<JournalRoom | null>(null)

/** Stands below the vault's gate, so that it is open. */
export function useJournalRoom(): JournalRoom {
  const room = use(JournalContext)
  if (!room) throw new Error('Below <JournalPage> only: the vault must be open.')
  return room
}

/**
 * What the worker answers, asked again whenever the journal changes or something of it was sent; undefined until the first
 * answer. `about` names what is asked for, and another name asks anew.
 */
export function useJournal<Shown>(ask: (journal: Journal) => Promise<Shown>, about = ''): Shown | undefined {
  const { journal, vault } = useJournalRoom()
  const { waiting } = useVaultStatus(vault)
  const [answer, setAnswer] = useState<{ about: string; shown: Shown }>()
  const [fault, setFault] = useState<{ error: unknown }>()
  const askNow = useEffectEvent(ask)

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was sent changes no document, but what is said of it
  useEffect(() => {
    let isOver = false
    let latest = 0
    const look = async () => {
      const mine = ++latest
      try {
        const shown = await askNow(journal)
        if (!isOver && mine === latest) setAnswer({ about, shown })
      } catch (error) {
        if (!isOver) setFault({ error })
      }
    }
    const stopping = journal.onChange(proxy(look))
    void look()
    return () => {
      isOver = true
      void stopping.then((stop) => stop())
    }
  }, [journal, about, waiting])

  if (fault) throw fault.error
  return answer?.about === about ? answer.shown : undefined
}

/** The writer's own time, for a document that is begun now. */
export const stampNow = (now = new Date()): string => stamp(now, -now.getTimezoneOffset())
