import { Button, Paper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../account/vault.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { ProseField } from '../ui/prose-field.tsx'
import { Seal } from '../ui/seal.tsx'
import { Unremembered } from '../ui/unremembered.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './journal.module.css'
import type { CaseNoteRow } from './journal-row.ts'
import { useJournalRoom } from './use-journal.ts'

/** Passages that were carried out of the journal, for a case. */
export function CaseNotes({ notes, unsent }: { notes: readonly CaseNoteRow[]; unsent: readonly string[] }) {
  return (
    <ul className={classes.notes}>
      {notes.map((row) => (
        <Note key={row.id} row={row} isUnsent={unsent.includes(row.id)} />
      ))}
    </ul>
  )
}

function Note({ row: { id, note }, isUnsent }: { row: CaseNoteRow; isUnsent: boolean }) {
  const { t } = useTranslation('journal')
  const { journal } = useJournalRoom()
  const confirm = useConfirm()
  const dates = useDates()
  const [text, setText] = useState<string>()
  const save = async () => {
    const kept = await journal.save(id, note, { ...note, text }, today())
    if (!kept.isKept) return
    setText(undefined)
    notify({ text: t('saved') })
  }
  const remove = async () => {
    const question = { title: t('note.deleteTitle'), text: t('note.deleteText'), action: t('delete.action') }
    if (await confirm({ ...question, tone: 'harm' })) await journal.remove(id, today())
  }
  return (
    <Paper component="li" className={classes.card ?? ''}>
      <p className={classes.hint}>
        {dates.near(note.day)}
        {isUnsent && <span className={classes.rowMark}> {t('news.unsent')}</span>}
      </p>
      {text === undefined ? (
        <>
          <p className={classes.prose}>{note.text}</p>
          <Seal reader="self" />
          <div className={classes.actions}>
            <Button variant="light" onClick={() => setText(note.text)}>
              {t('change')}
            </Button>
            <Button variant="subtle" color="rose" onClick={() => void remove()}>
              {t('delete.action')}
            </Button>
          </div>
        </>
      ) : (
        <Unremembered>
          <ProseField label={t('carryIn.passage')} value={text} rows={3} onChange={setText} />
          <div className={classes.actions}>
            <Button disabled={text.trim() === ''} onClick={() => void save()}>
              {t('save')}
            </Button>
            <Button variant="subtle" color="gray" onClick={() => setText(undefined)}>
              {t('cancel')}
            </Button>
          </div>
        </Unremembered>
      )}
    </Paper>
  )
}
