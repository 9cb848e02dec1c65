import { type FeedbackForm, feedbackForm } from '@lederkreds/domain/feedback/form'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { useAutosave } from '../account/use-autosave.ts'
import type { Vault } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'

/** What is being written, with the id that it will carry, so that whoever hands it in twice is heard once. */
const answerDraft = z.object({ form: feedbackForm, answerId: z.uuid(), fields: z.record(z.string(), z.string()) })
export type AnswerDraft = z.output<typeof answerDraft>

export const isBlank = ({ fields }: AnswerDraft): boolean => Object.values(fields).every((text) => text.trim() === '')

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
      const { data = null } = answerDraft.safeParse(kept)
      setDraft((now) => now ?? data)
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
