import type { HardWeekLevel } from '@lederkreds/domain/journal/hard-week'
import { Button, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './journal.module.css'

/** Plain words after a strained while: no figure, no diagnosis, no alarm; help is one tap away and nobody is told. */
export function HardWeek({ level }: { level: HardWeekLevel }) {
  const { t } = useTranslation('journal')
  if (level === 'none') return null
  return (
    <Paper component="section" className={classes.card ?? ''} aria-labelledby="hard-week">
      <h2 id="hard-week">{t(`hardWeek.${level}.title`)}</h2>
      <p>{t(`hardWeek.${level}.text`)}</p>
      <p className={classes.hint}>{t('hardWeek.nobody')}</p>
      <div>
        <Button component={Link} to="/journal/help" variant="light">
          {t('hardWeek.help')}
        </Button>
      </div>
    </Paper>
  )
}
