import { Anchor, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Section } from '../ui/page.tsx'
import { useDates } from '../ui/use-dates.ts'
import type { ShownCycle } from './cycle-place.ts'
import { againOn } from './deadline.ts'
import classes from './feedback.module.css'

/** The same question to the same people in eight weeks; both rounds are then read side by side. */
export function AskAgain({ cycle }: { cycle: ShownCycle }) {
  const { t } = useTranslation('feedback')
  const dates = useDates()
  if (cycle.next)
    return (
      <Section title={t('again8.title')}>
        <p className={classes.text}>
          {t('again8.asked')}{' '}
          <Anchor component={Link} to={`/feedback/${cycle.next.id}`} underline="always">
            {t('again8.open')}
          </Anchor>
        </p>
      </Section>
    )
  if (!cycle.network?.viewerCanAskForFeedback || !cycle.closedOn) return null
  return (
    <Section title={t('again8.title')}>
      <p className={classes.text}>{t('again8.text', { day: dates.date(againOn(cycle.closedOn)) })}</p>
      <div>
        <Button
          component={Link}
          variant="default"
          to={`/networks/${cycle.network.id}/feedback/new?previous=${cycle.id}`}
        >
          {t('again8.ask')}
        </Button>
      </div>
    </Section>
  )
}
