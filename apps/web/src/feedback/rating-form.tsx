import {
  isUnanswered,
  type Ratings,
  type StatementKey,
  scale,
  scaleWords,
  statements,
} from '@lederkreds/domain/feedback/competence'
import { Button } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../toolbox/use-language.ts'
import { Seal } from '../ui/seal.tsx'
import { Still } from '../ui/still.tsx'
import { useBusy } from '../ui/use-busy.ts'
import classes from './competence.module.css'

interface RatingFormProps {
  value: Ratings
  onChange: (value: Ratings) => void
  submit: string
  onSubmit: () => unknown
  /** More to press beside the button. */
  children?: ReactNode
}

/** The eight statements, each with seven answers to choose from; any of them may be passed over. */
export function RatingForm({ value, onChange, submit, onSubmit, children }: RatingFormProps) {
  const { t } = useTranslation('feedback/season')
  const { isBusy, run } = useBusy()
  const answered = statements.filter(({ key }) => value[key] !== null).length
  return (
    <form
      autoComplete="off"
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void run(onSubmit)
      }}
    >
      <Still when={isBusy}>
        {statements.map(({ key }, index) => (
          <Statement
            key={key}
            number={index + 1}
            of={key}
            answer={value[key]}
            onAnswer={(answer) => onChange({ ...value, [key]: answer })}
          />
        ))}
      </Still>
      <Seal reader="self" />
      <div className={classes.actions}>
        <Button type="submit" loading={isBusy} disabled={isUnanswered(value)}>
          {submit}
        </Button>
        {children}
        <span className={classes.quiet}>{t('competence.form.of', { count: answered })}</span>
      </div>
    </form>
  )
}

interface StatementProps {
  number: number
  of: StatementKey
  answer: number | null
  onAnswer: (answer: number | null) => void
}

function Statement({ number, of, answer, onAnswer }: StatementProps) {
  const { t } = useTranslation('feedback/season')
  const language = useLanguage()
  const name = useId()
  const statement = statements.find(({ key }) => key === of)?.text[language] ?? ''
  const words = (mark: number) => (mark === 1 || mark === 4 || mark === 7 ? scaleWords[mark][language] : null)
  return (
    <fieldset className={classes.statement}>
      <legend>
        {number}. {statement}
      </legend>
      <div className={classes.marks}>
        {scale.map((mark) => (
          <label key={mark} className={classes.mark} data-chosen={answer === mark || undefined}>
            <input type="radio" name={name} checked={answer === mark} onChange={() => onAnswer(mark)} />
            {mark}
            {words(mark) && <span className={classes.unseen}> {words(mark)}</span>}
          </label>
        ))}
      </div>
      <div className={classes.ends}>
        {[1, 4, 7].map((mark) => (
          <span key={mark} aria-hidden>
            {words(mark)}
          </span>
        ))}
      </div>
      {answer !== null && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes.clear ?? ''}
          aria-label={t('competence.form.clearOf', { statement })}
          onClick={() => onAnswer(null)}
        >
          {t('competence.form.clear')}
        </Button>
      )}
    </fieldset>
  )
}
