import type { Protocol } from '@lederkreds/domain/toolbox/protocol'
import { useTranslation } from 'react-i18next'
import { Sheet } from '../ui/sheet.tsx'
import classes from './print-sheet.module.css'
import { Timeline } from './timeline.tsx'
import { useLanguage } from './use-language.ts'
import { useMethodFacts } from './use-method-facts.ts'
import { usePhaseWords } from './use-phase-words.ts'

/** A method on one sheet of A4, to lie on the table. What each role is told stays on the screens. */
export function PrintSheet({ protocol }: { protocol: Protocol }) {
  const { t } = useTranslation('toolbox')
  const language = useLanguage()
  const factsOf = useMethodFacts()
  const { speaks, listens, holders } = usePhaseWords(protocol)
  return (
    <Sheet>
      <div className={classes.sheet} data-dense={protocol.phases.length > 8 || undefined}>
        <p className={classes.title}>{protocol.name[language]}</p>
        <p>{protocol.purpose[language]}</p>
        <p className={classes.quiet}>
          {factsOf(protocol).join(' · ')}
          {' · '}
          {protocol.roles.map((role) => `${role.name[language]} (${holders(role)})`).join(', ')}
        </p>
        <Timeline phases={protocol.phases} roles={protocol.roles} />
        <table className={classes.phases}>
          <thead>
            <tr>
              <th>{t('sheet.phase')}</th>
              <th>{t('sheet.who')}</th>
              <th>{t('sheet.what')}</th>
            </tr>
          </thead>
          <tbody>
            {protocol.phases.map((phase, index) => (
              <tr key={phase.id}>
                <th scope="row">
                  {index + 1}. {phase.name[language]}
                  <span className={classes.minutes}>{t('method.minutes', { count: phase.minutes })}</span>
                </th>
                <td>
                  {speaks(phase) ? `${t('phase.speaks')}: ${speaks(phase)}` : t('phase.silence')}
                  {listens(phase) && (
                    <>
                      <br />
                      {t('phase.listens')}: {listens(phase)}
                    </>
                  )}
                </td>
                <td>
                  {phase.instruction[language]} {phase.isWriting && t('phase.writing')}
                  {phase.questions.length > 0 && (
                    <ul>
                      {phase.questions.map((question) => (
                        <li key={question.da}>{question[language]}</li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={classes.foot}>
          {protocol.origin[language]}. {protocol.licence[language]} {t('sheet.foot')}
        </p>
      </div>
    </Sheet>
  )
}
