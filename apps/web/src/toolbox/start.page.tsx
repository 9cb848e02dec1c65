import { type GuideReader, guide, guideReaders } from '@lederkreds/domain/toolbox/guide'
import { studies } from '@lederkreds/domain/toolbox/guide-evidence'
import { type GuideSource, guideSources } from '@lederkreds/domain/toolbox/guide-sources'
import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { Page, Section } from '../ui/page.tsx'
import classes from './guide.module.css'
import { useLanguage } from './use-language.ts'

/** How to start a network: one reader at a time, what has been studied below. */
export function Component() {
  const { t } = useTranslation('toolbox')
  const language = useLanguage()
  const [search] = useSearchParams()
  const reader = guideReaders.find((each) => each === search.get('for')) ?? 'deciders'
  return (
    <Page title={t('start')} lead={t('guide.lead')} back={{ to: '/toolbox', label: t('title') }}>
      <nav aria-label={t('guide.readers')} className={classes.readers}>
        {guideReaders.map((each) => (
          <Link
            key={each}
            to={`?for=${each}`}
            replace
            preventScrollReset
            className={classes.reader}
            aria-current={each === reader ? 'page' : undefined}
          >
            {t(`guide.${each}`)}
          </Link>
        ))}
      </nav>
      {guide[reader].map(({ id, title, points }) => (
        <Section key={id} title={title[language]}>
          <ul className={classes.points}>
            {points.map(({ text, sources }) => (
              <li key={text.da}>
                <p>{text[language]}</p>
                <p className={classes.basis}>{sources.length > 0 ? <Basis sources={sources} /> : t('guide.own')}</p>
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <Evidence />
      <Section title={t('guide.sources')}>
        <ul className={classes.sources}>
          {sourcesOf(reader).map((source) => (
            <li key={source} id={source}>
              <Anchor href={guideSources[source].url} target="_blank" rel="noreferrer">
                {guideSources[source].title}
              </Anchor>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

/** Where a piece of advice comes from, each a link to it. */
function Basis({ sources }: { sources: readonly GuideSource[] }) {
  return sources.map((source, index) => (
    <span key={source}>
      {index > 0 && ' · '}
      <Anchor href={guideSources[source].url} target="_blank" rel="noreferrer" inherit>
        {guideSources[source].title}
      </Anchor>
    </span>
  ))
}

function Evidence() {
  const { t } = useTranslation('toolbox')
  const language = useLanguage()
  return (
    <Section title={t('guide.evidenceTitle')}>
      <p className={classes.text}>{t('guide.evidence')}</p>
      <ul className={classes.studies}>
        {studies.map(({ source, who, found, caution }) => (
          <li key={source}>
            <h3>
              <Basis sources={[source]} />
            </h3>
            <dl>
              {(
                [
                  ['who', who],
                  ['found', found],
                  ['caution', caution],
                ] as const
              ).map(([key, words]) => (
                <div key={key}>
                  <dt>{t(`guide.${key}`)}</dt>
                  <dd>{words[language]}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Each once, in the order in which the page names them. */
function sourcesOf(reader: GuideReader): GuideSource[] {
  const named = guide[reader].flatMap(({ points }) => points.flatMap(({ sources }) => sources))
  return [...new Set([...named, ...studies.map(({ source }) => source)])]
}
