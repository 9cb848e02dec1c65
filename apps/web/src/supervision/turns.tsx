import type { RoundRoles } from '@lederkreds/domain/supervision/turn'
import { proposeRoles } from '@lederkreds/domain/supervision/turn-order'
import { useTranslation } from 'react-i18next'
import classes from './rounds.module.css'
import { shortNames } from './short-names.ts'

interface TurnsProps {
  /** Who comes, by name and in its order. */
  names: ReadonlyMap<string, string>
  history: readonly RoundRoles[]
  viewerId: string | undefined
}

/** The next two whose case it is. */
export function Turns({ names, history, viewerId }: TurnsProps) {
  const { t } = useTranslation('supervision/rounds')
  const short = shortNames(names)
  const turns = { present: [...names.keys()], history, passes: [], ties: [], swaps: [], kept: [] }
  const [next, after] = proposeRoles({ ...turns, protocol: { focusRole: 'focus' }, rounds: 2 })
  return (
    <>
      <p>{next?.focusId === viewerId ? t('turnYours') : short.get(next?.focusId ?? '')}</p>
      {after?.focusId && <p className={classes.quiet}>{t('turnThen', { name: short.get(after.focusId) ?? '' })}</p>}
    </>
  )
}
