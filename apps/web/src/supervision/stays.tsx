import { useTranslation } from 'react-i18next'
import { Seal } from '../ui/seal.tsx'
import { useDates } from '../ui/use-dates.ts'
import type { RoundAbout } from './kept-rounds.ts'
import classes from './room.module.css'

/** What stays in the room after the round: said before the first word, and once more at the end. */
export function Stays({ about, names }: { about: RoundAbout; names: ReadonlyMap<string, string> }) {
  const { t } = useTranslation('supervision')
  const dates = useDates()
  const { stays, staysUntil, viewerId, setup } = about
  const { people, protocol } = setup
  const focusId = people.find(({ role }) => role === protocol.focusRole)?.personId
  const name = names.get(focusId ?? '') ?? ''
  const day = staysUntil ? dates.date(staysUntil) : ''
  const isNobodys = stays === 'focusPerson' && !focusId
  const words = () => {
    if (stays === 'nothing' || isNobodys) return t('stays.nothing')
    if (stays === 'group') return t('stays.group', { day })
    return focusId === viewerId ? t('stays.you') : t('stays.focusPerson', { name })
  }
  return (
    <section className={classes.stays} aria-label={t('stays.title')}>
      <h2>{t('stays.title')}</h2>
      <p>{words()}</p>
      {stays === 'group' && <Seal reader="present" count={people.length} />}
      {stays === 'focusPerson' && focusId === viewerId && <Seal reader="self" />}
      {stays === 'focusPerson' && focusId && focusId !== viewerId && <Seal reader="one" name={name} />}
    </section>
  )
}
