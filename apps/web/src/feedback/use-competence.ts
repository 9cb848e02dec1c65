import { type Competence, readCompetence } from '@lederkreds/domain/feedback/competence'
import { useDocuments } from '../account/use-documents.ts'
import { today, type Vault } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'

/** One's own self-ratings in a network, newest first; undefined until the first answer of the vault. */
export function useCompetence(room: Room, vault: Vault, networkId: string) {
  const found = useDocuments(room, vault, 'competence')?.flatMap(({ id, document }) => {
    const read = readCompetence(document, networkId)
    return read ? [{ id, document: read }] : []
  })
  return {
    found,
    /** A new one where `id` is null. */
    save: (id: string | null, document: Competence) => room.documents.save('competence', id, document, today()),
    remove: (id: string) => room.documents.remove(id, today()),
  }
}
