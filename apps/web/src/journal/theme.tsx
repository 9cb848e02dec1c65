import { labelOf } from '@lederkreds/domain/journal/chip'
import { stressors } from '@lederkreds/domain/journal/stressor'
import { Button, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { today } from '../account/vault.ts'
import { useLanguage } from '../toolbox/use-language.ts'
import classes from './journal.module.css'
import type { JournalFront } from './journal-desk.ts'
import { useJournalRoom } from './use-journal.ts'

/** The same theme on three evenings: it may be worth more in the network than on one more page. */
export function Theme({ offer: { stressor, entry } }: { offer: NonNullable<JournalFront['theme']> }) {
  const { t } = useTranslation('journal')
  const { journal } = useJournalRoom()
  const language = useLanguage()
  return (
    <Paper component="section" className={classes.card ?? ''} aria-labelledby="theme">
      <h2 id="theme">{t('theme.title', { theme: labelOf(stressors, stressor, language) })}</h2>
      <p>{t('theme.text')}</p>
      <div className={classes.actions}>
        {entry && (
          <Button component={Link} to={`/journal/${entry}#carry-in`} variant="light">
            {t('theme.carryIn')}
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={() => void journal.dismissTheme(stressor, today())}>
          {t('theme.dismiss')}
        </Button>
      </div>
    </Paper>
  )
}
