import { gql, type TypedDocumentNode } from '@apollo/client'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs } from 'react-router'
import { VaultGate } from '../account/vault-gate.tsx'
import { preload, usePreloaded } from '../apollo.ts'
import type { ToldStepsQuery, ToldStepsQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import { ToldSteps } from './told-steps.tsx'

const query: TypedDocumentNode<ToldStepsQuery, ToldStepsQueryVariables> = gql`
  query ToldSteps($id: ID!) {
    viewer {
      id
    }
    network(id: $id) {
      id
      name
      viewerCanAskForFeedback
      members {
        id
        person {
          id
          name
        }
      }
      toldSteps {
        id
        cycleId
      }
    }
  }
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.networkId ?? '' })

/** What members of a network have told each other that they will do after feedback. */
export function Component() {
  const { t } = useTranslation('feedback')
  const { viewer, network } = usePreloaded(loader).data
  if (!viewer || !network) return notFound()
  const names = new Map(
    network.members.map(({ person: { id, name } }) => [id, id === viewer.id ? t('step.yours') : name]),
  )
  return (
    <VaultGate personId={viewer.id}>
      {(room) => (
        <Page
          title={t('told.title')}
          lead={t('told.lead')}
          back={{ to: `/networks/${network.id}`, label: network.name }}
          actions={
            network.viewerCanAskForFeedback && (
              <Button component={Link} to={`/networks/${network.id}/feedback/new`} variant="default">
                {t('list.ask')}
              </Button>
            )
          }
          width="read"
          discreet
        >
          <ToldSteps room={room} heads={network.toldSteps} names={names} />
        </Page>
      )}
    </VaultGate>
  )
}
