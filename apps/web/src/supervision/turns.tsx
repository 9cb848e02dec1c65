import { proposeRoles } from '@lederkreds/domain/supervision/turn-order'
import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { WhoseTurn_NetworkFragment } from '../generated/graphql.ts'
import { Turn } from '../ui/turn.tsx'
import { historyOf } from './round-history.ts'
import classes from './rounds.module.css'
import { shortNames } from './short-names.ts'

type TurnsProps = Pick<WhoseTurn_NetworkFragment, 'id' | 'members' | 'nextMeeting' | 'rounds'>

/** The next two whose case it is, of those who come; known by name where two share one. */
export function Turns({ id, members, nextMeeting, rounds }: TurnsProps) {
  const { t } = useTranslation('supervision/rounds')
  const regrets = nextMeeting?.attendances.filter(({ rsvp }) => rsvp === 'regrets').map(({ person }) => person.id)
  const here = members
    .filter(({ hasAccepted, person }) => hasAccepted && !regrets?.includes(person.id))
    .toSorted((one, other) => one.person.name.localeCompare(other.person.name, 'da'))
  const present = here.map(({ person }) => person.id)
  const names = shortNames(new Map(here.map(({ person }) => [person.id, person.name])))
  const turns = { present, history: historyOf(rounds.edges), passes: [], ties: [], swaps: [], kept: [] }
  const [next, after] =
    present.length > 1 ? proposeRoles({ ...turns, protocol: { focusRole: 'focus' }, rounds: 2 }) : []
  if (!next?.focusId) return <p>{t('turnNobody')}</p>
  const isMine = here.some(({ isViewer, person }) => isViewer && person.id === next.focusId)
  return (
    <>
      <p>{isMine ? <Turn>{t('turnYours')}</Turn> : names.get(next.focusId)}</p>
      {after?.focusId && <p className={classes.quiet}>{t('turnThen', { name: names.get(after.focusId) ?? '' })}</p>}
      {members.some(({ isViewer }) => isViewer) && (
        <Anchor component={Link} to={`/networks/${id}/case`}>
          {t('prepare')}
        </Anchor>
      )}
    </>
  )
}
