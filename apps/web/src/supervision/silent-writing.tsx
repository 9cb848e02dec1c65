import { type RoundWriting, roundWriting } from '@lederkreds/domain/supervision/round-document'
import { Button } from '@mantine/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainId } from '../account/keyring.ts'
import { SavedMark } from '../account/saved-mark.tsx'
import { SealedField } from '../account/sealed-field.tsx'
import { ShareProblem } from '../account/share-problem.tsx'
import { useAutosave } from '../account/use-autosave.ts'
import { today, type Vault } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'
import { CardSkeleton } from '../ui/skeletons.tsx'
import { Unremembered } from '../ui/unremembered.tsx'
import { LeftItem } from './left-item.tsx'
import classes from './sealed.module.css'
import { type RoundPlace, useRoundItems } from './use-round-items.ts'
import { useShare } from './use-share.ts'

interface SilentWritingProps {
  room: Room
  vault: Vault
  place: RoundPlace
  /** The phase in which all write. */
  phase: string
  /** Whether the lead has revealed it: then what stands here is sealed to the others and shown with theirs. */
  isRevealed: boolean
}

/** While others' texts are on their way, they are looked for so often, in milliseconds. */
const lookEvery = 2000

/** Everybody writes for herself; the draft stays sealed on this device until all are revealed together. */
export function SilentWriting({ room, vault, place, phase, isRevealed }: SilentWritingProps) {
  const { t } = useTranslation('supervision/sealed')
  const name = `writing ${place.roundId} ${phase}`
  const [text, setText] = useState<string>()
  const { share, problem, isSharing } = useShare(room, place)
  const { state, note, flush, drop } = useAutosave<string>(vault, (value) => room.documents.keepDraft(name, value))
  const { items, look } = useRoundItems(room, place.roundId)
  const isTried = useRef(false)
  useEffect(() => {
    void room.documents.draft(name).then((kept) => setText((now) => now ?? (typeof kept === 'string' ? kept : '')))
  }, [room, name])

  const written = items?.filter(({ document }) => document?.type === 'roundWriting' && document.phase === phase) ?? []
  const isIn = written.some(({ ownerId }) => ownerId === place.viewerId)
  const { data } = roundWriting.safeParse(writingOf(place, phase, text ?? ''))
  const reveal = useCallback(
    async (document: RoundWriting) => {
      await flush()
      const until = (place.stays === 'group' ? place.staysUntil : null) ?? today()
      if (!(await share(document, until))) return
      await drop()
      await room.documents.dropDraft(name)
      await look()
    },
    [flush, share, drop, look, room, name, place],
  )
  // Once, when it is revealed; what fails is tried again by hand. Only what is not there yet is sent.
  useEffect(() => {
    if (!isRevealed || !items || !data || isIn || isTried.current) return
    isTried.current = true
    void reveal(data)
  }, [isRevealed, items, data, isIn, reveal])
  const isWaiting = isRevealed && written.length < place.readerIds.length
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => void look(), lookEvery)
    return () => clearInterval(timer)
  }, [isWaiting, look])

  if (text === undefined) return <CardSkeleton lines={4} />
  if (!isRevealed)
    return (
      <Unremembered>
        <SealedField
          label={t('writing.label')}
          help={t('writing.help', { count: place.readerIds.length })}
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
  return (
    <section className={classes.fields} aria-label={t('writing.together')}>
      <ShareProblem problem={problem} place={place} />
      {problem && data && (
        <div>
          <Button loading={isSharing} onClick={() => void reveal(data)}>
            {t('writing.again')}
          </Button>
        </div>
      )}
      <p className={classes.quiet} role="status">
        {t('writing.of', { count: written.length, of: place.readerIds.length })}
      </p>
      <ul className={classes.list}>
        {written.map((item) => (
          <LeftItem key={item.id} item={item} place={place} onChanged={look} />
        ))}
      </ul>
    </section>
  )
}

const writingOf = ({ roundId }: RoundPlace, phase: string, text: string) => ({
  type: 'roundWriting' as const,
  format: 1 as const,
  roundId: plainId(roundId),
  phase,
  text,
  day: today(),
})
