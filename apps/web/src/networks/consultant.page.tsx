import { gql, type TypedDocumentNode } from '@apollo/client'
import { Alert, Anchor, Badge, Button } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { ConsultantPageQuery, ConsultantPageQueryVariables } from '../generated/graphql.ts'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page, Section } from '../ui/page.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './consultant.module.css'
import networks from './networks.module.css'

const query: TypedDocumentNode<ConsultantPageQuery, ConsultantPageQueryVariables> = gql`
  query ConsultantPage {
    facilitatedNetworks(first: 100) {
      edges {
        node {
          id
          name
          state
          attendedCount
          markedCount
          invitations {
            id
            state
          }
          members {
            id
            hasAccepted
          }
          nextMeeting {
            id
            startsAt
          }
          consultants {
            accessUntil
            isViewer
          }
          reportingPairs {
            report
            manager
          }
        }
      }
    }
  }
`

export const loader = () => preload(query)

type Network = ConsultantPageQuery['facilitatedNetworks']['edges'][number]['node']

/** All the networks a consultant has access to: who is in, when they meet next and how many come; nothing of what is said. */
export function Component() {
  const { t } = useTranslation('networks/planning')
  const all = usePreloaded(loader).data.facilitatedNetworks.edges.map(({ node }) => node)
  const drafts = all.filter(({ state }) => state === 'draft')
  const running = all.filter(({ state }) => state !== 'draft')
  const create = (
    <Button component={Link} to="/consultant/networks/new">
      {t('consultant.new')}
    </Button>
  )
  return (
    <Page title={t('consultant.title')} lead={t('consultant.lead')} actions={all.length > 0 && create}>
      {all.length === 0 && (
        <EmptyState title={t('consultant.none')} icon={IconUsersGroup} action={create}>
          {t('consultant.noneText')}
        </EmptyState>
      )}
      {running.flatMap(({ id, name, reportingPairs }) =>
        reportingPairs.map(({ report, manager }) => (
          <Alert key={`${id} ${report} ${manager}`} color="rose" title={name}>
            {t('consultant.pair', { report, manager })}
          </Alert>
        )),
      )}
      {running.length > 0 && (
        <Section title={t('consultant.networks')}>
          <NetworksTable rows={running} />
        </Section>
      )}
      {drafts.length > 0 && (
        <Section title={t('consultant.drafts')}>
          <ul className={networks.networks}>
            {drafts.map(({ id, name }) => (
              <li key={id} className={networks.network}>
                <h3>
                  <Link to={`/consultant/networks/${id}/edit`} className={networks.link}>
                    {name || t('wizard.titleUnnamed')}
                  </Link>
                </h3>
                <p className={networks.facts}>{t('consultant.draftOpen')}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

function NetworksTable({ rows }: { rows: readonly Network[] }) {
  const { t } = useTranslation('networks/planning')
  const dates = useDates()
  return (
    <DataTable
      caption={t('consultant.caption')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: 'name', header: t('consultant.network'), names: true, cell: (network) => <Name network={network} /> },
        {
          id: 'invited',
          header: t('consultant.invited'),
          figures: true,
          cell: ({ invitations, members }) =>
            Math.max(invitations.filter(({ state }) => state !== 'revoked').length, members.length),
        },
        { id: 'joined', header: t('consultant.joined'), figures: true, cell: ({ members }) => members.length },
        {
          id: 'accepted',
          header: t('consultant.accepted'),
          figures: true,
          cell: ({ members }) => members.filter(({ hasAccepted }) => hasAccepted).length,
        },
        {
          id: 'next',
          header: t('consultant.next'),
          cell: ({ nextMeeting }) => (nextMeeting ? dates.day(nextMeeting.startsAt) : '–'),
        },
        {
          id: 'attendance',
          header: t('consultant.attendance'),
          figures: true,
          cell: (network) => <Attendance network={network} />,
        },
        {
          id: 'access',
          header: t('consultant.access'),
          cell: ({ consultants }) => <Access until={consultants.find(({ isViewer }) => isViewer)?.accessUntil} />,
        },
      ]}
    />
  )
}

function Name({ network: { id, name, state, invitations } }: { network: Network }) {
  const { t } = useTranslation('networks/planning')
  const failed = invitations.filter((each) => each.state === 'failed').length
  const missing = invitations.filter(
    (each) => each.state === 'sent' || each.state === 'queued' || each.state === 'expired',
  ).length
  return (
    <span className={classes.name}>
      <Anchor component={Link} to={`/consultant/networks/${id}`}>
        {name}
      </Anchor>
      {state === 'closed' && <Badge color="gray">{t('consultant.closed')}</Badge>}
      {failed > 0 && <span className={classes.failed}>{t('consultant.failed', { count: failed })}</span>}
      {missing > 0 && <span className={classes.quiet}>{t('consultant.missing', { count: missing })}</span>}
    </span>
  )
}

function Attendance({ network: { attendedCount, markedCount } }: { network: Network }) {
  const { t, i18n } = useTranslation('networks/planning')
  if (markedCount === 0) return <span className={classes.quiet}>{t('consultant.attendanceNone')}</span>
  return new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(attendedCount / markedCount)
}

function Access({ until }: { until: string | undefined }) {
  const { t } = useTranslation('networks/planning')
  const dates = useDates()
  return until ? t('consultant.until', { day: dates.date(`${until}T12:00:00Z`) }) : '–'
}
