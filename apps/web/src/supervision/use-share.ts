import type { RoundDocument } from '@lederkreds/domain/supervision/round-document'
import { useSharing } from '../account/use-sharing.ts'
import type { Room } from '../account/vault-room.ts'
import type { RoundPlace } from './use-round-items.ts'

/** Shares something in a round with everybody who was in it. Answers whether it is shared; why not is in `problem`. */
export function useShare(room: Room, { networkId, roundId, readerIds, viewerId }: RoundPlace) {
  const { share, problem, isSharing } = useSharing(room)
  const others = readerIds.filter((id) => id !== viewerId)
  const shareInRound = (document: RoundDocument, expiresOn: string) =>
    share({ kind: document.type, networkId, roundId, expiresOn, document, readerIds: others })
  return { share: shareInRound, problem, isSharing }
}
