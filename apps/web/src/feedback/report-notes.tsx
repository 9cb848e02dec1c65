import {
  type FeedbackReport,
  feedbackReport,
  readFeedbackOwn,
  reportQuestions,
} from '@lederkreds/domain/feedback/document'
import { Alert, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
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
import classes from './report.module.css'
import { ReportRound } from './report-round.tsx'
import { type CaseNetwork, ReportToCase } from './report-to-case.tsx'

interface ReportNotesProps {
  room: Room
  vault: Vault
  networks: readonly (CaseNetwork & { readonly viewerCanBeginRound: boolean })[]
}

/** Guided notes about a report; the newest first, older ones behind a button each. */
export function ReportNotes({ room, vault, networks }: ReportNotesProps) {
  const { t } = useTranslation('feedback/report')
  const dates = useDates()
  const [chosen, setChosen] = useState<string | null>()
  const [written, setWritten] = useState<FeedbackReport['answers']>()
  const documents = useDocuments(room, vault, 'feedbackOwn')
  const reports = (documents ?? []).flatMap((each) => {
    const own = readFeedbackOwn(each.document)
    return own?.type === 'report' ? [{ ...each, document: own }] : []
  })
  const shown = chosen === undefined ? reports[0] : reports.find(({ id }) => id === chosen)
  const { formKey, hold } = useHeldKey(shown?.id)
  const others = reports.filter(({ id }) => id !== shown?.id)
  const choose = (id: string | null) => {
    setChosen(id)
    setWritten(undefined)
  }
  if (!documents) return <CardSkeleton lines={8} />
  const answers = written ?? shown?.document.answers ?? {}
  return (
    <Unremembered>
      <div className={classes.fields}>
        <Alert color="gray" title={t('noFile')}>
          {t('noFileText')}
        </Alert>
        <ReportForm
          key={chosen ?? formKey}
          room={room}
          vault={vault}
          start={shown ?? null}
          onWritten={(changed) => {
            hold()
            setWritten(changed)
          }}
          onDeleted={() => choose(null)}
        />
        {(shown || others.length > 0) && (
          <Section title={t('others')}>
            <div className={classes.actions}>
              {shown && (
                <Button variant="default" onClick={() => choose(null)}>
                  {t('fresh')}
                </Button>
              )}
              {others.map(({ id, document }) => (
                <Button key={id} variant="default" onClick={() => choose(id)}>
                  {t('from', { day: dates.date(document.day) })}
                </Button>
              ))}
            </div>
          </Section>
        )}
        <ReportToCase room={room} answers={answers} networks={networks} />
        <ReportRound networks={networks.filter(({ viewerCanBeginRound }) => viewerCanBeginRound)} />
      </div>
    </Unremembered>
  )
}

interface ReportFormProps {
  room: Room
  vault: Vault
  start: OpenDocument<FeedbackReport> | null
  onWritten: (answers: FeedbackReport['answers']) => void
  onDeleted: () => void
}

function ReportForm({ room, vault, start, onWritten, onDeleted }: ReportFormProps) {
  const { t } = useTranslation(['feedback/report', 'app'])
  const confirm = useConfirm()
  const [answers, setAnswers] = useState<Readonly<Partial<Record<Question, string>>>>(start?.document.answers ?? {})
  const kept = useKeptDocument<FeedbackReport>(room, vault, 'feedbackOwn', start?.id ?? null)
  const checked = feedbackReport.safeParse(reportOf(start?.document, answers))
  const change = (key: Question, text: string) => {
    const changed = { ...answers, [key]: text }
    setAnswers(changed)
    const { data } = feedbackReport.safeParse(reportOf(start?.document, changed))
    if (!data) return
    onWritten(data.answers)
    if (kept.isKept || Object.keys(data.answers).length > 0) kept.note(data)
  }
  const remove = async () => {
    const question = { title: t('deleteTitle'), text: t('deleteText'), action: t('deleteAction') }
    if (!(await confirm({ ...question, tone: 'harm' }))) return
    await kept.remove()
    setAnswers({})
    onDeleted()
  }
  return (
    <>
      {reportQuestions.map((key) => {
        const issue = checked.error?.issues.find(({ path }) => path[1] === key)
        return (
          <SealedField
            key={key}
            label={t(key)}
            help={t(`${key}Help`)}
            value={answers[key] ?? ''}
            rows={key === 'question' ? 2 : 3}
            error={issue && t('app:problem.tooLong')}
            onChange={(text) => change(key, text)}
          />
        )
      })}
      <div className={classes.actions}>
        <SavedMark state={checked.success ? kept.state : 'failed'} />
        {kept.isKept && (
          <Button variant="subtle" color="rose" onClick={() => void remove()}>
            {t('delete')}
          </Button>
        )}
      </div>
    </>
  )
}

type Question = (typeof reportQuestions)[number]

/** What is blank is left out: an answer that stands there says something. */
const reportOf = (start: FeedbackReport | undefined, answers: Readonly<Partial<Record<Question, string>>>) => ({
  ...start,
  type: 'report' as const,
  format: 1 as const,
  answers: Object.fromEntries(Object.entries(answers).filter(([, text]) => text.trim() !== '')),
  day: start?.day ?? today(),
})
