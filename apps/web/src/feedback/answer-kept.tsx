import type { AnswerDraft } from '@lederkreds/domain/feedback/answer-draft'
import { feedbackForms } from '@lederkreds/domain/feedback/form'
import { Alert, Button, Paper } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { Seal } from '../ui/seal.tsx'
import classes from './answer.module.css'
import type { WhyOver } from './answer-over.ts'
import { useFieldWords } from './use-field-words.ts'

interface AnswerKeptProps {
  draft: AnswerDraft
  /** Why it was not sent. */
  why: WhyOver | 'elsewhere'
  /** She was writing just now. */
  isNews?: boolean
  /** Whose ground rules are to be read, where it is for their sake. */
  networkId?: string | undefined
  onDelete: () => Promise<void>
}

/** A text that nobody has got: hers, on this device, to copy or to delete. */
export function AnswerKept({ draft, why, isNews = false, networkId, onDelete }: AnswerKeptProps) {
  const { t } = useTranslation('feedback/answer')
  const words = useFieldWords(draft.form)
  const confirm = useConfirm()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // The field that she wrote in has gone from under her hands.
    if (isNews && document.activeElement === document.body) heading.current?.focus()
  }, [isNews])
  const written = feedbackForms[draft.form].fields
    .map(({ key }) => ({ key, text: draft.fields[key]?.trim() ?? '' }))
    .filter(({ text }) => text !== '')
  const copy = async () => {
    const text = written.map(({ key, text: part }) => `${words(key).label}\n${part}`).join('\n\n')
    try {
      await navigator.clipboard.writeText(text)
      notify({ text: t('kept.copied') })
    } catch {
      notify({ text: t('kept.notCopied'), tone: 'failed' })
    }
  }
  const remove = async () => {
    const question = { title: t('kept.deleteTitle'), text: t('kept.deleteText'), action: t('kept.delete') }
    if (await confirm({ ...question, tone: 'harm' })) await onDelete()
  }
  return (
    <section className={classes.fields} aria-label={t('kept.title')}>
      <h2 ref={heading} tabIndex={-1} className={classes.heading}>
        {t('kept.title')}
      </h2>
      <Alert color="gray" role="alert" title={t(`kept.${why}`)}>
        {t(why === 'rules' ? 'kept.rulesText' : 'kept.text')}
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
        {why === 'rules' && networkId && <ToRules networkId={networkId} />}
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

/** Where she says yes to the rules of her network, and can answer again. */
export function ToRules({ networkId }: { networkId: string }) {
  const { t } = useTranslation('feedback/answer')
  return (
    <Button component={Link} to={`/networks/${networkId}`}>
      {t('over.toRules')}
    </Button>
  )
}
