import type { FragmentType } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { mostRounds } from '@lederkreds/domain/supervision/turn'
import { minutesOf, type Protocol } from '@lederkreds/domain/toolbox/protocol'
import { Button, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PlannedRounds_MeetingFragment } from '../generated/graphql.ts'
import { Section } from '../ui/page.tsx'
import { Seal } from '../ui/seal.tsx'
import { Unremembered } from '../ui/unremembered.tsx'
import classes from './agenda.module.css'
import type { RoundMethod } from './round-methods.ts'
import { planFacts, usePlanRounds } from './use-plan-rounds.ts'
import { useWords } from './use-words.ts'

interface PlannedRoundsProps {
  meeting: FragmentType<PlannedRounds_MeetingFragment>
  /** Rounds that have begun: their methods are what they are. */
  begun: readonly Protocol[]
  /** What the others are to be held with. */
  ahead: readonly RoundMethod[]
  offered: readonly RoundMethod[]
  usual: RoundMethod
}

/** Which rounds the agenda counts with. Whoever keeps the calendar changes them in place; all others read who does. */
export function PlannedRounds({ meeting, begun, ahead, offered, usual }: PlannedRoundsProps) {
  const { data } = useSuspenseFragment({ fragment: planFacts, from: meeting })
  const { viewerCanPlanRounds, plannedRounds } = data
  const { t } = useTranslation('supervision/agenda')
  const { words } = useWords()
  const known = (...ids: (string | undefined)[]) =>
    ids.flatMap((id) => offered.find((each) => each.id === id) ?? []).at(0) ?? usual
  const planned = plannedRounds?.map(({ protocol, method }) => known(protocol?.id, method))
  const before = begun.map((_, at) => planned?.[at] ?? usual)
  const { rounds, save } = usePlanRounds(data, [...before, ...(planned?.slice(begun.length) ?? ahead)])
  const label = ({ protocol }: RoundMethod) =>
    `${words(protocol.name)}, ${t('minutes', { count: minutesOf(protocol) })}`
  const state = plannedRounds === null ? 'usual' : plannedRounds.length === 0 ? 'none' : 'settled'

  if (!viewerCanPlanRounds)
    return (
      <Section title={t('plan.title')}>
        <p className={classes.quiet}>{t(`plan.${state}`)}</p>
      </Section>
    )
  return (
    <Section title={t('plan.title')}>
      <Unremembered>
        <div className={classes.plan}>
          <p className={classes.quiet}>
            {[state !== 'settled' && t(`plan.${state}`), t('plan.text')].filter(Boolean).join(' ')}
          </p>
          {begun.map((protocol, index) => (
            <p key={`${protocol.id} ${String(index)}`}>
              {t('plan.begun', { number: index + 1, method: words(protocol.name) })}
            </p>
          ))}
          {rounds.slice(begun.length).map(({ id }, index) => {
            const at = begun.length + index
            return (
              <NativeSelect
                key={at}
                label={t('part.round', { number: at + 1 })}
                value={id}
                data={offered.map((each) => ({ value: each.id, label: label(each) }))}
                onChange={({ currentTarget }) => save(rounds.with(at, known(currentTarget.value)))}
              />
            )
          })}
          <div className={classes.buttons}>
            {rounds.length < mostRounds && (
              <Button variant="default" onClick={() => save([...rounds, rounds.at(-1) ?? usual])}>
                {t('plan.add')}
              </Button>
            )}
            {rounds.length > begun.length && (
              <Button variant="subtle" onClick={() => save(rounds.slice(0, -1))}>
                {t('plan.remove')}
              </Button>
            )}
          </div>
          <Seal reader="participation" readers={t('plan.readers')} />
        </div>
      </Unremembered>
    </Section>
  )
}
PlannedRounds.fragment = planFacts
