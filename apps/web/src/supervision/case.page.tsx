import { gql, type TypedDocumentNode } from '@apollo/client'
import { useTranslation } from 'react-i18next'
import type { LoaderFunctionArgs } from 'react-router'
import { VaultGate } from '../account/vault-gate.tsx'
import { preload, usePreloaded } from '../apollo.ts'
import type { CasePageQuery, CasePageQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import { CaseDraft } from './case-draft.tsx'

const query: TypedDocumentNode<CasePageQuery, CasePageQueryVariables> = gql`
  query CasePage($id: ID!) {
    viewer {
      id
    }
    network(id: $id) {
      id
      name
      members {
        id
        isViewer
      }
    }
  }
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.networkId ?? '' })

/** Where a member prepares her case, for herself alone. */
export function Component() {
  const { t } = useTranslation('supervision/sealed')
  const { viewer, network } = usePreloaded(loader).data
  if (!viewer || !network?.members.some(({ isViewer }) => isViewer)) return notFound()
  return (
    <VaultGate personId={viewer.id}>
      {(room, vault) => (
        <Page
          title={t('case.heading')}
          lead={t('case.lead')}
          back={{ to: `/networks/${network.id}`, label: network.name }}
          width="read"
          discreet
        >
          <CaseDraft key={network.id} room={room} vault={vault} networkId={network.id} />
        </Page>
      )}
    </VaultGate>
  )
}
