import { gql, type TypedDocumentNode } from '@apollo/client'
import { type PreloadedQueryRef, useQueryRefHandlers } from '@apollo/client/react'
import { Anchor, Button } from '@mantine/core'
import { IconNotebook } from '@tabler/icons-react'
import { useTransition } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLoaderData } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { AuditLogQuery, AuditLogQueryVariables } from '../generated/graphql.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { AuditTable } from './audit-table.tsx'

const query: TypedDocumentNode<AuditLogQuery, AuditLogQueryVariables> = gql`
  query AuditLog($after: String) {
    viewer {
      id
      isAdmin
    }
    auditEntries(first: 25, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...AuditTable_entry
        }
      }
    }
  }
  ${AuditTable.fragment}
`

export const loader = () => preload(query)

/** What administrators have done: all of it for them, what concerns her for everybody else. */
export function Component() {
  const { t } = useTranslation('participation')
  const { viewer, auditEntries } = usePreloaded(loader).data
  const { fetchMore } = useQueryRefHandlers(useLoaderData() as PreloadedQueryRef<AuditLogQuery, AuditLogQueryVariables>)
  const [loading, startLoading] = useTransition()
  const { hasNextPage, endCursor } = auditEntries.pageInfo
  const entries = auditEntries.edges.map(({ node }) => node)
  const more = () => startLoading(async () => void (await fetchMore({ variables: { after: endCursor } })))
  return (
    <Page
      title={t('log.title')}
      lead={t(viewer?.isAdmin ? 'log.leadAdmin' : 'log.lead')}
      {...(viewer?.isAdmin && { back: { to: '/admin', label: t('links.admin') } })}
    >
      {entries.length === 0 ? (
        <EmptyState title={t('log.emptyTitle')} icon={IconNotebook}>
          {t('log.empty')}
        </EmptyState>
      ) : (
        <AuditTable entries={entries} />
      )}
      {hasNextPage && (
        <div>
          <Button variant="default" loading={loading} onClick={more}>
            {t('log.more')}
          </Button>
        </div>
      )}
      <p>
        <Anchor component={Link} to="/participation/columns">
          {t('links.columns')}
        </Anchor>
      </p>
    </Page>
  )
}
