import type { Protocol } from '@lederkreds/domain/toolbox/protocol'
import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '../ui/page.tsx'
import { PhaseList } from './phase-list.tsx'
import { Timeline } from './timeline.tsx'
import classes from './toolbox.module.css'
import { useLanguage } from './use-language.ts'
import { useMethodFacts } from './use-method-facts.ts'
import { usePhaseWords } from './use-phase-words.ts'

/** A method from when to use it down to where it comes from. */
export function MethodView({ protocol }: { protocol: Protocol }) {
  const { t } = useTranslation('toolbox')
  const language = useLanguage()
  const factsOf = useMethodFacts()
  const { holders } = usePhaseWords(protocol)
  const marks = [
    t('method.phases', { count: protocol.phases.length }),
    ...(protocol.forNewcomers ? [t('method.newcomers')] : []),
    ...(protocol.needsConsultant ? [t('method.consultant')] : []),
  ]
  return (
    <>
      <p className={classes.quiet}>{[...factsOf(protocol), ...marks].join(' · ')}</p>
      <div className={classes.when}>
        <section>
          <h2>{t('method.when')}</h2>
          <p>{protocol.when[language]}</p>
        </section>
        <section>
          <h2>{t('method.whenNot')}</h2>
          <p>{protocol.whenNot[language]}</p>
        </section>
      </div>
      <Section title={t('method.course')}>
        <Timeline phases={protocol.phases} roles={protocol.roles} />
        <p className={classes.quiet}>
          {t('method.roles')}: {protocol.roles.map((role) => `${role.name[language]} (${holders(role)})`).join(', ')}
        </p>
        <PhaseList protocol={protocol} />
      </Section>
      <Section title={t('method.background')}>
        <Background protocol={protocol} />
      </Section>
    </>
  )
}

function Background({ protocol: { origin, evidence, licence, sources, minutesAdapted } }: { protocol: Protocol }) {
  const { t } = useTranslation('toolbox')
  const language = useLanguage()
  return (
    <dl className={classes.background}>
      <div>
        <dt>{t('method.origin')}</dt>
        <dd>{origin[language]}</dd>
        {minutesAdapted && <dd className={classes.quiet}>{t('method.minutesAdapted')}</dd>}
      </div>
      <div>
        <dt>{t('method.evidence')}</dt>
        <dd>{evidence ? evidence[language] : t('method.noEvidence')}</dd>
      </div>
      <div>
        <dt>{t('method.licence')}</dt>
        <dd>{licence[language]}</dd>
      </div>
      <div>
        <dt>{t('method.sources')}</dt>
        <dd>
          <ul className={classes.sources}>
            {sources.map((source) => (
              <li key={source}>
                <Source source={source} />
              </li>
            ))}
          </ul>
        </dd>
      </div>
    </dl>
  )
}

/** A link says where it leads: the site, not the whole path. */
function Source({ source }: { source: string }) {
  if (!/^https?:\/\/\S+$/.test(source)) return source
  const { hostname, pathname } = new URL(source)
  return (
    <Anchor href={source} target="_blank" rel="noreferrer">
      {hostname.replace(/^www\./, '')}
      {pathname === '/' ? '' : pathname.replace(/\/$/, '')}
    </Anchor>
  )
}
