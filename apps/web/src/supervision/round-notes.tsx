import { daysLeft, ownNoteUntil, type RoundNote, roundNote } from '@lederkreds/domain/supervision/round-document'
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainId } from '../account/keyring.ts'
import { SavedMark } from '../account/saved-mark.tsx'
import { SealedField } from '../account/sealed-field.tsx'
import { ShareProblem } from '../account/share-problem.tsx'
import { useAutosave } from '../account/use-autosave.ts'
import { useDocuments } from '../account/use-documents.ts'
import { useHeldKey } from '../account/use-held-key.ts'
import { useKeptDocument } from '../account/use-kept-document.ts'
import { today, type Vault } from '../account/vault.ts'
import type { OpenDocument } from '../account/vault-documents.ts'
import type { Room } from '../account/vault-room.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { Section } from '../ui/page.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import { useDates } from '../ui/use-dates.ts'
import { LeftItem } from './left-item.tsx'
import classes from './sealed.module.css'
import type { RoundItems, RoundPlace } from './use-round-items.ts'
import { useShare } from './use-share.ts'

interface RoundNotesProps {
  room: Room
  vault: Vault
  place: RoundPlace
  shared: RoundItems
}

/** What stays of a round, as it was agreed before it began: nothing, the focus person's own notes, or the group's. */
export function RoundNotes(props: RoundNotesProps) {
  const { t } = useTranslation('supervision/sealed')
  const { stays, focusId, viewerId, names } = props.place
  if (stays === 'group') return <GroupNotes {...props} />
  const isHers = stays === 'focusPerson' && focusId === viewerId
  return (
    <Section title={t('note.title')}>
      {isHers ? (
        <OwnNote {...props} />
      ) : (
        <p className={classes.quiet}>
          {stays === 'focusPerson' && focusId
            ? t('note.focusOnly', { name: names.get(focusId) ?? t('left.somebody') })
            : t('note.nothing')}
        </p>
      )}
    </Section>
  )
}

function OwnNote({ room, vault, place }: RoundNotesProps) {
  const documents = useDocuments(room, vault, 'roundNote')
  const own = documents?.flatMap((each) => {
    const { data } = roundNote.safeParse(each.document)
    return data?.roundId === plainId(place.roundId) ? [{ ...each, document: data }] : []
  })[0]
  const { formKey, hold } = useHeldKey(own?.id)
  if (!documents) return <CardSkeleton lines={4} />
  return <OwnNoteForm key={formKey} room={room} vault={vault} place={place} start={own ?? null} onTouched={hold} />
}

interface OwnNoteFormProps extends Omit<RoundNotesProps, 'shared'> {
  start: OpenDocument<RoundNote> | null
  onTouched: () => void
}

function OwnNoteForm({ room, vault, place, start, onTouched }: OwnNoteFormProps) {
  const { t } = useTranslation('supervision/sealed')
  const confirm = useConfirm()
  const [text, setText] = useState(start?.document.text ?? '')
  const kept = useKeptDocument<RoundNote>(room, vault, 'roundNote', start?.id ?? null)
  const dates = useDates()
  const [expiresOn, setExpiresOn] = useState(start ? start.document.expiresOn : ownNoteUntil(today()))
  const note = (changed: string, until: string | null) => {
    onTouched()
    setText(changed)
    setExpiresOn(until)
    const { data } = roundNote.safeParse({ ...noteOf(place, changed), expiresOn: until })
    if (data) kept.note({ ...start?.document, ...data })
  }
  const remove = async () => {
    const question = { title: t('note.deleteTitle'), text: t('note.deleteText'), action: t('delete') }
    if (!(await confirm({ ...question, tone: 'harm' }))) return
    await kept.remove()
    setText('')
    setExpiresOn(ownNoteUntil(today()))
  }
  return (
    <div className={classes.fields}>
      <SealedField
        label={t('note.own')}
        help={t('note.ownHelp')}
        value={text}
        rows={4}
        onChange={(changed) => note(changed, expiresOn)}
      />
      <p className={classes.quiet}>
        {expiresOn
          ? t('left.days', { count: daysLeft(expiresOn, today()), day: dates.date(expiresOn) })
          : t('note.stays')}
      </p>
      <div className={classes.actions}>
        <SavedMark state={kept.state} />
        {kept.isKept && (
          <Button variant="light" onClick={() => note(text, expiresOn ? null : ownNoteUntil(today()))}>
            {t(expiresOn ? 'note.keep' : 'note.letGo')}
          </Button>
        )}
        {kept.isKept && (
          <Button variant="subtle" color="rose" onClick={() => void remove()}>
            {t('note.delete')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Each shares what she wants to leave; a draft waits sealed on the device until then. */
function GroupNotes({ room, vault, place, shared }: RoundNotesProps) {
  const { t } = useTranslation('supervision/sealed')
  const dates = useDates()
  const name = `note ${place.roundId}`
  const [text, setText] = useState<string>()
  const newest = useRef(text)
  newest.current = text
  const { share, problem, isSharing } = useShare(room, place)
  const { note, drop } = useAutosave<string>(vault, (value) => room.documents.keepDraft(name, value))
  useEffect(() => {
    void room.documents.draft(name).then((kept) => setText((now) => now ?? (typeof kept === 'string' ? kept : '')))
  }, [room, name])
  const notes = shared.items?.filter(({ kind }) => kind === 'roundNote') ?? []
  const until = place.staysUntil ?? today()
  const isOver = until < today()
  const { data } = roundNote.safeParse(noteOf(place, text ?? ''))
  const change = (changed: string) => {
    setText(changed)
    note(changed)
  }
  const shareIt = async () => {
    if (!data || !(await share(data, until))) return
    // What she wrote on meanwhile stays, and is not shared.
    if (newest.current === text) {
      setText('')
      await drop()
      await room.documents.dropDraft(name)
    }
    await shared.look()
  }
  return (
    <Section title={t('note.title')}>
      <p className={classes.quiet}>{t(isOver ? 'note.over' : 'note.group', { day: dates.date(until) })}</p>
      {notes.length > 0 && (
        <ul className={classes.list}>
          {notes.map((item) => (
            <LeftItem key={item.id} item={item} place={place} onChanged={shared.look} />
          ))}
        </ul>
      )}
      {text !== undefined && !isOver && (
        <div className={classes.fields}>
          <SealedField
            label={t('note.forGroup')}
            help={t('note.forGroupHelp')}
            value={text}
            rows={3}
            readers={{ reader: 'present', count: place.readerIds.length }}
            onChange={change}
          />
          <ShareProblem problem={problem} place={place} />
          <div className={classes.actions}>
            <Button loading={isSharing} disabled={!data} onClick={() => void shareIt()}>
              {t('note.share')}
            </Button>
          </div>
        </div>
      )}
    </Section>
  )
}

const noteOf = ({ roundId }: RoundPlace, text: string) => ({
  type: 'roundNote' as const,
  format: 1 as const,
  roundId: plainId(roundId),
  text,
  day: today(),
})
