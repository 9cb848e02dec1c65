import { useEffect, useState } from 'react'
import type { Vault } from './vault.ts'
import type { OpenDocument } from './vault-documents.ts'
import type { Room } from './vault-room.ts'
import type { SealedKind } from './vault-store.ts'

/** All of one's own documents of a kind, newest first, asked again whenever one changes; undefined until the first answer. */
export function useDocuments(room: Room, vault: Vault, kind: SealedKind): readonly OpenDocument[] | undefined {
  const [found, setFound] = useState<readonly OpenDocument[]>()
  useEffect(() => {
    let isOver = false
    const look = async () => {
      const all = await room.documents.all(kind)
      if (!isOver) setFound([...all].reverse())
    }
    void look()
    const stop = vault.onDocuments(() => void look())
    return () => {
      isOver = true
      stop()
    }
  }, [room, vault, kind])
  return found
}
