import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoaderFunctionArgs } from 'react-router'
import { VaultGate } from '../account/vault-gate.tsx'
import { preload, usePreloaded } from '../apollo.ts'
import type { AfterPageQuery, AfterPageQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import { AfterRound } from './after-round.tsx'
import type { RoundPlace } from './use-round-items.ts'

const query: TypedDocumentNode<AfterPageQuery, AfterPageQueryVariables> = gql`
  query AfterPage($id: ID!) {
    viewer {
      id
    }
    node(id: $id) {
      ... on Round {
        id
        stays
        staysUntil
        network {
          id
          name
          members {
            id
            hasAccepted
            person {
              id
              name
            }
          }
        }
        people {
          isFocus
          isViewer
          person {
            id
            name
          }
        }
      }
    }
  }
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.roundId ?? '' })

/** What a round has left: what stays and for how long, and what comes next. For those who were in it. */
export function Component() {
  const { t } = useTranslation('supervision/sealed')
  const { viewer, node } = usePreloaded(loader).data
  const round = node?.__typename === 'Round' ? node : null
  const place = useMemo(() => (round ? placeOf(round) : null), [round])
  if (!viewer || !round || !place?.readerIds.includes(viewer.id)) return notFound()
  const { id, name } = round.network
  return (
    <VaultGate personId={viewer.id}>
      {(room, vault) => (
        <Page
          title={t('after.title')}
          lead={t('after.lead')}
          back={{ to: `/networks/${id}`, label: name }}
          width="read"
          discreet
        >
          <AfterRound key={round.id} room={room} vault={vault} place={{ ...place, viewerId: viewer.id }} />
        </Page>
      )}
    </VaultGate>
  )
}

type FoundRound = Extract<AfterPageQuery['node'], { __typename: 'Round' }>

/** Readers are those who were in it and are members still: nothing can be sealed to anybody else. */
function placeOf({ id, stays, staysUntil, network, people }: FoundRound): Omit<RoundPlace, 'viewerId'> {
  const inside = new Set(network.members.filter(({ hasAccepted }) => hasAccepted).map(({ person }) => person.id))
  return {
    roundId: id,
    networkId: network.id,
    stays,
    staysUntil,
    focusId: people.find(({ isFocus }) => isFocus)?.person.id ?? null,
    readerIds: people.map(({ person }) => person.id).filter((person) => inside.has(person)),
    names: new Map([...network.members, ...people].map(({ person }) => [person.id, person.name])),
  }
}
