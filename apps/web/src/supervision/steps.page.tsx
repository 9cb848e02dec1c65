import { gql, type TypedDocumentNode } from '@apollo/client'
import { useTranslation } from 'react-i18next'
import type { LoaderFunctionArgs } from 'react-router'
import { VaultGate } from '../account/vault-gate.tsx'
import { preload, usePreloaded } from '../apollo.ts'
import type { StepsPageQuery, StepsPageQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import { OpenSteps } from './open-steps.tsx'

const query: TypedDocumentNode<StepsPageQuery, StepsPageQueryVariables> = gql`
  query StepsPage($id: ID!) {
    viewer {
      id
    }
    node(id: $id) {
      ... on Meeting {
        id
        network {
          id
          members {
            id
            isViewer
          }
        }
      }
    }
  }
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.meetingId ?? '' })

/** Next steps of earlier rounds, on a page of their own, behind the keys. */
export function Component() {
  const { t } = useTranslation('supervision/agenda')
  const { viewer, node } = usePreloaded(loader).data
  const meeting = node?.__typename === 'Meeting' ? node : notFound()
  if (!viewer || !meeting.network.members.some(({ isViewer }) => isViewer)) return notFound()
  return (
    <VaultGate personId={viewer.id}>
      {(room, vault) => (
        <Page
          title={t('steps.title')}
          lead={t('steps.lead')}
          back={{ to: `/networks/${meeting.network.id}/meetings/${meeting.id}/agenda`, label: t('steps.agenda') }}
          width="read"
          discreet
        >
          <OpenSteps room={room} vault={vault} meetingId={meeting.id} />
        </Page>
      )}
    </VaultGate>
  )
}
