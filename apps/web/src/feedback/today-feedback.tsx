import { localDate } from '@lederkreds/domain/day'
import { isNews, isTimeToAskAgain, waitsForAnswer } from '@lederkreds/domain/feedback/waiting'
import { lazy, Suspense } from 'react'
import type { TodayQuery } from '../generated/graphql.ts'
import { page } from '../route.ts'

const FeedbackTasks = lazy(
  page(
    () => import('./feedback-tasks.tsx').then(({ FeedbackTasks }) => ({ default: FeedbackTasks })),
    'feedback/today',
  ),
)

type Networks = TodayQuery['networks']['edges']

/** What of feedback is there for her today; undefined where nothing is, and then nothing of it is fetched. */
export function feedbackToday(data: Pick<TodayQuery, 'feedbackToAnswer' | 'feedbackAsked' | 'networks'>, now: Date) {
  const today = localDate(now)
  const asked = data.feedbackAsked.map((cycle) => ({ ...cycle, isFollowed: cycle.next !== null }))
  // Without the network that she has left there is nobody to ask again.
  const again = asked.flatMap(({ network, ...cycle }) =>
    network && isTimeToAskAgain(cycle, today) ? [{ ...cycle, network }] : [],
  )
  const tasks = {
    toAnswer: data.feedbackToAnswer.filter((ask) => waitsForAnswer({ ...ask, deadline: new Date(ask.deadline) }, now)),
    steps: stepsIn(data.networks.edges),
    news: asked.filter((cycle) => isNews(cycle, today)),
    again,
  }
  return Object.values(tasks).some(({ length }) => length > 0) ? tasks : undefined
}

export type FeedbackToday = NonNullable<ReturnType<typeof feedbackToday>>

const stepsIn = (networks: Networks) =>
  networks.flatMap(({ node: { id, name, feedbackSteps } }) =>
    feedbackSteps
      .filter(({ viewerCanJoin, viewerCycle }) => viewerCanJoin && !viewerCycle)
      .map((step) => ({ ...step, networkId: id, networkName: name })),
  )

/** Who asks her, what has come to her, and what she can ask. */
export function TodayFeedback({ tasks }: { tasks: FeedbackToday | undefined }) {
  return (
    tasks && (
      <Suspense>
        <FeedbackTasks {...tasks} />
      </Suspense>
    )
  )
}
