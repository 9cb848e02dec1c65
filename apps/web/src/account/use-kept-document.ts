import { useCallback, useRef, useState } from 'react'
import { useAutosave } from './use-autosave.ts'
import { today, type Vault } from './vault.ts'
import type { Room } from './vault-room.ts'
import type { SealedKind } from './vault-store.ts'

/** One document of her own that is kept as it is written: new where `startId` is null, until the first pause. */
export function useKeptDocument<Document>(room: Room, vault: Vault, kind: SealedKind, startId: string | null) {
  const id = useRef(startId)
  const [isKept, setKept] = useState(startId !== null)
  const { state, note, flush, drop } = useAutosave<Document>(vault, async (document) => {
    const kept = await room.documents.save(kind, id.current, document, today())
    id.current = kept.id
    setKept(true)
  })
  /** Here and on her other devices; what is written next is a new document. */
  const remove = useCallback(async () => {
    await drop()
    if (id.current) await room.documents.remove(id.current, today())
    id.current = null
    setKept(false)
  }, [room, drop])
  return { state, isKept, note, flush, remove }
}
