import { minutesOf, type Protocol } from '@lederkreds/domain/toolbox/protocol'
import { useTranslation } from 'react-i18next'
import classes from './timeline.module.css'
import { useLanguage } from './use-language.ts'

/**
 * A protocol as a score: one line for each role, one column for each phase, as wide as it is long. The list of the phases
 * says the same in words.
 */
export function Timeline({ phases, roles }: Pick<Protocol, 'phases' | 'roles'>) {
  const { t } = useTranslation('toolbox')
  const language = useLanguage()
  const columns = { gridTemplateColumns: phases.map(({ minutes }) => `${minutes}fr`).join(' ') }
  const label = t('phase.picture', { phases: phases.length, minutes: minutesOf({ phases }) })
  return (
    <div className={classes.timeline}>
      <div role="img" aria-label={label} className={classes.lines}>
        <div className={classes.line} style={columns}>
          {phases.map(({ id }, index) => (
            <span key={id} className={classes.number}>
              <span>{index + 1}</span>
            </span>
          ))}
        </div>
        {roles.map((role) => (
          <div key={role.id}>
            <span className={classes.role}>{role.name[language]}</span>
            <div className={classes.line} style={columns}>
              {phases.map(({ id, speakers }) => (
                <span
                  key={id}
                  className={classes.phase}
                  data-does={speakers.length === 0 ? 'works' : speakers.includes(role.id) ? 'speaks' : 'listens'}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
      <ul className={classes.key}>
        {(['speaks', 'listens', 'works'] as const).map((does) => (
          <li key={does}>
            <span aria-hidden className={classes.phase} data-does={does} />
            {t(`phase.${does}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}
