import type { Agenda } from '@lederkreds/domain/supervision/agenda'
import { minutesOf, type Protocol } from '@lederkreds/domain/toolbox/protocol'
import { useTranslation } from 'react-i18next'
import { Sheet } from '../ui/sheet.tsx'
import type { RoundPeople } from './agenda-people.ts'
import classes from './agenda-sheet.module.css'
import { useAgendaWords } from './use-agenda-words.ts'
import { useWords } from './use-words.ts'

interface AgendaSheetProps {
  agenda: Agenda
  rounds: readonly Protocol[]
  people: number
  named: readonly RoundPeople[]
  title: string
  place: string
}

/** The agenda on one sheet of A4, to lie on the table. What anybody has shared or written is never on it. */
export function AgendaSheet({ agenda, rounds, people, named, title, place }: AgendaSheetProps) {
  const { t } = useTranslation('supervision/agenda')
  const { words } = useWords()
  const said = useAgendaWords(rounds, people, named)
  return (
    <Sheet>
      <div className={classes.sheet}>
        <p className={classes.title}>{t('title')}</p>
        <p>{[title, place].filter(Boolean).join('. ')}</p>
        <table className={classes.parts}>
          <thead>
            <tr>
              <th>{t('sheet.when')}</th>
              <th>{t('sheet.what')}</th>
            </tr>
          </thead>
          <tbody>
            {agenda.parts.map((part) => {
              const phases = said.protocolOf(part)?.phases ?? []
              return (
                <tr key={part.startsAt.getTime()}>
                  <th scope="row">
                    {said.when(part)}
                    <span className={classes.minutes}>{said.minutes(part)}</span>
                  </th>
                  <td>
                    <strong>{said.title(part)}</strong>
                    {said.lines(part).map((line) => (
                      <p key={line}>{line}</p>
                    ))}
                    {phases.length > 0 && (
                      <p className={classes.phases}>
                        {phases.map((phase) => `${words(phase.name)} ${minutesOf({ phases: [phase] })}`).join(' · ')}
                      </p>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
        <p className={classes.foot}>
          {[named.some(({ isProposed }) => isProposed) && t('people.proposal'), t('sheet.foot')]
            .filter(Boolean)
            .join(' ')}
        </p>
      </div>
    </Sheet>
  )
}
