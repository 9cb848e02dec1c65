import { type FeedbackOwn, readOwnOf } from '@lederkreds/domain/feedback/document'
import { plainId } from '../account/keyring.ts'
import { useDocuments } from '../account/use-documents.ts'
import { useHeldKey } from '../account/use-held-key.ts'
import type { Vault } from '../account/vault.ts'
import type { OpenDocument } from '../account/vault-documents.ts'
import type { Room } from '../account/vault-room.ts'

type Kept = 'reflection' | 'step'
type Own<Type extends Kept> = Extract<FeedbackOwn, { type: Type }>

/** What she has kept of a cycle for herself, newest first; undefined until it has been looked up. `cycleId` as the API gives it. */
export function useOwn<const Type extends Kept>(room: Room, vault: Vault, type: Type, cycleId: string) {
  const documents = useDocuments(room, vault, 'feedbackOwn')
  const own = documents?.flatMap((each): OpenDocument<Own<Type>>[] => {
    const document = readOwnOf(each.document, type, plainId(cycleId))
    return document ? [{ ...each, document: document as Own<Type> }] : []
  })[0]
  const { formKey, hold } = useHeldKey(own?.id)
  return documents && { own: own ?? null, formKey, hold }
}
