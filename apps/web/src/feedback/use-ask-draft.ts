import { type AskDraft, askedAgain, emptyAskDraft, readAskDraft } from '@lederkreds/domain/feedback/ask-draft'
import { useEffect, useRef, useState } from 'react'
import { plainId } from '../account/keyring.ts'
import { useAutosave } from '../account/use-autosave.ts'
import type { Vault } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'
import type { AskPlace } from './ask-place.ts'
import { usualDay } from './deadline.ts'
import { openAsk } from './use-ask.ts'

/** The ask that is being written in a network, kept sealed on this device; undefined until it has been looked up. */
export function useAskDraft(room: Room, vault: Vault, place: AskPlace) {
  const name = `feedbackDraft ${place.networkId} ${place.previous?.id ?? place.step?.id ?? ''}`
  const [draft, setDraft] = useState<AskDraft>()
  const { state, note, drop } = useAutosave<AskDraft>(vault, (written) => room.documents.keepDraft(name, written))
  const now = useRef(place)
  now.current = place
  useEffect(() => {
    let isOver = false
    void firstDraft(room, name, now.current).then((found) => isOver || setDraft(found))
    return () => {
      isOver = true
    }
  }, [room, name])
  const change = (part: Partial<AskDraft>) => {
    if (!draft) return
    const changed = { ...draft, ...part }
    setDraft(changed)
    note(changed)
  }
  const forget = async () => {
    await drop()
    await room.documents.dropDraft(name)
  }
  return { draft, state, change, forget }
}

async function firstDraft(room: Room, name: string, place: AskPlace): Promise<AskDraft> {
  const canBeAsked = place.members.filter(({ unready }) => unready === null).map(({ id }) => plainId(id))
  const kept = readAskDraft(await room.documents.draft(name).catch(() => null))
  const begun = kept ?? (await newDraft(room, place, canBeAsked))
  const { step } = place
  if (!step) return { ...begun, giverIds: begun.giverIds.filter((id) => canBeAsked.includes(id)) }
  return { ...begun, form: step.form, promise: step.promise, giverIds: canBeAsked }
}

async function newDraft(
  room: Room,
  { previous, viewerId }: AskPlace,
  canBeAsked: readonly string[],
): Promise<AskDraft> {
  const empty = emptyAskDraft(crypto.randomUUID(), usualDay(new Date()))
  if (!previous?.ask) return empty
  const before = await openAsk(room, previous.id, viewerId, previous.ask.id).catch(() => null)
  if (before?.state !== 'open') return empty
  return askedAgain(
    empty,
    before.ask,
    previous.invited.map(({ id }) => plainId(id)),
    canBeAsked,
  )
}
