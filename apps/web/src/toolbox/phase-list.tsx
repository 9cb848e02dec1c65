import { promptFor } from '@lederkreds/domain/toolbox/prompts'
import type { Protocol } from '@lederkreds/domain/toolbox/protocol'
import { useTranslation } from 'react-i18next'
import classes from './phase-list.module.css'
import { useLanguage } from './use-language.ts'
import { usePhaseWords } from './use-phase-words.ts'

/** The phases in their order: how long, what happens, who speaks and who listens, what is asked, what each role is told. */
export function PhaseList({ protocol }: { protocol: Protocol }) {
  const { t } = useTranslation('toolbox')
  const language = useLanguage()
  const { speaks, listens } = usePhaseWords(protocol)
  return (
    <ol className={classes.phases}>
      {protocol.phases.map((phase, index) => (
        <li key={phase.id} className={classes.phase}>
          <h3>
            {index + 1}. {phase.name[language]}
            <span className={classes.minutes}>{t('method.minutes', { count: phase.minutes })}</span>
          </h3>
          <p>{phase.instruction[language]}</p>
          {phase.isWriting && <p className={classes.quiet}>{t('phase.writing')}</p>}
          <p className={classes.who}>
            {speaks(phase) ? (
              <span>
                <b>{t('phase.speaks')}:</b> {speaks(phase)}
              </span>
            ) : (
              <span>{t('phase.silence')}</span>
            )}
            {listens(phase) && (
              <span>
                <b>{t('phase.listens')}:</b> {listens(phase)}
              </span>
            )}
          </p>
          {phase.questions.length > 0 && (
            <ul className={classes.questions}>
              {phase.questions.map((question) => (
                <li key={question.da}>{question[language]}</li>
              ))}
            </ul>
          )}
          <details className={classes.prompts}>
            <summary>{t('phase.prompts')}</summary>
            <dl>
              {protocol.roles.map(({ id, name }) => (
                <div key={id}>
                  <dt>{name[language]}</dt>
                  <dd>{promptFor(phase, id, protocol)[language]}</dd>
                </div>
              ))}
            </dl>
          </details>
        </li>
      ))}
    </ol>
  )
}
