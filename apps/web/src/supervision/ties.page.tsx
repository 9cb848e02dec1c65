import { gql, type TypedDocumentNode } from '@apollo/client'
import { useTranslation } from 'react-i18next'
import type { LoaderFunctionArgs } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { TiesPageQuery, TiesPageQueryVariables } from '../generated/graphql.ts'
import { Follow } from '../meetings/follow.tsx'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import { Ties } from './ties.tsx'

const query: TypedDocumentNode<TiesPageQuery, TiesPageQueryVariables> = gql`
  query TiesPage($id: ID!) {
    network(id: $id) {
      id
      name
      viewerCanDeclareTies
      ...Follow_network
      ...Ties_network
    }
  }
  ${Follow.fragment}
  ${Ties.fragment}
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.networkId ?? '' })

/** Who in a network does not supervise whose cases: for its members, who say it and see it. */
export function Component() {
  const network = usePreloaded(loader).data.network ?? notFound()
  const { t } = useTranslation('supervision/turns')
  if (!network.viewerCanDeclareTies) return notFound()
  return (
    <Page
      title={t('tie.title')}
      lead={t('tie.lead')}
      back={{ to: `/networks/${network.id}`, label: network.name }}
      width="read"
    >
      <Follow network={network} query="TiesPage" />
      <Ties network={network} />
    </Page>
  )
}
