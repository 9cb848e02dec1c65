import { answerOf } from '@lederkreds/domain/feedback/answer-draft'
import { type FeedbackAnswer, type FeedbackAsk, feedbackAnswer } from '@lederkreds/domain/feedback/document'
import { feedbackForms } from '@lederkreds/domain/feedback/form'
import type { Problem } from '@lederkreds/domain/text'
import { Alert, Anchor, Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { SavedMark } from '../account/saved-mark.tsx'
import { SealedField } from '../account/sealed-field.tsx'
import { useLost } from '../reach.ts'
import { prepareToAsk, useConfirm } from '../ui/confirm.tsx'
import { Still } from '../ui/still.tsx'
import { Unremembered } from '../ui/unremembered.tsx'
import classes from './answer.module.css'
import type { AnsweringProblem } from './answering.ts'
import { PooledField } from './pooled-field.tsx'
import type { useAnswerDraft } from './use-answer-draft.ts'
import { useFieldWords } from './use-field-words.ts'

interface AnswerFormProps {
  ask: FeedbackAsk
  receiver: { readonly id: string; readonly name: string }
  networkId: string
  viewer: { readonly name: string; readonly workplace: string | null }
  drafting: ReturnType<typeof useAnswerDraft>
  problem: AnsweringProblem | undefined
  isBusy: boolean
  onSend: (answer: FeedbackAnswer) => void
  onDecline: () => void
}

/** The form that she was asked to answer by. It stays on the device until she presses the button, and then it is gone from it. */
export function AnswerForm(props: AnswerFormProps) {
  const { ask, receiver, networkId, viewer, drafting, problem, isBusy, onSend, onDecline } = props
  const { t } = useTranslation(['feedback/answer', 'app'])
  const words = useFieldWords(ask.form)
  const confirm = useConfirm()
  const isLost = useLost()
  const [isTried, setTried] = useState(false)
  // Saying no asks once more, answering does not; nobody shall see which by what is fetched then.
  useEffect(prepareToAsk, [])
  const { draft, state, change } = drafting
  const [fresh] = useState(() => ({ form: ask.form, answerId: crypto.randomUUID(), fields: {} }))
  const checked = feedbackAnswer.safeParse(answerOf(ask, draft ?? fresh))
  const issueAt = (key: string) => {
    const issue = checked.error?.issues.find(({ path }) => path[0] === 'fields' && path[1] === key)
    return issue && (isTried || issue.message !== 'empty') ? t(`app:problem.${issue.message as Problem}`) : undefined
  }
  const send = () => {
    setTried(true)
    if (checked.success) onSend(checked.data)
  }
  const decline = async () => {
    const question = { title: t('decline.title'), text: t(`decline.${ask.promise}`, { name: receiver.name }) }
    if (await confirm({ ...question, action: t('decline.action') })) onDecline()
  }
  const readers = { reader: 'one', name: receiver.name } as const
  const wholeIssue = checked.error?.issues.find(({ path }) => path.length === 0 || (path[0] === 'fields' && !path[1]))
  return (
    <Unremembered>
      <section className={classes.fields} aria-label={t('form.title')}>
        <h2 className={classes.heading}>{t('form.title')}</h2>
        <Still when={isBusy}>
          {feedbackForms[ask.form].fields.map(({ key }) => {
            const { label, help } = words(key)
            const field = {
              ...{ label, help, readers, value: draft?.fields[key] ?? '', error: issueAt(key) },
              onChange: (text: string) => change(ask.form, key, text),
            }
            return ask.promise === 'pooled' ? (
              <PooledField key={key} {...field} writer={viewer} receiver={receiver.name} />
            ) : (
              <SealedField key={key} {...field} />
            )
          })}
        </Still>
        <SavedMark state={state} />
        {isLost && (
          <Alert color="gray" role="status">
            {t('form.offline')}
          </Alert>
        )}
        {isTried && wholeIssue && (
          <Alert color="rose" role="alert">
            {t(wholeIssue.message === 'tooLong' ? 'form.tooLong' : 'form.empty')}
          </Alert>
        )}
        {problem && (
          <Alert color="rose" role="alert">
            {t(`problem.${problem}`, { name: receiver.name })}{' '}
            {problem === 'keys' && (
              <Anchor component={Link} to={`/networks/${networkId}/compare/${receiver.id}`}>
                {t('problem.compare', { name: receiver.name })}
              </Anchor>
            )}
          </Alert>
        )}
        <div className={classes.actions}>
          <Button loading={isBusy} onClick={send}>
            {t('form.send', { name: receiver.name })}
          </Button>
          <Button variant="subtle" color="gray" disabled={isBusy} onClick={() => void decline()}>
            {t('decline.action')}
          </Button>
        </div>
        <p className={classes.quiet}>{t(`form.after.${ask.promise}`)}</p>
      </section>
    </Unremembered>
  )
}
