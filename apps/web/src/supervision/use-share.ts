import type { RoundDocument } from '@lederkreds/domain/supervision/round-document'
import { useState } from 'react'
import { shareItem } from '../account/joint-items.ts'
import type { ShareFault } from '../account/share-problem.tsx'
import type { Room } from '../account/vault-room.ts'
import type { RoundPlace } from './use-round-items.ts'

/** Shares something in a round with everybody who was in it. Answers whether it is shared; why not is in `problem`. */
export function useShare(room: Room, place: RoundPlace) {
  const [problem, setProblem] = useState<ShareFault>()
  const [isSharing, setSharing] = useState(false)
  const share = async (document: RoundDocument, expiresOn: string): Promise<boolean> => {
    setSharing(true)
    setProblem(undefined)
    const { networkId, roundId, readerIds, viewerId } = place
    const others = readerIds.filter((id) => id !== viewerId)
    const about = { kind: document.type, networkId, roundId, expiresOn, document, readerIds: others }
    const outcome = await shareItem(room, about).catch((): ShareFault => ({ state: 'failed' }))
    setSharing(false)
    if (outcome.state === 'shared') return true
    setProblem(outcome)
    return false
  }
  return { share, problem, isSharing }
}
