import { gql, type TypedDocumentNode } from '@apollo/client'
import { Anchor, Button } from '@mantine/core'
import { IconMessageCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { FeedbackListQuery, FeedbackListQueryVariables } from '../generated/graphql.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page, Section } from '../ui/page.tsx'
import { AsksOfMe, OwnCycles } from './cycle-lists.tsx'
import classes from './feedback.module.css'

const query: TypedDocumentNode<FeedbackListQuery, FeedbackListQueryVariables> = gql`
  query FeedbackList {
    viewer {
      id
    }
    feedbackToAnswer(which: open, first: 10) {
      ...AsksOfMe_asks @unmask
    }
    feedbackAsked(which: all, first: 10) {
      ...OwnCycles_cycles @unmask
    }
    networks(first: 100) {
      edges {
        node {
          id
          name
          viewerCanAskForFeedback
        }
      }
    }
  }
  ${AsksOfMe.fragment}
  ${OwnCycles.fragment}
`

export const loader = () => preload(query)

/** What one is asked, and what one has asked: who, until when, and how far it is. What about stays sealed. */
export function Component() {
  const { t } = useTranslation('feedback')
  const { feedbackToAnswer, feedbackAsked, networks } = usePreloaded(loader).data
  const isFirst = feedbackAsked.edges.length === 0
  const able = networks.edges.flatMap((edge) => (edge?.node.viewerCanAskForFeedback ? [edge.node] : []))
  const asking = able.length > 0 && (
    <div className={classes.actions}>
      {able.map(({ id, name }) => (
        <Button
          key={id}
          component={Link}
          to={`/networks/${id}/feedback/new`}
          variant={isFirst ? 'filled' : 'default'}
          className={classes.ask ?? ''}
        >
          {able.length === 1 ? t('list.ask') : t('list.askIn', { network: name })}
        </Button>
      ))}
    </div>
  )
  return (
    <Page title={t('title')} lead={t('lead')} width="read">
      {feedbackToAnswer.edges.length > 0 && (
        <Section title={t('list.ofMe')}>
          <AsksOfMe asks={feedbackToAnswer} />
        </Section>
      )}
      <Section title={t('list.byMe')} actions={!isFirst && asking}>
        {isFirst ? (
          <EmptyState title={t('list.none')} icon={IconMessageCircle} action={asking}>
            {t('list.noneText')}
          </EmptyState>
        ) : (
          <OwnCycles cycles={feedbackAsked} />
        )}
      </Section>
      <Section title={t('list.elsewhere')}>
        <p className={classes.text}>
          {t('list.elsewhereText')}{' '}
          <Anchor component={Link} to="/feedback/report" underline="always">
            {t('list.report')}
          </Anchor>
        </p>
      </Section>
    </Page>
  )
}
