import { protocolLimits } from '@lederkreds/domain/toolbox/own-protocol'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PhaseDraft } from './protocol-draft.ts'
import classes from './protocol-form.module.css'
import { WordsField } from './words-field.tsx'

interface QuestionFieldsProps {
  questions: PhaseDraft['questions']
  onChange: (questions: PhaseDraft['questions']) => void
  problemAt: (path: string) => string | undefined
  english: boolean
}

/** What is asked in a phase: none, or a few. */
export function QuestionFields({ questions, onChange, problemAt, english }: QuestionFieldsProps) {
  const { t } = useTranslation('toolbox/editor')
  return (
    <>
      {questions.map((question, index) => (
        <div key={question.key} className={classes.question}>
          <div className={classes.fields}>
            <WordsField
              label={t('question.numbered', { number: index + 1 })}
              value={question}
              onChange={(words) => onChange(questions.with(index, { ...question, ...words }))}
              maxLength={200}
              problemAt={(language) => problemAt(`questions.${index}.${language}`)}
              english={english}
            />
          </div>
          <Button
            variant="subtle"
            color="gray"
            aria-label={t('question.removeNumbered', { number: index + 1 })}
            onClick={() => onChange(questions.filter(({ key }) => key !== question.key))}
          >
            {t('remove')}
          </Button>
        </div>
      ))}
      {questions.length < protocolLimits.questions && (
        <div>
          <Button
            variant="subtle"
            onClick={() => onChange([...questions, { key: crypto.randomUUID(), da: '', en: '' }])}
          >
            {t('question.add')}
          </Button>
        </div>
      )}
    </>
  )
}
