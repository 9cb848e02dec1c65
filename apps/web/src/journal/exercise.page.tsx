import { exerciseMinutes } from '@lederkreds/domain/journal/exercise'
import { exerciseOf } from '@lederkreds/domain/journal/exercises'
import { Anchor, Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { notFound } from '../root.tsx'
import { useLanguage } from '../toolbox/use-language.ts'
import { Page } from '../ui/page.tsx'
import { PageSkeleton } from '../ui/skeletons.tsx'
import { type ExerciseDraft, readExerciseDrafts } from './exercise-draft.ts'
import { ExerciseRun } from './exercise-run.tsx'
import classes from './journal.module.css'
import { stampNow, useJournalRoom } from './use-journal.ts'

/** Before an exercise: what it is for, how long it takes, what is known of it. Then the exercise itself. */
export function Component() {
  const { t } = useTranslation('journal')
  const language = useLanguage()
  const { exerciseId = '' } = useParams()
  const { journal } = useJournalRoom()
  const [begun, setBegun] = useState<{ draft: ExerciseDraft | undefined }>()
  const [running, setRunning] = useState<ExerciseDraft>()
  const exercise = exerciseOf(exerciseId)

  useEffect(() => {
    let isOver = false
    void journal.draft('exercises').then((kept) => {
      if (!isOver) setBegun({ draft: readExerciseDrafts(kept)[exerciseId] })
    })
    return () => {
      isOver = true
    }
  }, [journal, exerciseId])

  if (!exercise) return notFound()
  if (!begun) return <PageSkeleton />
  if (running) return <ExerciseRun exercise={exercise} start={running} />
  const [first] = exercise.phases
  const anew = { writtenAt: stampNow(), phase: 0, left: (first?.minutes ?? 0) * 60_000, answers: {} }
  return (
    <Page
      title={exercise.name[language]}
      lead={exercise.purpose[language]}
      back={{ to: '/journal/exercises', label: t('exercises.title') }}
      width="read"
      discreet
    >
      <ol className={classes.phases}>
        {exercise.phases.map(({ id, name, minutes }) => (
          <li key={id}>
            {name[language]} <span className={classes.hint}>{t('exercises.minutes', { count: minutes })}</span>
          </li>
        ))}
      </ol>
      <p className={classes.hint}>{t('exercise.total', { count: exerciseMinutes(exercise) })}</p>
      {exercise.deletedByDefault && <p>{t('exercise.deleted')}</p>}
      <div className={classes.actions}>
        <Button onClick={() => setRunning(begun.draft ?? anew)}>
          {t(begun.draft ? 'exercise.goOn' : 'exercise.start')}
        </Button>
        {begun.draft && (
          <Button variant="default" onClick={() => setRunning(anew)}>
            {t('exercise.anew')}
          </Button>
        )}
      </div>
      <details className={classes.foldOut}>
        <summary>{t('exercise.about')}</summary>
        <div className={classes.folded}>
          <p>{exercise.evidence[language]}</p>
          <p>{t('exercise.origin', { origin: exercise.origin[language] })}</p>
          <ul className={classes.sources}>
            {exercise.sources.map((source) => (
              <li key={source}>
                {source.startsWith('http') ? (
                  <Anchor href={source} target="_blank" rel="noreferrer">
                    {source}
                  </Anchor>
                ) : (
                  source
                )}
              </li>
            ))}
          </ul>
          <p className={classes.hint}>{exercise.licence[language]}</p>
        </div>
      </details>
    </Page>
  )
}
