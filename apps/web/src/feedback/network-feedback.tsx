import { Anchor, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NetworkPageQuery } from '../generated/graphql.ts'
import { Section } from '../ui/page.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './feedback.module.css'

type Shown = Pick<
  NonNullable<NetworkPageQuery['network']>,
  'id' | 'viewerCanAskForFeedback' | 'viewerCanPlanFeedback' | 'toldSteps' | 'feedbackSteps'
>

/** Feedback in a network: asking for it, what the network has agreed on, and the steps that the group was told. */
export function NetworkFeedback({ network }: { network: Shown }) {
  const { t } = useTranslation('feedback')
  const dates = useDates()
  const { id, toldSteps: told, viewerCanAskForFeedback, viewerCanPlanFeedback } = network
  const open = network.feedbackSteps.edges.filter(({ node }) => node.viewerCanJoin)
  return (
    <Section
      title={t('title')}
      actions={
        viewerCanAskForFeedback && (
          <Button component={Link} to={`/networks/${id}/feedback/new`} variant="default">
            {t('list.ask')}
          </Button>
        )
      }
    >
      {open.map(({ node: step }) => (
        <div key={step.id} className={classes.actions}>
          <p className={classes.text}>{t('network.step', { deadline: dates.moment(step.deadline) })}</p>
          <Button component={Link} to={`/networks/${id}/feedback/new?step=${step.id}`} variant="light">
            {t('network.join')}
          </Button>
        </div>
      ))}
      {open.length === 0 && <p className={classes.text}>{t('network.text')}</p>}
      <p className={classes.links}>
        <Anchor component={Link} to={`/networks/${id}/feedback`}>
          {t('network.told', { count: told.length })}
        </Anchor>
        <Anchor component={Link} to="/feedback">
          {t('network.mine')}
        </Anchor>
        {viewerCanPlanFeedback && (
          <Anchor component={Link} to={`/networks/${id}/feedback/step`}>
            {t('network.plan')}
          </Anchor>
        )}
      </p>
    </Section>
  )
}
