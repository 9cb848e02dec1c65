import { exerciseMinutes } from '@lederkreds/domain/journal/exercise'
import { exercises } from '@lederkreds/domain/journal/exercises'
import { Anchor, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLanguage } from '../toolbox/use-language.ts'
import { Page } from '../ui/page.tsx'
import { readExerciseDrafts } from './exercise-draft.ts'
import classes from './journal.module.css'
import { useJournal } from './use-journal.ts'

/** The exercises that one person can do alone. */
export function Component() {
  const { t } = useTranslation('journal')
  const language = useLanguage()
  const begun = useJournal(async (journal) => readExerciseDrafts(await journal.draft('exercises'))) ?? {}
  return (
    <Page
      title={t('exercises.title')}
      lead={t('exercises.lead')}
      back={{ to: '/journal', label: t('front.title') }}
      width="read"
      discreet
    >
      <ul className={classes.notes}>
        {exercises.map((exercise) => (
          <Paper key={exercise.id} component="li" className={classes.card ?? ''}>
            <h2>
              <Anchor component={Link} to={`/journal/exercises/${exercise.id}`} inherit>
                {exercise.name[language]}
              </Anchor>
            </h2>
            <p>{exercise.purpose[language]}</p>
            <p className={classes.hint}>
              {t('exercises.minutes', { count: exerciseMinutes(exercise) })}
              {begun[exercise.id] && ` · ${t('exercises.begun')}`}
            </p>
          </Paper>
        ))}
      </ul>
    </Page>
  )
}
