import { IconCircleCheck, IconMailOff, IconScript, IconUserCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TodayQuery } from '../generated/graphql.ts'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/page.tsx'
import { Task, Tasks } from '../ui/task.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './waiting.module.css'

interface WaitingProps {
  rules: NonNullable<TodayQuery['viewer']>['pendingGroundRules']
  marks: TodayQuery['meetingsToMark']['edges']
  facilitated: TodayQuery['facilitatedNetworks']['edges']
  /** Whether something else below waits for her too. */
  hasMore: boolean
}

/** What only I can do: say yes to ground rules, say who was there, look after invitations that did not arrive. */
export function Waiting({ rules, marks, facilitated, hasMore }: WaitingProps) {
  const { t } = useTranslation('meetings')
  const dates = useDates()
  const bounced = facilitated
    .map(({ node }) => ({ ...node, count: node.invitations.filter(({ state }) => state === 'failed').length }))
    .filter(({ count }) => count > 0)
  if (rules.length + marks.length + bounced.length === 0)
    return hasMore ? null : (
      <p className={classes.nothing}>
        <Icon of={IconCircleCheck} />
        {t('today.nothing')}
      </p>
    )
  return (
    <Section title={t('today.waiting')}>
      <Tasks>
        {rules.map(({ networkId, networkName }) => (
          <Task isMine key={networkId} icon={IconScript} to={`/networks/${networkId}`} title={t('today.rules')}>
            {t('today.rulesText', { network: networkName })}
          </Task>
        ))}
        {marks.map(({ node: { id, startsAt, network } }) => (
          <Task
            isMine
            key={id}
            icon={IconUserCheck}
            to={`/networks/${network.id}/meetings/${id}`}
            title={t('today.marks')}
          >
            {t('today.marksText', { network: network.name, when: dates.near(startsAt) })}
          </Task>
        ))}
        {bounced.map(({ id, name, count }) => (
          <Task isMine key={id} icon={IconMailOff} to={`/networks/${id}`} title={t('today.bounced', { count })}>
            {t('today.bouncedText', { network: name })}
          </Task>
        ))}
      </Tasks>
    </Section>
  )
}
