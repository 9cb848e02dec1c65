import type { TodayQuery } from '../generated/graphql.ts'
import { withWords } from '../i18n.ts'
import { later } from '../ui/later.tsx'

const FeedbackTasks = later(
  withWords(() => import('./feedback-tasks.tsx').then(({ FeedbackTasks }) => FeedbackTasks), 'feedback/today'),
)

type Asked = Pick<TodayQuery, 'feedbackToAnswer' | 'feedbackNews' | 'feedbackToAskAgain' | 'networks'>

/** What of feedback is there for her today; undefined where nothing is, and then nothing of it is fetched. */
export function feedbackToday({ feedbackToAnswer, feedbackNews, feedbackToAskAgain, networks }: Asked) {
  const tasks = {
    toAnswer: feedbackToAnswer.edges.map(({ node }) => node),
    steps: stepsIn(networks.edges),
    news: feedbackNews.edges.map(({ node }) => node),
    again: feedbackToAskAgain.edges.flatMap(({ node: { id, network } }) => (network ? [{ id, network }] : [])),
  }
  if (Object.values(tasks).every(({ length }) => length === 0)) return undefined
  return { ...tasks, hasMore: feedbackToAnswer.pageInfo.hasNextPage || feedbackNews.pageInfo.hasNextPage }
}

export type FeedbackToday = NonNullable<ReturnType<typeof feedbackToday>>

const stepsIn = (networks: Asked['networks']['edges']) =>
  networks.flatMap(({ node: { id: networkId, name: networkName, feedbackSteps } }) =>
    feedbackSteps.edges.flatMap(({ node: { id, deadline, viewerCanJoin } }) =>
      viewerCanJoin ? [{ id, deadline, networkId, networkName }] : [],
    ),
  )

/** Who asks her, what has come to her, and what she can ask. */
export function TodayFeedback({ tasks }: { tasks: FeedbackToday | undefined }) {
  return tasks && <FeedbackTasks {...tasks} />
}
