import { type AnswerDraft, readAnswerDraft } from '@lederkreds/domain/feedback/answer-draft'
import type { FeedbackForm } from '@lederkreds/domain/feedback/form'
import { useEffect, useState } from 'react'
import { useAutosave } from '../account/use-autosave.ts'
import type { Vault } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'

/**
 * An answer while it is written: sealed on this device alone, never sent, and there again after a crash. `draft` is
 * undefined until it was looked for, and null where none is here.
 */
export function useAnswerDraft(room: Room, vault: Vault, cycleId: string) {
  const name = `feedback answer ${cycleId}`
  const [draft, setDraft] = useState<AnswerDraft | null>()
  const { state, note, drop } = useAutosave<AnswerDraft>(vault, (value) => room.documents.keepDraft(name, value))
  useEffect(() => {
    void room.documents.draft(name).then((kept) => {
      setDraft((now) => now ?? readAnswerDraft(kept))
    })
  }, [room, name])
  const change = (form: FeedbackForm, key: string, text: string) => {
    const before = draft ?? { form, answerId: crypto.randomUUID(), fields: {} }
    const changed = { ...before, form, fields: { ...before.fields, [key]: text } }
    setDraft(changed)
    note(changed)
  }
  const remove = async () => {
    await drop()
    await room.documents.dropDraft(name)
    setDraft(null)
  }
  return { draft, state, change, remove }
}
