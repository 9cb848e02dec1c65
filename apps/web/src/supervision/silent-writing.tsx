import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SavedMark } from '../account/saved-mark.tsx'
import { SealedField } from '../account/sealed-field.tsx'
import { useAutosave } from '../account/use-autosave.ts'
import type { Vault } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'
import { CardSkeleton } from '../ui/skeletons.tsx'
import { Unremembered } from '../ui/unremembered.tsx'
import { ShownWriting, type Silence } from './shown-writing.tsx'

interface SilentWritingProps extends Silence {
  room: Room
  vault: Vault
  viewerId: string
}

/** Everybody writes for herself; the draft stays sealed on this device until all are shown together. */
export function SilentWriting({ room, vault, viewerId, ...silence }: SilentWritingProps) {
  const { t } = useTranslation('supervision/sealed')
  const { roundId, phase, isRevealed, writes, readers } = silence
  const name = `writing ${roundId} ${phase}`
  const [text, setText] = useState<string>()
  const { state, note, flush, drop } = useAutosave<string>(vault, (value) => room.documents.keepDraft(name, value))
  useEffect(() => {
    void room.documents.draft(name).then((kept) => setText((now) => now ?? (typeof kept === 'string' ? kept : '')))
  }, [room, name])
  const onShared = useCallback(async () => {
    await drop()
    await room.documents.dropDraft(name)
  }, [drop, room, name])
  if (text === undefined) return <CardSkeleton lines={4} />
  if (isRevealed)
    return (
      <ShownWriting
        {...silence}
        room={room}
        viewerId={viewerId}
        text={writes ? text : ''}
        beforeShare={flush}
        onShared={onShared}
      />
    )
  return (
    <Unremembered>
      <SealedField
        label={t('writing.label')}
        help={t('writing.help', { count: readers })}
        value={text}
        rows={6}
        onChange={(changed) => {
          setText(changed)
          note(changed)
        }}
      />
      <SavedMark state={state} />
    </Unremembered>
  )
}
