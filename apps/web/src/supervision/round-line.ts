import { gql, type TypedDocumentNode } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import type { RoundEvent, RoundHappening } from '@lederkreds/domain/supervision/round'
import { client } from '../apollo.ts'
import { fresh } from '../fresh.ts'
import type {
  FollowRoundSubscription,
  FollowRoundSubscriptionVariables,
  LookAtRoundQuery,
  LookAtRoundQueryVariables,
  RecordRoundEventsMutation,
  RecordRoundEventsMutationVariables,
} from '../generated/graphql.ts'
import type { NumberedEvent, RoundLine } from './round-engine.ts'

const record: TypedDocumentNode<RecordRoundEventsMutation, RecordRoundEventsMutationVariables> = gql`
  mutation RecordRoundEvents($roundId: ID!, $by: ID!, $events: [RoundEventInput!]!) {
    recordRoundEvents(roundId: $roundId, by: $by, events: $events) {
      __typename
      ... on RecordedEvents {
        ids
      }
    }
  }
`

const follow: TypedDocumentNode<FollowRoundSubscription, FollowRoundSubscriptionVariables> = gql`
  subscription FollowRound($roundId: ID!, $afterSeq: Int!) {
    roundEvents(roundId: $roundId, afterSeq: $afterSeq) {
      id
      seq
      clock
      at
      by
      kind
      detail
    }
  }
`

const look: TypedDocumentNode<LookAtRoundQuery, LookAtRoundQueryVariables> = gql`
  query LookAtRound($id: ID!, $afterSeq: Int!) {
    node(id: $id) {
      ... on Round {
        id
        now
        events(afterSeq: $afterSeq) {
          id
          seq
          clock
          at
          by
          kind
          detail
        }
      }
    }
  }
`

type Told = FollowRoundSubscription['roundEvents']

/** What the API tells, as the engine reads it: the detail stands beside the kind, times are milliseconds. */
export function eventOf({ id, seq, clock, at, by, kind, detail }: Told): NumberedEvent {
  const happening = { ...(detail as object), kind } as RoundHappening
  return { ...happening, id, seq, clock, at: Date.parse(at), by }
}

function inputOf({ id, clock, at, by: _by, kind, ...detail }: RoundEvent) {
  return { id, clock, at: new Date(at).toISOString(), kind, detail }
}

/** The server stumbled: what it could not answer now it may well take the next time. */
const isTheirFault = ({ errors }: CombinedGraphQLErrors) =>
  errors.some(({ extensions }) => extensions?.code === 'INTERNAL')

/**
 * A round's way to the API for one person: mutations in, one subscription back, which begins anew where it began whenever
 * it breaks.
 */
export const lineOf = (roundId: string, by: string): RoundLine => ({
  async send(events) {
    try {
      const { data } = await client.mutate({
        mutation: record,
        variables: { roundId, by, events: events.map(inputOf) },
      })
      const answer = data?.recordRoundEvents
      if (answer?.__typename === 'RecordedEvents') return { ids: answer.ids }
      return { why: answer?.__typename ?? 'unknown' }
    } catch (fault) {
      // An answer, though none that the round has a word for: it is not hers any more.
      if (CombinedGraphQLErrors.is(fault) && !isTheirFault(fault)) return { why: 'forbidden' }
      throw fault
    }
  },

  follow(afterSeq, tell) {
    const following = client
      .subscribe({ query: follow, variables: { roundId, afterSeq }, fetchPolicy: 'no-cache' })
      .subscribe(({ data }) => data && tell([eventOf(data.roundEvents)]))
    return () => following.unsubscribe()
  },

  async look(afterSeq) {
    const { data } = await client.query({
      query: look,
      variables: { id: roundId, afterSeq },
      ...fresh,
    })
    if (data?.node?.__typename !== 'Round') throw new Error('the round is not to be seen any more')
    return { now: Date.parse(data.node.now), events: data.node.events.map(eventOf) }
  },
})
