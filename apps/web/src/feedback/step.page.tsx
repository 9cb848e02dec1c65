import { gql, type TypedDocumentNode } from '@apollo/client'
import { useTranslation } from 'react-i18next'
import type { LoaderFunctionArgs } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { StepPageQuery, StepPageQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Page, Section } from '../ui/page.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './feedback.module.css'
import { StepForm } from './step-form.tsx'

const query: TypedDocumentNode<StepPageQuery, StepPageQueryVariables> = gql`
  query StepPage($id: ID!) {
    network(id: $id) {
      id
      name
      viewerCanPlanFeedback
      members {
        id
        hasAccepted
        person {
          id
          identities {
            number
          }
        }
      }
      feedbackSteps(first: 20) {
        edges {
          node {
            id
            form
            promise
            opensOn
            deadline
          }
        }
      }
    }
  }
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.networkId ?? '' })

/** Where a convenor plans that everybody in the network asks all the others, each with a theme of her own. */
export function Component() {
  const { t } = useTranslation(['feedback/step', 'feedback/form'])
  const dates = useDates()
  const { network } = usePreloaded(loader).data
  if (!network?.viewerCanPlanFeedback) return notFound()
  const able = network.members.filter(({ hasAccepted, person }) => hasAccepted && person.identities.length > 0)
  const planned = network.feedbackSteps.edges
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={{ to: `/networks/${network.id}`, label: network.name }}
      width="read"
    >
      {planned.length > 0 && (
        <Section title={t('planned')}>
          <ul className={classes.list}>
            {planned.map(({ node: { id, form, promise, opensOn, deadline } }) => (
              <li key={id} className={classes.text}>
                {t(promise === 'signed' ? 'plannedSigned' : 'plannedPooled', {
                  form: t(`feedback/form:${form}.name`),
                  opens: dates.near(opensOn),
                  deadline: dates.moment(deadline),
                })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <StepForm networkId={network.id} able={able.length} members={network.members.length} />
    </Page>
  )
}
