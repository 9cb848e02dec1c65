import type { Measure } from '@lederkreds/domain/journal/patterns'
import type { SeriesWords } from '@lederkreds/domain/journal/picture-words'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../ui/data-table.tsx'
import { later } from '../ui/later.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import { FoldOut } from './fold-out.tsx'
import classes from './patterns.module.css'
import type { Series } from './pictures.ts'
import { useMeasure } from './use-measure.ts'
import { useWeekNames } from './week-names.ts'

const SeriesChart = later(
  () => import('./series-chart.tsx').then(({ SeriesChart }) => SeriesChart),
  <CardSkeleton lines={3} />,
)

/** One measure over the weeks: in words, as a picture, and as a table. */
export function SeriesPicture({ series, weeks }: { series: Series; weeks: readonly string[] }) {
  const { t } = useTranslation('journal/patterns')
  const { name, said, scale } = useMeasure()
  const names = useWeekNames()
  const words = useSeriesWords()
  const { measure, points } = series
  return (
    <section className={classes.picture} aria-label={name(measure)}>
      <h3>{name(measure)}</h3>
      <p>{words(measure, series.words)}</p>
      <SeriesChart
        weeks={weeks}
        points={points}
        scale={scale(
          measure,
          points.map(({ median }) => median),
        )}
      />
      <FoldOut label={t('asTable')} isOpen={false}>
        <DataTable
          caption={t('series.table', { name: name(measure) })}
          rows={points.toReversed()}
          rowKey={({ week }) => week}
          columns={[
            { id: 'week', header: t('week'), names: true, cell: ({ week }) => names.inFull(week) },
            { id: 'median', header: t('median'), cell: ({ median }) => said(measure, median) },
            { id: 'n', header: t('answers'), figures: true, cell: ({ n }) => n },
          ]}
        />
      </FoldOut>
    </section>
  )
}

/** What a picture shows, in a sentence or two. Nothing about a direction, and little where there is little. */
function useSeriesWords() {
  const { t } = useTranslation('journal/patterns')
  const { said } = useMeasure()
  const { number } = useWeekNames()
  return (measure: Measure, words: SeriesWords): string => {
    if (words.key === 'noWeeks') return t('series.noWeeks')
    const gaps = {
      readings: t('readings', { count: words.readings }),
      weeks: t('weeks', { count: words.weeks }),
      week: number(words.latest.week),
      latest: said(measure, words.latest.median),
    }
    if (words.key === 'fewWeeks') return t('series.fewWeeks', gaps)
    const { lowest, highest, missing } = words
    const sentence =
      lowest === highest
        ? t('series.same', gaps)
        : t('series.weeks', { ...gaps, lowest: said(measure, lowest), highest: said(measure, highest) })
    // Asked every other week, the pulse has gaps by itself.
    return missing === 0 || measure === 'pulse' ? sentence : `${sentence} ${t('series.missing', { count: missing })}`
  }
}
