import { deleteShared } from '../account/joint-items.ts'
import { today } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'
import type { RoundItem } from './use-round-items.ts'

/**
 * Makes a shared step its owner's alone again: it is kept for her first, in place of `ownId` or as a new document, then
 * deleted for everybody. Answers whether the server was reached; until it is, the others can read it.
 */
export async function takeBackStep(
  room: Room,
  { id, document }: RoundItem,
  ownId: string | null = null,
): Promise<boolean> {
  const kept = document && (await room.documents.save('nextStep', ownId, { ...document, mayAsk: false }, today()))
  try {
    await deleteShared(id)
    return true
  } catch {
    if (kept && ownId === null) await room.documents.remove(kept.id, today())
    return false
  }
}
