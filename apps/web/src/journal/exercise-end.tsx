import type { Exercise, ExerciseDocument } from '@lederkreds/domain/journal/exercise'
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Seal } from '../ui/seal.tsx'
import classes from './journal.module.css'

interface ExerciseEndProps {
  exercise: Exercise
  written: ExerciseDocument['answers']
  onEnd: (isKept: boolean) => void
  onBack: () => void
}

/** The last step: keep it, or let it go. Which of the two comes first is the exercise's own; both are said in words. */
export function ExerciseEnd({ exercise: { deletedByDefault }, written, onEnd, onBack }: ExerciseEndProps) {
  const { t } = useTranslation('journal')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const isNothing = written.length === 0
  const letGo = (
    <Button key="go" variant={deletedByDefault || isNothing ? 'filled' : 'default'} onClick={() => onEnd(false)}>
      {t(isNothing ? 'exercise.close' : 'exercise.letGo')}
    </Button>
  )
  const keep = !isNothing && (
    <Button key="keep" variant={deletedByDefault ? 'default' : 'filled'} onClick={() => onEnd(true)}>
      {t('exercise.keep')}
    </Button>
  )
  return (
    <section className={classes.phase} aria-labelledby="end">
      <h2 id="end" ref={heading} tabIndex={-1}>
        {t('exercise.endTitle')}
      </h2>
      <p>{t(isNothing ? 'exercise.endNothing' : deletedByDefault ? 'exercise.endDeleted' : 'exercise.end')}</p>
      <dl className={classes.text}>
        {written.map(({ phase, asked, text }) => (
          <div key={`${phase} ${asked}`}>
            <dt>{asked}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {!isNothing && <Seal reader="self" />}
      <div className={classes.actions}>
        {deletedByDefault ? [letGo, keep] : [keep, letGo]}
        <Button variant="subtle" color="gray" onClick={onBack}>
          {t('exercise.back')}
        </Button>
      </div>
    </section>
  )
}
