import { gql, type TypedDocumentNode } from '@apollo/client'
import { useTranslation } from 'react-i18next'
import type { LoaderFunctionArgs } from 'react-router'
import { VaultGate } from '../account/vault-gate.tsx'
import { preload, usePreloaded } from '../apollo.ts'
import type { CompetencePageQuery, CompetencePageQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import classes from './competence.module.css'
import { RateMyself } from './rate-myself.tsx'

const query: TypedDocumentNode<CompetencePageQuery, CompetencePageQueryVariables> = gql`
  query CompetencePage($id: ID!) {
    viewer {
      id
    }
    network(id: $id) {
      id
      name
      endsOn
      members {
        id
        isViewer
      }
    }
  }
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.networkId ?? '' })

/** Where a member rates herself at the start and at the end of a season, for herself alone. */
export function Component() {
  const { t } = useTranslation('feedback/season')
  const { viewer, network } = usePreloaded(loader).data
  if (!viewer || !network?.members.some(({ isViewer }) => isViewer)) return notFound()
  return (
    <VaultGate personId={viewer.id}>
      {(room, vault) => (
        <Page
          title={t('competence.title')}
          lead={t('competence.lead')}
          back={{ to: `/networks/${network.id}`, label: network.name }}
          discreet
        >
          <p className={classes.text}>{t('competence.noShare')}</p>
          <RateMyself key={network.id} room={room} vault={vault} networkId={network.id} endsOn={network.endsOn} />
        </Page>
      )}
    </VaultGate>
  )
}
