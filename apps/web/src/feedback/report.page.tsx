import { gql, type TypedDocumentNode } from '@apollo/client'
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { VaultGate } from '../account/vault-gate.tsx'
import { preload, usePreloaded } from '../apollo.ts'
import type { ReportPageQuery, ReportPageQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Icon } from '../ui/icon.tsx'
import { Page } from '../ui/page.tsx'
import { ReportNotes } from './report-notes.tsx'
import { ReportSheet } from './report-sheet.tsx'

const query: TypedDocumentNode<ReportPageQuery, ReportPageQueryVariables> = gql`
  query ReportPage {
    viewer {
      id
    }
    networks(first: 50) {
      edges {
        node {
          id
          name
          viewerCanBeginRound
        }
      }
    }
  }
`

export const loader = () => preload(query)

/** Private notes about a report that came from elsewhere, and the way from there to the network. */
export function Component() {
  const { t } = useTranslation('feedback/report')
  const { viewer, networks } = usePreloaded(loader).data
  if (!viewer) return notFound()
  return (
    <VaultGate personId={viewer.id}>
      {(room, vault) => (
        <Page
          title={t('title')}
          lead={t('lead')}
          back={{ to: '/feedback', label: t('back') }}
          actions={
            <Button variant="default" leftSection={<Icon of={IconPrinter} />} onClick={() => window.print()}>
              {t('print')}
            </Button>
          }
          width="read"
          discreet
        >
          <ReportNotes room={room} vault={vault} networks={networks.edges.map(({ node }) => node)} />
          <ReportSheet />
        </Page>
      )}
    </VaultGate>
  )
}
