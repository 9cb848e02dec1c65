import { deleteShared } from '../account/joint-items.ts'
import { today } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'
import { isUnreachable } from '../apollo-links.ts'
import type { RoundItem } from './use-round-items.ts'

/**
 * Makes a shared step its owner's alone again: it is kept for her first, in place of `ownId` or as a new document, then
 * deleted for everybody. Answers whether that was done; until it is, the others can read it. Where no answer came it may
 * have been deleted, so hers stays.
 */
export async function takeBackStep(
  room: Room,
  { id, document }: RoundItem,
  ownId: string | null = null,
): Promise<boolean> {
  try {
    const kept = document && (await room.documents.save('nextStep', ownId, { ...document, mayAsk: false }, today()))
    const fault = await deleteShared(id).catch((found: unknown) => found)
    if (fault === undefined) return true
    if (kept && ownId === null && !isUnreachable(fault)) await room.documents.remove(kept.id, today())
    return false
  } catch {
    return false
  }
}
