import { gql, type TypedDocumentNode } from '@apollo/client'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useParams } from 'react-router'
import { CompareWords } from '../account/compare-words.tsx'
import { VaultGate } from '../account/vault-gate.tsx'
import { preload, usePreloaded } from '../apollo.ts'
import type { CompareQuery, CompareQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'

const query: TypedDocumentNode<CompareQuery, CompareQueryVariables> = gql`
  query Compare($networkId: ID!) {
    viewer {
      id
    }
    network(id: $networkId) {
      id
      name
      members {
        id
        isViewer
        hasAccepted
        person {
          id
          name
        }
      }
    }
  }
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { networkId: params.networkId ?? '' })

/** The twelve words of two members, to be read out to each other. */
export function Component() {
  const { t } = useTranslation('account/keys')
  const { personId } = useParams()
  const { viewer, network } = usePreloaded(loader).data
  const isMember = network?.members.some(({ isViewer }) => isViewer)
  const other = network?.members.find(
    ({ person, isViewer, hasAccepted }) => person.id === personId && !isViewer && hasAccepted,
  )
  if (!viewer || !network || !isMember || !other) return notFound()
  const { id, name } = other.person
  return (
    <VaultGate personId={viewer.id}>
      {(room, vault) => (
        <Page
          title={t('compare.title', { name })}
          lead={t('compare.lead')}
          back={{ to: `/networks/${network.id}`, label: network.name }}
          width="read"
          discreet
        >
          <CompareWords key={id} room={room} vault={vault} person={{ id, name }} />
        </Page>
      )}
    </VaultGate>
  )
}
