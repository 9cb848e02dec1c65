import { gql, type TypedDocumentNode } from '@apollo/client'
import { useTranslation } from 'react-i18next'
import type { LoaderFunctionArgs } from 'react-router'
import { VaultGate } from '../account/vault-gate.tsx'
import { preload, usePreloaded } from '../apollo.ts'
import type { AfterPageQuery, AfterPageQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import { AfterRound } from './after-round.tsx'
import { placeFragment, usePlace } from './use-place.ts'

const query: TypedDocumentNode<AfterPageQuery, AfterPageQueryVariables> = gql`
  query AfterPage($id: ID!) {
    viewer {
      id
    }
    node(id: $id) {
      ... on Round {
        id
        ...RoundPlace
      }
    }
  }
  ${placeFragment}
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.roundId ?? '' })

/** What a round has left: what stays and for how long, and what comes next. For those who were in it. */
export function Component() {
  const { t } = useTranslation('supervision/sealed')
  const { viewer, node } = usePreloaded(loader).data
  const place = usePlace(node?.__typename === 'Round' ? node : notFound(), viewer?.id ?? '')
  if (!viewer || !place.readerIds.includes(viewer.id)) return notFound()
  return (
    <VaultGate personId={viewer.id}>
      {(room, vault) => (
        <Page
          title={t('after.title')}
          lead={t('after.lead')}
          back={{ to: `/networks/${place.networkId}`, label: place.networkName }}
          width="read"
          discreet
        >
          <AfterRound key={place.roundId} room={room} vault={vault} place={place} />
        </Page>
      )}
    </VaultGate>
  )
}
