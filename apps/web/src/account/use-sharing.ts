import { useState } from 'react'
import { type Shareable, shareItem } from './joint-items.ts'
import type { ShareFault } from './share-problem.tsx'
import type { Room } from './vault-room.ts'

/**
 * Shares what is written in one place. The same document goes out under the same id however often it is tried, so that it
 * is there once, also where an answer was lost on its way.
 */
export function sharingOnce() {
  let tried: { readonly document: string; readonly id: string } | undefined
  return async (room: Room, about: Shareable): Promise<ShareFault | undefined> => {
    const document = JSON.stringify(about.document)
    if (tried?.document !== document) tried = { document, id: crypto.randomUUID() }
    try {
      const outcome = await shareItem(room, tried.id, about)
      return outcome.state === 'shared' ? undefined : outcome
    } catch {
      return { state: 'failed' }
    }
  }
}

/** Shares from a form. Answers whether it is shared; why not is in `problem`. */
export function useSharing(room: Room) {
  const [shareOnce] = useState(sharingOnce)
  const [problem, setProblem] = useState<ShareFault>()
  const [isSharing, setSharing] = useState(false)
  const share = async (about: Shareable): Promise<boolean> => {
    setSharing(true)
    setProblem(undefined)
    const fault = await shareOnce(room, about)
    setProblem(fault)
    setSharing(false)
    return fault === undefined
  }
  return { share, problem, isSharing }
}
