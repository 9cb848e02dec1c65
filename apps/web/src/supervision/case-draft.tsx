import { caseNote } from '@lederkreds/domain/journal/case-note'
import {
  caseDraft,
  caseTexts,
  type CaseDraft as Draft,
  emptyCaseDraft,
  isBlankDraft,
  readCaseDraft,
  takeIn,
} from '@lederkreds/domain/supervision/case-draft'
import type { Problem } from '@lederkreds/domain/text'
import { Button, Paper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainId } from '../account/keyring.ts'
import { SavedMark } from '../account/saved-mark.tsx'
import { SealedField } from '../account/sealed-field.tsx'
import { useDocuments } from '../account/use-documents.ts'
import { useHeldKey } from '../account/use-held-key.ts'
import { useKeptDocument } from '../account/use-kept-document.ts'
import { today, type Vault } from '../account/vault.ts'
import type { OpenDocument } from '../account/vault-documents.ts'
import type { Room } from '../account/vault-room.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { Section } from '../ui/page.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import { Unremembered } from '../ui/unremembered.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './sealed.module.css'

interface CaseDraftProps {
  room: Room
  vault: Vault
  /** The network that the case is for, as the API gives it. */
  networkId: string
}

/** A case prepared in private, with what was carried over from the journal. */
export function CaseDraft({ room, vault, networkId }: CaseDraftProps) {
  const { t } = useTranslation('supervision/sealed')
  const documents = useDocuments(room, vault, 'caseDraft')
  const [chosen, setChosen] = useState<string | null>()
  const drafts = (documents ?? []).flatMap((each) => {
    const draft = readCaseDraft(each.document)
    return draft?.networkId === plainId(networkId) ? [{ ...each, document: draft }] : []
  })
  const shown = chosen === undefined ? drafts[0] : drafts.find(({ id }) => id === chosen)
  const { formKey, hold } = useHeldKey(shown?.id)
  if (!documents) return <CardSkeleton lines={8} />
  const others = drafts.filter(({ id }) => id !== shown?.id)
  return (
    <>
      <CaseForm
        key={chosen ?? formKey}
        room={room}
        vault={vault}
        start={shown ?? null}
        networkId={plainId(networkId)}
        onTouched={hold}
        onDeleted={() => setChosen(null)}
      />
      {others.length > 0 && (
        <Section title={t('case.others')}>
          <p className={classes.quiet}>{t('case.othersText')}</p>
          <div className={classes.actions}>
            {others.map(({ id, document }) => (
              <Button key={id} variant="default" onClick={() => setChosen(id)}>
                {document.title ?? t('case.untitled')}
              </Button>
            ))}
          </div>
        </Section>
      )}
    </>
  )
}

interface CaseFormProps extends CaseDraftProps {
  start: OpenDocument<Draft> | null
  onTouched: () => void
  onDeleted: () => void
}

function CaseForm({ room, vault, networkId, start, onTouched, onDeleted }: CaseFormProps) {
  const { t } = useTranslation(['supervision/sealed', 'app'])
  const confirm = useConfirm()
  const [draft, setDraft] = useState<Draft>(start?.document ?? emptyCaseDraft(networkId, today()))
  const kept = useKeptDocument<Draft>(room, vault, 'caseDraft', start?.id ?? null)
  const checked = caseDraft.safeParse(draft)
  const problemAt = (key: string) => {
    const issue = checked.error?.issues.find(({ path }) => path[0] === key)
    return issue && t(`app:problem.${issue.message as Problem}`)
  }
  const change = (changed: Draft) => {
    onTouched()
    setDraft(changed)
    const { data } = caseDraft.safeParse(changed)
    if (data && (kept.isKept || !isBlankDraft(data))) kept.note(data)
  }
  const remove = async () => {
    const question = { title: t('case.deleteTitle'), text: t('case.deleteText'), action: t('delete') }
    if (!(await confirm({ ...question, tone: 'harm' }))) return
    await kept.remove()
    setDraft(emptyCaseDraft(networkId, today()))
    onDeleted()
  }
  const rows = { title: 1, want: 3, tried: 3, mayLeave: 2, carried: 4 }
  return (
    <Unremembered>
      <div className={classes.fields}>
        {caseTexts
          .filter((key) => key !== 'carried' || draft.carried)
          .map((key) => (
            <SealedField
              key={key}
              label={t(`case.${key}`)}
              help={t(`case.${key}Help`)}
              value={draft[key]}
              rows={rows[key]}
              error={problemAt(key)}
              onChange={(text) => change({ ...draft, [key]: text })}
            />
          ))}
        <div className={classes.actions}>
          <SavedMark state={checked.success ? kept.state : 'failed'} />
          {(kept.isKept || !isBlankDraft(draft)) && (
            <Button variant="subtle" color="rose" onClick={() => void remove()}>
              {t('case.delete')}
            </Button>
          )}
        </div>
        <Carried room={room} vault={vault} onTake={(passage) => change(takeIn(draft, passage))} taken={draft.carried} />
      </div>
    </Unremembered>
  )
}

interface CarriedProps extends Pick<CaseDraftProps, 'room' | 'vault'> {
  taken: string | null
  onTake: (passage: string) => void
}

/** Passages that were carried out of the journal; the journal itself stays shut. */
function Carried({ room, vault, taken, onTake }: CarriedProps) {
  const { t } = useTranslation('supervision/sealed')
  const dates = useDates()
  const notes = useDocuments(room, vault, 'caseNote')?.flatMap(({ id, document }) => {
    const { data } = caseNote.safeParse(document)
    return data ? [{ id, ...data }] : []
  })
  if (!notes || notes.length === 0) return null
  return (
    <Section title={t('case.notes')}>
      <ul className={classes.list}>
        {notes.map(({ id, text, day }) => (
          <Paper key={id} component="li" className={classes.card ?? ''}>
            <p className={classes.quiet}>{dates.near(day)}</p>
            <p className={classes.prose}>{text}</p>
            <div>
              <Button
                variant="light"
                disabled={taken?.includes(text) ?? false}
                aria-label={t('case.takeOf', { day: dates.near(day) })}
                onClick={() => onTake(text)}
              >
                {t('case.take')}
              </Button>
            </div>
          </Paper>
        ))}
      </ul>
    </Section>
  )
}
