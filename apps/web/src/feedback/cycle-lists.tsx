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

const moreToAnswer: TypedDocumentNode<MoreFeedbackToAnswerQuery, MoreFeedbackToAnswerQueryVariables> = gql`
  query MoreFeedbackToAnswer($after: String!) {
    feedbackToAnswer(which: open, first: 25, after: $after) {
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
  }
  ${AskedOfMe.fragment}
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

const moreAsked: TypedDocumentNode<MoreFeedbackAskedQuery, MoreFeedbackAskedQueryVariables> = gql`
  query MoreFeedbackAsked($after: String!) {
    feedbackAsked(which: all, first: 25, after: $after) {
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
  }
  ${AskedByMe.fragment}
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
