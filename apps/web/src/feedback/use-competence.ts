import { type Competence, readCompetence } from '@lederkreds/domain/feedback/competence'
import { useEffect, useState } from 'react'
import { today, type Vault } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'

export interface OwnRating {
  readonly id: string
  readonly document: Competence
}

/** One's own self-ratings in a network, newest first; undefined until the first answer of the vault. */
export function useCompetence(room: Room, vault: Vault, networkId: string) {
  const [found, setFound] = useState<readonly OwnRating[]>()
  useEffect(() => {
    let isOver = false
    const look = async () => {
      const all = await room.documents.all('competence')
      if (isOver) return
      const ratings = all.flatMap(({ id, document }) => {
        const read = readCompetence(document, networkId)
        return read ? [{ id, document: read }] : []
      })
      setFound(ratings.reverse())
    }
    void look()
    const stop = vault.onDocuments(() => void look())
    return () => {
      isOver = true
      stop()
    }
  }, [room, vault, networkId])
  return {
    found,
    /** A new one where `id` is null. */
    save: (id: string | null, document: Competence) => room.documents.save('competence', id, document, today()),
    remove: (id: string) => room.documents.remove(id, today()),
  }
}
