import {
  type Competence,
  type SeriesName,
  scale,
  seriesNames,
  statements,
  threeSeries,
  yardstickOf,
} from '@lederkreds/domain/feedback/competence'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../toolbox/use-language.ts'
import { DataTable } from '../ui/data-table.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './competence.module.css'

/** What somebody answered: as a picture and as a table that tells the same. Three where there are three, else two. */
export function ThreeSeries({ self }: { self: Competence }) {
  const { t } = useTranslation('feedback/season')
  const language = useLanguage()
  const dates = useDates()
  const rows = threeSeries(self)
  const names = seriesNames.filter((name) => name !== 'baseline' || self.baseline)
  const textOf = (key: string) => statements.find((statement) => statement.key === key)?.text[language] ?? ''
  const end = dates.date(self.end?.day ?? self.day)
  return (
    <div className={classes.three}>
      <p className={classes.quiet}>
        {self.baseline
          ? t('competence.three.days', { start: dates.date(self.baseline.day), end })
          : t('competence.three.daysEnd', { end })}
      </p>
      <ul className={classes.legend} aria-hidden>
        {names.map((name) => (
          <li key={name}>
            <Dot of={name} />
            {t(`competence.three.${name}`)}
          </li>
        ))}
      </ul>
      <div className={classes.plots} aria-hidden>
        {rows.map((row) => (
          <div key={row.key} className={classes.plot}>
            <p>{textOf(row.key)}</p>
            <div className={classes.lanes}>
              {scale.map((mark) => (
                <span key={mark} className={classes.tick} style={{ insetInlineStart: placeOf(mark) }} />
              ))}
              {names.map((name) => {
                const answer = row[name]
                return (
                  <span key={name} className={classes.lane}>
                    {answer !== null && (
                      <span className={classes.point} style={{ insetInlineStart: placeOf(answer) }}>
                        <Dot of={name} />
                      </span>
                    )}
                  </span>
                )
              })}
              <span className={classes.figures}>
                {scale.map((mark) => (
                  <span key={mark} style={{ insetInlineStart: placeOf(mark) }}>
                    {mark}
                  </span>
                ))}
              </span>
            </div>
          </div>
        ))}
      </div>
      <details className={classes.asTable}>
        <summary>{t('competence.three.asTable')}</summary>
        <DataTable
          caption={t('competence.three.table')}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { id: 'statement', header: t('competence.three.statement'), names: true, cell: ({ key }) => textOf(key) },
            ...names.map((name) => ({
              id: name,
              header: t(`competence.three.${name}`),
              figures: true,
              cell: (row: (typeof rows)[number]) => row[name] ?? t('competence.three.none'),
            })),
          ]}
        />
      </details>
    </div>
  )
}

const placeOf = (mark: number) => `${((mark - 1) / 6) * 100}%`

/** Told apart by their shape: a ring, a diamond, a filled square. */
function Dot({ of }: { of: SeriesName }) {
  return <span className={classes.dot} data-series={of} />
}

/** What may be said of the three, and what may not. */
export function WhatTheyMean({ self }: { self: Competence }) {
  const { t } = useTranslation('feedback/season')
  const said = yardstickOf(self)
  const names = seriesNames.filter((name) => name !== 'baseline' || self.baseline)
  return (
    <>
      <dl className={classes.means}>
        {names.map((name) => (
          <div key={name}>
            <dt>{t(`competence.three.${name}`)}</dt>
            <dd>{t(`competence.means.${name}`)}</dd>
          </div>
        ))}
      </dl>
      {said && said.compared > 0 && (
        <p className={classes.text}>{t('competence.means.yardstick', { count: said.yardstick, of: said.compared })}</p>
      )}
      {!self.baseline && <p className={classes.text}>{t('competence.means.noBaseline')}</p>}
      <p className={classes.text}>{t('competence.means.notAnEffect')}</p>
      <p className={classes.text}>{t('competence.means.talk')}</p>
    </>
  )
}
