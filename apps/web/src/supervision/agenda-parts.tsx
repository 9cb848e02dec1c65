import type { Agenda, AgendaPart } from '@lederkreds/domain/supervision/agenda'
import type { Protocol } from '@lederkreds/domain/toolbox/protocol'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './agenda.module.css'
import type { RoundPeople } from './agenda-people.ts'
import { useAgendaWords } from './use-agenda-words.ts'

interface AgendaPartsProps {
  agenda: Agenda
  /** The protocols of the rounds, in their order. */
  rounds: readonly Protocol[]
  /** The part that is going on; null before and after. */
  now: AgendaPart | null
  people: number
  /** Who does what in the rounds; empty where that is not shown. */
  named: readonly RoundPeople[]
  /** What stands with the part that looks back. */
  followUp: ReactNode
}

/** The parts of a meeting with their clock times; while it is going on, which one is now. */
export function AgendaParts({ agenda, rounds, now, people, named, followUp }: AgendaPartsProps) {
  const { t } = useTranslation('supervision/agenda')
  const { title, when, minutes, lines } = useAgendaWords(rounds, people, named)
  const at = now && agenda.parts.findIndex(({ startsAt }) => startsAt.getTime() === now.startsAt.getTime())
  return (
    <div>
      <ol className={classes.parts} aria-label={t('title')}>
        {agenda.parts.map((part, index) => (
          <li
            key={`${part.kind} ${part.startsAt.getTime()}`}
            className={classes.part}
            aria-current={index === at ? 'step' : undefined}
          >
            <p className={classes.clock}>
              {when(part)}
              <span>{minutes(part)}</span>
            </p>
            <div className={classes.what}>
              <h2>
                {title(part)}
                {index === at && <span className={classes.now}>{t('now')}</span>}
              </h2>
              {lines(part).map((line) => (
                <p key={line}>{line}</p>
              ))}
              {part.kind === 'followUp' && followUp}
            </div>
          </li>
        ))}
      </ol>
      {named.some(({ isProposed }) => isProposed) && <p className={classes.quiet}>{t('people.proposal')}</p>}
      <p className={classes.quiet}>{t('notKept')}</p>
    </div>
  )
}
