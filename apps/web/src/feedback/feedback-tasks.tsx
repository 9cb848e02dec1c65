import { Anchor } from '@mantine/core'
import { IconMailOpened, IconMessage2, IconRefresh, IconUsersGroup } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Section } from '../ui/page.tsx'
import { Task, Tasks } from '../ui/task.tsx'
import { useDates } from '../ui/use-dates.ts'
import type { FeedbackToday } from './today-feedback.tsx'

/** One card each, neutral: a pooled ask looks the same before and after she has answered. */
export function FeedbackTasks({ toAnswer, steps, news, again, hasMore }: FeedbackToday) {
  const { t } = useTranslation('feedback/today')
  const dates = useDates()
  return (
    <Section title={t('title')}>
      <Tasks>
        {news.map(({ id, state, network }) => (
          <Task
            key={id}
            icon={IconMailOpened}
            to={`/feedback/${id}`}
            title={t(state === 'released' ? 'news' : 'tooFew')}
          >
            {t(state === 'released' ? 'newsText' : 'tooFewText')}
            {network && ` ${network.name}.`}
          </Task>
        ))}
        {toAnswer.map(({ id, promise, deadline, receiver, network }) => (
          <Task key={id} icon={IconMessage2} to={`/feedback/${id}/answer`} title={t('asked', { name: receiver.name })}>
            {network && `${network.name}. `}
            {t('askedText', { until: dates.moment(deadline) })}
            {promise === 'pooled' && ` ${t('askedPooled')}`}
          </Task>
        ))}
        {steps.map(({ id, networkId, networkName, deadline }) => (
          <Task
            key={id}
            icon={IconUsersGroup}
            to={`/networks/${networkId}/feedback/new?step=${id}`}
            title={t('step', { network: networkName })}
          >
            {t('stepText', { until: dates.moment(deadline) })}
          </Task>
        ))}
        {again.map(({ id, network }) => (
          <Task
            key={`again ${id}`}
            icon={IconRefresh}
            to={`/networks/${network.id}/feedback/new?previous=${id}`}
            title={t('again')}
          >
            {t('againText', { network: network.name })}
          </Task>
        ))}
      </Tasks>
      {hasMore && (
        <p>
          <Anchor component={Link} to="/feedback">
            {t('more')}
          </Anchor>
        </p>
      )}
    </Section>
  )
}
