import { gql, type TypedDocumentNode } from '@apollo/client'
import { Button } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { NetworksPageQuery, NetworksPageQueryVariables } from '../generated/graphql.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page, Section } from '../ui/page.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './networks.module.css'

const query: TypedDocumentNode<NetworksPageQuery, NetworksPageQueryVariables> = gql`
  query NetworksPage {
    viewer {
      id
      pendingGroundRules {
        id
        networkId
        networkName
        invitedBy
        isChange
      }
    }
    networks(first: 100) {
      edges {
        node {
          id
          name
          purpose
          members {
            id
          }
          nextMeeting {
            id
            startsAt
          }
        }
      }
    }
  }
`

export const loader = () => preload(query)

/** The networks I am in, and those that wait for my yes. */
export function Component() {
  const { viewer, networks } = usePreloaded(loader).data
  const { t } = useTranslation('networks')
  const dates = useDates()
  const pending = viewer?.pendingGroundRules ?? []
  const mine = networks.edges.flatMap((edge) => edge?.node ?? [])
  return (
    <Page title={t('list.title')} lead={t('list.lead')}>
      {pending.length > 0 && (
        <Section title={t('list.waiting')}>
          <ul className={classes.networks}>
            {pending.map(({ id, networkId, networkName, invitedBy, isChange }) => (
              <li key={id} className={classes.network} data-turn>
                <h3>{networkName}</h3>
                <p>{isChange ? t('list.rulesChanged') : t('list.rulesNew', { name: invitedBy })}</p>
                <div>
                  <Button component={Link} to={`/networks/${networkId}`}>
                    {t('list.readRules')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {mine.length > 0 && (
        <ul className={classes.networks}>
          {mine.map(({ id, name, purpose, members, nextMeeting }) => (
            <li key={id} className={classes.network}>
              <h2>
                <Link to={`/networks/${id}`} className={classes.link}>
                  {name}
                </Link>
              </h2>
              <p className={classes.purpose}>{purpose}</p>
              <p className={classes.facts}>
                {t('list.members', { count: members.length })}
                {nextMeeting && ` · ${t('page.nextMeeting')}: ${dates.moment(nextMeeting.startsAt)}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {mine.length + pending.length === 0 && (
        <EmptyState title={t('list.none')} icon={IconUsers}>
          {t('list.noneText')}
        </EmptyState>
      )}
    </Page>
  )
}
