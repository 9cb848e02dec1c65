import { gql, type TypedDocumentNode } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import type {
  FeedbackListQuery,
  MoreFeedbackAskedQuery,
  MoreFeedbackAskedQueryVariables,
  MoreFeedbackToAnswerQuery,
  MoreFeedbackToAnswerQueryVariables,
} from '../generated/graphql.ts'
import { PagedList } from '../ui/paged-list.tsx'
import { AskedByMe, AskedOfMe } from './cycle-rows.tsx'

const asks = gql`
  fragment AsksOfMe_asks on QueryFeedbackToAnswerConnection {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        ...AskedOfMe_cycle
      }
    }
  }
  ${AskedOfMe.fragment}
`

const moreToAnswer: TypedDocumentNode<MoreFeedbackToAnswerQuery, MoreFeedbackToAnswerQueryVariables> = gql`
  query MoreFeedbackToAnswer($after: String!) {
    feedbackToAnswer(which: open, first: 25, after: $after) {
      ...AsksOfMe_asks @unmask
    }
  }
  ${asks}
`

/** Who asks her, the first to end first. */
export function AsksOfMe({ asks: { pageInfo, edges } }: { asks: FeedbackListQuery['feedbackToAnswer'] }) {
  const { t } = useTranslation('feedback')
  const client = useApolloClient()
  const variables = { after: pageInfo.endCursor ?? '' }
  return (
    <PagedList
      more={t('list.more')}
      hasMore={pageInfo.hasNextPage}
      onMore={() => client.query({ query: moreToAnswer, variables, fetchPolicy: 'network-only' })}
    >
      {edges.map(({ node }) => (
        <AskedOfMe key={node.id} cycle={node} />
      ))}
    </PagedList>
  )
}
AsksOfMe.fragment = asks

const cycles = gql`
  fragment OwnCycles_cycles on QueryFeedbackAskedConnection {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        ...AskedByMe_cycle
      }
    }
  }
  ${AskedByMe.fragment}
`

const moreAsked: TypedDocumentNode<MoreFeedbackAskedQuery, MoreFeedbackAskedQueryVariables> = gql`
  query MoreFeedbackAsked($after: String!) {
    feedbackAsked(which: all, first: 25, after: $after) {
      ...OwnCycles_cycles @unmask
    }
  }
  ${cycles}
`

/** What she has asked, the newest first. */
export function OwnCycles({ cycles: { pageInfo, edges } }: { cycles: FeedbackListQuery['feedbackAsked'] }) {
  const { t } = useTranslation('feedback')
  const client = useApolloClient()
  const variables = { after: pageInfo.endCursor ?? '' }
  return (
    <PagedList
      more={t('list.older')}
      hasMore={pageInfo.hasNextPage}
      onMore={() => client.query({ query: moreAsked, variables, fetchPolicy: 'network-only' })}
    >
      {edges.map(({ node }) => (
        <AskedByMe key={node.id} cycle={node} />
      ))}
    </PagedList>
  )
}
OwnCycles.fragment = cycles
