import type { FragmentType } from '@apollo/client'
import { idOf } from '@lederkreds/domain/supervision/turn'
import { useTranslation } from 'react-i18next'
import type { TurnFacts_MeetingFragment, TurnFacts_NetworkFragment } from '../generated/graphql.ts'
import { Turn } from '../ui/turn.tsx'
import classes from './rounds.module.css'
import { roles, useTurns } from './use-turns.ts'
import { useWords } from './use-words.ts'

interface MyTurnLinesProps {
  network: FragmentType<TurnFacts_NetworkFragment>
  meeting: FragmentType<TurnFacts_MeetingFragment>
}

/** My roles in the rounds of a meeting, my case first; then the names of those whose case it is. */
export function MyTurnLines({ network, meeting }: MyTurnLinesProps) {
  const { t } = useTranslation('supervision/turns')
  const { list } = useWords()
  const { turns, plan, names, me } = useTurns(network, meeting)
  const isAway = turns.changes.some((change) => change.kind === 'absent' && change.personId === me)
  if (!me || turns.members.length < 2 || plan.length === 0 || isAway) return null
  const mine = roles.flatMap((role) =>
    plan.filter((each) => idOf(each, role) === me).map(({ round }) => ({ role, count: round + 1 })),
  )
  const others = mine.filter(({ role }) => role !== 'focus').map(({ role, count }) => t(`mine.${role}`, { count }))
  const cases = plan.flatMap(({ focusId }) => (focusId === null ? [] : [names.get(focusId) ?? '']))
  return (
    <>
      {mine
        .filter(({ role }) => role === 'focus')
        .map(({ count }) => (
          <p key={count}>
            <Turn>{t('mine.focus', { count })}</Turn>
          </p>
        ))}
      {(others.length > 0 || mine.length === 0) && <p>{others.length > 0 ? others.join(' · ') : t('mine.team')}</p>}
      {cases.length > 0 && <p className={classes.quiet}>{t('whose', { names: list(cases) })}</p>}
    </>
  )
}
