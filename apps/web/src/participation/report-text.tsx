import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { isMethodId, methodOf } from '@lederkreds/domain/toolbox/methods'
import { useTranslation } from 'react-i18next'
import type { ReportText_NetworkFragment } from '../generated/graphql.ts'
import { useLanguage } from '../toolbox/use-language.ts'
import { useDates } from '../ui/use-dates.ts'
import classes from './report.module.css'

const fragment: TypedDocumentNode<ReportText_NetworkFragment> = gql`
  fragment ReportText_network on Network {
    id
    name
    organisation {
      id
      name
    }
    yearlyReport(year: $year) {
      id
      year
      months
      meetings
      people {
        count
        isFew
      }
      attendedPercent
      methods {
        method
        rounds
      }
      cycles {
        count
        isFew
      }
    }
    seasons(first: 5) {
      edges {
        node {
          id
          number
          decision {
            id
            choice
            on
            decidedOn
          }
        }
      }
    }
    sentences {
      id
      text
      publishedOn
    }
  }
`

type Count = { count: number | null; isFew: boolean } | null

/** What the report of a year says, on the screen and on paper alike. */
export function ReportText({ network, year }: { network: FragmentType<ReportText_NetworkFragment>; year: number }) {
  const { name, organisation, yearlyReport, seasons, sentences } = useSuspenseFragment({
    fragment,
    from: network,
    variables: { year },
  }).data
  const { t } = useTranslation('participation/report')
  const language = useLanguage()
  const dates = useDates()
  const { months, meetings, people, attendedPercent, methods, cycles } = yearlyReport
  const said = (count: Count) =>
    count ? (count.isFew ? t('few') : t('about', { count: count.count ?? 0 })) : t('none')
  const isOfYear = (day: string) => day.startsWith(String(year))
  const decided = seasons.edges.flatMap(({ node: { number, decision } }) =>
    decision && isOfYear(decision.decidedOn) ? [{ ...decision, number }] : [],
  )
  const published = sentences.filter(({ publishedOn }) => isOfYear(publishedOn))
  const facts = [
    [t('network'), name],
    [t('organisation'), organisation.name],
    [t('meetings'), meetings],
    [t('people'), said(people)],
    [t('attended'), attendedPercent === null ? t('hidden') : t('percent', { percent: attendedPercent })],
    [t('cycles'), said(cycles)],
  ] as const
  return (
    <div className={classes.report}>
      <h2>{t('title', { year })}</h2>
      <p className={classes.quiet}>{t('period', { year, count: months })}</p>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('methods')}</h3>
      {methods.length === 0 ? (
        <p>{t('noMethods')}</p>
      ) : (
        <table className={classes.methods}>
          <thead>
            <tr>
              <th scope="col">{t('method')}</th>
              <th scope="col">{t('rounds')}</th>
            </tr>
          </thead>
          <tbody>
            {methods.map(({ method, rounds }) => (
              <tr key={method}>
                <th scope="row">{isMethodId(method) ? methodOf(method).name[language] : t('ownMethod')}</th>
                <td>{rounds}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h3>{t('decision')}</h3>
      {decided.length === 0 && <p>{t('noDecision', { year })}</p>}
      {decided.map(({ id, number, choice, on }) => (
        <p key={id}>{t('decided', { number, choice: t(`choice.${choice}`), day: dates.date(on) })}</p>
      ))}
      {published.map(({ id, text, publishedOn }) => (
        <section key={id} aria-label={t('sentence')} className={classes.sentence}>
          <h3>{t('sentence')}</h3>
          <blockquote>{text}</blockquote>
          <p className={classes.quiet}>{t('sentenceBy', { day: dates.date(publishedOn) })}</p>
        </section>
      ))}
      <p className={classes.foot}>{t('how')}</p>
    </div>
  )
}
ReportText.fragment = fragment
