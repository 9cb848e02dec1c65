import { useTranslation } from 'react-i18next'
import classes from './room.module.css'
import type { RoundEngine } from './round-engine.ts'
import { useRound } from './use-round.ts'
import { useWords } from './use-words.ts'

interface RoundPeopleProps {
  engine: RoundEngine
  names: ReadonlyMap<string, string>
  personId: string
}

/** Who takes part, and as what; also whoever leads without a role. */
export function RoundPeople({ engine, names, personId }: RoundPeopleProps) {
  const { t } = useTranslation('supervision')
  const { words } = useWords()
  const { roles, away, leadId } = useRound(engine).state
  const roleName = (id: string | null) => engine.setup.protocol.roles.find((role) => role.id === id)?.name
  const people = new Map<string, string | null>(roles)
  if (!people.has(leadId)) people.set(leadId, null)
  return (
    <ul className={classes.people}>
      {[...people].map(([id, role]) => {
        const [name, about] = [names.get(id) ?? '', roleName(role)]
        return (
          <li key={id}>
            <span className={classes.person}>{id === personId ? t('roles.you', { name }) : name}</span>
            <span className={classes.quiet}>
              {[about && words(about), id === leadId && t('lead.leads'), away.has(id) && t('roles.away')]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** What comes in which order, and how long it takes. */
export function RoundPhases({ engine }: { engine: RoundEngine }) {
  const { t } = useTranslation('supervision')
  const { words } = useWords()
  const { phase, status } = useRound(engine).state
  return (
    <ol className={classes.phases}>
      {engine.setup.protocol.phases.map(({ id, name, minutes }) => (
        <li key={id} aria-current={id === phase && status !== 'waiting' ? 'step' : undefined}>
          {words(name)} <span className={classes.quiet}>{t('roles.minutes', { count: minutes })}</span>
        </li>
      ))}
    </ol>
  )
}
