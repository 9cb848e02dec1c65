import { fewestPooled } from '@lederkreds/domain/feedback/promise'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Section } from '../ui/page.tsx'
import type { ShownCycle } from './cycle-place.ts'
import classes from './feedback.module.css'

/** A cycle that ended without being read: what happened, and that nothing of it is left. */
export function EndedUnread({ cycle }: { cycle: ShownCycle }) {
  const { t } = useTranslation('feedback')
  const words = cycle.state === 'tooFew' ? 'tooFew' : 'cancelled'
  return (
    <Section title={t(`ended.${words}Title`)}>
      <p className={classes.text}>{t(`ended.${words}`, { fewest: fewestPooled })}</p>
      {cycle.network?.viewerCanAskForFeedback && (
        <div>
          <Button
            component={Link}
            variant="default"
            to={`/networks/${cycle.network.id}/feedback/new?previous=${cycle.id}`}
          >
            {t('ended.again')}
          </Button>
        </div>
      )}
    </Section>
  )
}
