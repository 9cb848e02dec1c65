import { gql, type TypedDocumentNode } from '@apollo/client'
import { Alert, Button, Paper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, Navigate } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { ManageNetworkPageQuery, ManageNetworkPageQueryVariables } from '../generated/graphql.ts'
import { Follow } from '../meetings/follow.tsx'
import { notFound } from '../root.tsx'
import { Page, Section } from '../ui/page.tsx'
import { AccessList } from './access-list.tsx'
import { CloseNetwork } from './close-network.tsx'
import { EditNetwork } from './edit-network.tsx'
import { InvitationTable } from './invitation-table.tsx'
import { InviteMore } from './invite-more.tsx'
import { MemberList } from './member-list.tsx'

const query: TypedDocumentNode<ManageNetworkPageQuery, ManageNetworkPageQueryVariables> = gql`
  query ManageNetworkPage($id: ID!) {
    network(id: $id) {
      id
      name
      state
      viewerIsConsultant
      viewerCanInvite
      viewerCanConfigure
      viewerCanClose
      members {
        id
      }
      reportingPairs {
        report
        manager
      }
      ...Follow_network
      ...InvitationTable_network
      ...InviteMore_network
      ...MemberList_network
      ...AccessList_network
      ...EditNetwork_network
      ...CloseNetwork_network
    }
  }
  ${Follow.fragment}
  ${InvitationTable.fragment}
  ${InviteMore.fragment}
  ${MemberList.fragment}
  ${AccessList.fragment}
  ${EditNetwork.fragment}
  ${CloseNetwork.fragment}
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.networkId ?? '' })

/** What a consultant keeps of a running network: its invitations, its members, who has access, and its name and purpose. */
export function Component() {
  const network = usePreloaded(loader).data.network ?? notFound()
  const { t } = useTranslation(['networks/planning', 'networks'])
  const [changing, setChanging] = useState(false)
  const [editing, setEditing] = useState(false)
  if (!network.viewerIsConsultant) return <Navigate to={`/networks/${network.id}`} replace />
  if (network.state === 'draft') return <Navigate to={`/consultant/networks/${network.id}/edit`} replace />
  return (
    <Page
      title={network.name}
      lead={t('manage.lead')}
      back={{ to: '/consultant', label: t('consultant.title') }}
      actions={
        <Button component={Link} to={`/networks/${network.id}`} variant="default">
          {t('manage.open')}
        </Button>
      }
    >
      <Follow network={network} query="ManageNetworkPage" />
      {network.state === 'closed' && <Alert color="gray" title={t('networks:page.closed')} />}
      {network.reportingPairs.map(({ report, manager }) => (
        <Alert key={`${report} ${manager}`} color="rose" title={t('consultant.pair', { report, manager })} />
      ))}
      <Section title={t('manage.invitations')}>
        <InvitationTable network={network} />
        {network.viewerCanInvite && <InviteMore network={network} />}
      </Section>
      <Section
        title={t('manage.members')}
        actions={
          network.viewerCanConfigure &&
          network.members.length > 0 && (
            <Button variant="subtle" aria-pressed={changing} onClick={() => setChanging(!changing)}>
              {t(changing ? 'networks:member.done' : 'networks:member.changeAll')}
            </Button>
          )
        }
      >
        <Paper>
          <MemberList network={network} changing={changing} />
        </Paper>
      </Section>
      <Section title={t('manage.consultants')}>
        <AccessList network={network} />
      </Section>
      {network.viewerCanConfigure && (
        <Section title={t('manage.edit')}>
          {editing ? (
            <EditNetwork network={network} onDone={() => setEditing(false)} />
          ) : (
            <div>
              <Button variant="default" onClick={() => setEditing(true)}>
                {t('manage.change')}
              </Button>
            </div>
          )}
        </Section>
      )}
      {network.viewerCanClose && <CloseNetwork network={network} />}
    </Page>
  )
}
