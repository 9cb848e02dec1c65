import { dayAfter } from '@lederkreds/domain/day'
import type { Period, Summary } from '@lederkreds/domain/journal/comparison'
import type { Measure } from '@lederkreds/domain/journal/patterns'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../ui/data-table.tsx'
import { Unremembered } from '../ui/unremembered.tsx'
import { useDates } from '../ui/use-dates.ts'
import { FoldOut } from './fold-out.tsx'
import classes from './patterns.module.css'
import type { MeasureCompared } from './pictures.ts'
import { useJournal } from './use-journal.ts'
import { useMeasure } from './use-measure.ts'

const isPeriod = ({ from, until }: Period) => from !== '' && from <= until

/** Two periods of one's own choice side by side: first six weeks, then the six up to today, until others are chosen. */
export function ComparePeriods({ today }: { today: string }) {
  const { t } = useTranslation('journal/patterns')
  const [before, setBefore] = useState({ from: dayAfter(today, -83), until: dayAfter(today, -42) })
  const [after, setAfter] = useState({ from: dayAfter(today, -41), until: today })
  const isReady = isPeriod(before) && isPeriod(after)
  const compared = useJournal(
    async (journal) => (isReady ? journal.compared(before, after) : null),
    [before.from, before.until, after.from, after.until].join(),
  )
  return (
    <>
      <p className={classes.words}>{t('compare.lead')}</p>
      <Unremembered>
        <div className={classes.periods}>
          <PeriodFields label={t('compare.before')} period={before} onChange={setBefore} />
          <PeriodFields label={t('compare.after')} period={after} onChange={setAfter} />
        </div>
      </Unremembered>
      {compared && <Compared compared={compared} />}
    </>
  )
}

interface PeriodFieldsProps {
  label: string
  period: Period
  onChange: (period: { from: string; until: string }) => void
}

function PeriodFields({ label, period, onChange }: PeriodFieldsProps) {
  const { t } = useTranslation('journal/patterns')
  const dates = useDates()
  /** Browsers write dates in their own language, so they are said in the page's words as well. */
  const field = (key: 'from' | 'until') => ({
    type: 'date',
    inputWrapperOrder: ['label' as const, 'input' as const, 'description' as const, 'error' as const],
    description: period[key] ? dates.day(`${period[key]}T12:00:00Z`) : ' ',
    label: t(`compare.${key}`),
    value: period[key],
    max: '2199-12-31',
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      onChange({ ...period, [key]: currentTarget.value }),
  })
  return (
    <fieldset className={classes.period}>
      <legend>{label}</legend>
      <TextInput {...field('from')} />
      <TextInput {...field('until')} error={isPeriod(period) ? undefined : t('compare.wrong')} />
    </fieldset>
  )
}

function Compared({ compared }: { compared: readonly MeasureCompared[] }) {
  const { t } = useTranslation('journal/patterns')
  const { name, said } = useMeasure()
  if (compared.length === 0) return <p className={classes.words}>{t('compare.nothing')}</p>
  const summed = (measure: Measure, { n, median, spread }: Summary): string => {
    if (median === null) return t('compare.none')
    const parts = [t('readings', { count: n }), t('compare.middle', { median: said(measure, median) })]
    if (spread) parts.push(t('compare.spread', { low: said(measure, spread.low), high: said(measure, spread.high) }))
    return parts.join(', ')
  }
  return (
    <>
      <div className={classes.compared} aria-live="polite">
        {compared.map((each) => (
          <section key={each.measure} className={classes.picture} aria-label={name(each.measure)}>
            <h3>{name(each.measure)}</h3>
            <p>
              {each.words.key === 'few'
                ? t('compare.few', { before: each.before.n, after: each.after.n })
                : t(`compare.${each.words.key}`)}
            </p>
            <Ranges compared={each} />
          </section>
        ))}
      </div>
      <p className={classes.quiet} aria-hidden>
        {t('compare.legend')}
      </p>
      <FoldOut label={t('asTable')} isOpen={false}>
        <DataTable
          caption={t('compare.table')}
          rows={compared}
          rowKey={({ measure }) => measure}
          columns={[
            { id: 'measure', header: t('compare.measure'), names: true, cell: ({ measure }) => name(measure) },
            {
              id: 'before',
              header: t('compare.before'),
              cell: ({ measure, before }) => summed(measure, before),
            },
            { id: 'after', header: t('compare.after'), cell: ({ measure, after }) => summed(measure, after) },
          ]}
        />
      </FoldOut>
    </>
  )
}

/** Both periods on one scale, for the eye only: the words above and the table below tell everybody the same. */
function Ranges({ compared: { measure, before, after } }: { compared: MeasureCompared }) {
  const { t } = useTranslation('journal/patterns')
  const { scale } = useMeasure()
  const values = [before, after].flatMap(({ median, spread }) => [median, spread?.low, spread?.high])
  const { low, high, marks } = scale(
    measure,
    values.filter((value) => typeof value === 'number'),
  )
  const at = (value: number) => `${((value - low) / (high - low)) * 100}%`
  const rows = [
    { label: t('compare.before'), summary: before },
    { label: t('compare.after'), summary: after },
  ]
  return (
    <div className={classes.ranges} aria-hidden>
      {rows.map(({ label, summary: { median, spread } }) => (
        <div key={label} className={classes.range}>
          <span className={classes.quiet}>{label}</span>
          <span className={classes.track}>
            {spread && (
              <span
                className={classes.half}
                style={{ insetInlineStart: at(spread.low), width: `calc(${at(low + spread.high - spread.low)} + 2px)` }}
              />
            )}
            {median !== null && <span className={classes.middle} style={{ insetInlineStart: at(median) }} />}
          </span>
        </div>
      ))}
      <div className={classes.ends}>
        <span>{marks[0]?.label}</span>
        <span>{marks.at(-1)?.label}</span>
      </div>
    </div>
  )
}
