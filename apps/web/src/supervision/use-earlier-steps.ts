import { gql, type TypedDocumentNode } from '@apollo/client'
import { readRoundDocument } from '@lederkreds/domain/supervision/round-document'
import { useCallback } from 'react'
import { openItems } from '../account/joint-items.ts'
import { plainId } from '../account/keyring.ts'
import { useLook } from '../account/use-look.ts'
import type { Room } from '../account/vault-room.ts'
import { client } from '../apollo.ts'
import { fresh } from '../fresh.ts'
import type { EarlierStepsQuery, EarlierStepsQueryVariables } from '../generated/graphql.ts'
import type { RoundItem } from './use-round-items.ts'

const query: TypedDocumentNode<EarlierStepsQuery, EarlierStepsQueryVariables> = gql`
  query EarlierSteps($id: ID!) {
    viewer {
      id
    }
    node(id: $id) {
      ... on Meeting {
        id
        startsAt
        rounds {
          id
        }
        earlierSteps {
          id
          roundId
        }
        network {
          id
          members {
            id
            person {
              id
              name
            }
          }
          rounds(first: 50) {
            edges {
              node {
                id
                startedAt
              }
            }
          }
        }
      }
    }
  }
`

/** Ids as the API gives them. */
export interface EarlierSteps {
  readonly shared: readonly RoundItem[]
  /** The rounds before this meeting: what somebody keeps for herself says which of them it is of. */
  readonly roundIds: ReadonlySet<string>
  readonly viewerId: string
  readonly names: ReadonlyMap<string, string>
}

/** The next steps of a network's rounds before a meeting, fetched and opened when they are looked at, and forgotten with the page. */
export const useEarlierSteps = (room: Room, meetingId: string) =>
  useLook(useCallback(() => fetchSteps(room, meetingId), [room, meetingId]))

async function fetchSteps(room: Room, id: string): Promise<EarlierSteps> {
  const { data } = await client.query({ query, variables: { id }, ...fresh })
  const none = { shared: [], roundIds: new Set<string>(), viewerId: data?.viewer?.id ?? '', names: new Map() }
  if (data?.node?.__typename !== 'Meeting') return none
  const { earlierSteps, network, rounds, startsAt } = data.node
  const here = new Set(rounds.map((round) => round.id))
  const before = network.rounds.edges
    .map(({ node }) => node)
    .filter((round) => !here.has(round.id) && Date.parse(round.startedAt ?? '') < Date.parse(startsAt))
  const roundOf = new Map(earlierSteps.map((head) => [head.id, head.roundId]))
  const items = await openItems(room, [...roundOf.keys()])
  const shared = items.map(({ opened, ...item }): RoundItem => {
    const ofRound = plainId(roundOf.get(item.id) ?? '')
    return {
      ...item,
      document: opened.state === 'open' ? readRoundDocument(opened.document, 'nextStep', ofRound) : null,
      readers: opened.state === 'open' ? opened.readers.length : 0,
    }
  })
  return {
    ...none,
    shared,
    roundIds: new Set(before.map((round) => round.id)),
    names: new Map(network.members.map(({ person }) => [person.id, person.name])),
  }
}
