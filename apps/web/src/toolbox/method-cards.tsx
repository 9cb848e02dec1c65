import type { Protocol } from '@lederkreds/domain/toolbox/protocol'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './toolbox.module.css'
import { useLanguage } from './use-language.ts'
import { useMethodFacts } from './use-method-facts.ts'

export interface MethodCard {
  to: string
  protocol: Protocol
  /** Where an own method comes from. */
  note?: string
}

/** Methods side by side, each a link to its page. */
export function MethodCards({ methods, label }: { methods: readonly MethodCard[]; label: string }) {
  const { t } = useTranslation('toolbox')
  const language = useLanguage()
  const factsOf = useMethodFacts()
  return (
    <ul className={classes.cards} aria-label={label}>
      {methods.map(({ to, protocol, note }) => (
        <li key={to} className={classes.card}>
          <h3>
            <Link to={to} className={classes.link}>
              {protocol.name[language]}
            </Link>
          </h3>
          <p>{protocol.purpose[language]}</p>
          <p className={classes.facts}>
            {factsOf(protocol).slice(1).join(' · ')}
            {protocol.forNewcomers && ` · ${t('method.newcomers')}`}
            {protocol.needsConsultant && ` · ${t('method.consultant')}`}
          </p>
          {note && <p className={classes.facts}>{note}</p>}
        </li>
      ))}
    </ul>
  )
}
