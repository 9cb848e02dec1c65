import type { FragmentType } from '@apollo/client'
import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TurnFacts_MeetingFragment, TurnFacts_NetworkFragment } from '../generated/graphql.ts'
import { Turn } from '../ui/turn.tsx'
import classes from './rounds.module.css'
import { useTurns } from './use-turns.ts'

interface TurnsProps {
  id: string
  network: FragmentType<TurnFacts_NetworkFragment>
  meeting: FragmentType<TurnFacts_MeetingFragment> | null
}

/** Whose case it is at the next meeting, round by round; known by name where two share one. */
export function Turns({ id, network, meeting }: TurnsProps) {
  const { t } = useTranslation('supervision/rounds')
  const { turns, plan, names, me } = useTurns(network, meeting)
  const [next, ...after] = plan.filter(({ focusId }) => focusId !== null)
  if (turns.members.length < 2 || !next?.focusId) return <p>{t('turnNobody')}</p>
  const then = after.map(({ focusId }) => names.get(focusId ?? '') ?? '').join(', ')
  return (
    <>
      <p>{next.focusId === me ? <Turn>{t('turnYours')}</Turn> : names.get(next.focusId)}</p>
      {then && <p className={classes.quiet}>{t('turnThen', { name: then })}</p>}
      {me && (
        <Anchor component={Link} to={`/networks/${id}/case`}>
          {t('prepare')}
        </Anchor>
      )}
    </>
  )
}
