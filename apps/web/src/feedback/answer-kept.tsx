import type { AnswerDraft } from '@lederkreds/domain/feedback/answer-draft'
import { feedbackForms } from '@lederkreds/domain/feedback/form'
import { Alert, Button, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { Seal } from '../ui/seal.tsx'
import classes from './answer.module.css'
import { useFieldWords } from './use-field-words.ts'

interface AnswerKeptProps {
  draft: AnswerDraft
  /** Why it was not sent and will not be. */
  why: 'deadline' | 'cancelled' | 'gone' | 'elsewhere'
  onDelete: () => Promise<void>
}

/** A text that nobody will get: hers, on this device, to copy or to delete. */
export function AnswerKept({ draft, why, onDelete }: AnswerKeptProps) {
  const { t } = useTranslation('feedback/answer')
  const words = useFieldWords(draft.form)
  const confirm = useConfirm()
  const written = feedbackForms[draft.form].fields
    .map(({ key }) => ({ key, text: draft.fields[key]?.trim() ?? '' }))
    .filter(({ text }) => text !== '')
  const copy = async () => {
    const text = written.map(({ key, text: part }) => `${words(key).label}\n${part}`).join('\n\n')
    await navigator.clipboard.writeText(text)
    notify({ text: t('kept.copied') })
  }
  const remove = async () => {
    const question = { title: t('kept.deleteTitle'), text: t('kept.deleteText'), action: t('kept.delete') }
    if (await confirm({ ...question, tone: 'harm' })) await onDelete()
  }
  return (
    <section className={classes.fields} aria-label={t('kept.title')}>
      <Alert color="gray" role="alert" title={t(`kept.${why}`)}>
        {t('kept.text')}
      </Alert>
      <Paper className={classes.card ?? ''}>
        {written.map(({ key, text }) => (
          <div key={key}>
            <h3>{words(key).label}</h3>
            <p className={classes.prose}>{text}</p>
          </div>
        ))}
        <Seal reader="self" />
      </Paper>
      <div className={classes.actions}>
        <Button variant="default" onClick={() => void copy()}>
          {t('kept.copy')}
        </Button>
        <Button variant="subtle" color="rose" onClick={() => void remove()}>
          {t('kept.delete')}
        </Button>
      </div>
    </section>
  )
}
