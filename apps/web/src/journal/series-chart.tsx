import type { WeekPoint } from '@lederkreds/domain/journal/patterns'
import { LineChart } from '@mantine/charts'
import '@mantine/charts/styles.layer.css'
import { useMediaQuery, useReducedMotion } from '@mantine/hooks'
import type { Scale } from './use-measure.ts'
import { useWeekNames } from './week-names.ts'

interface SeriesChartProps {
  weeks: readonly string[]
  points: readonly WeekPoint[]
  scale: Scale
}

/** Longer than this, the axis names months instead of weeks. */
const mostWeekNumbers = 30

/**
 * A measure over the weeks: a dot for each week with answers, a line only between weeks that follow each other. For the
 * eye only: words and a table beside it tell everybody the same. Fetched when it is shown.
 */
export function SeriesChart({ weeks, points, scale: { low, high, marks } }: SeriesChartProps) {
  const names = useWeekNames()
  const still = useReducedMotion()
  const isNarrow = useMediaQuery('(max-width: 30em)')
  const known = new Map(points.map(({ week, median }) => [week, median]))
  const label = weeks.length > mostWeekNumbers ? names.month : (week: string) => String(names.number(week))
  return (
    <div aria-hidden>
      <LineChart
        h={190}
        data={weeks.map((week) => ({ week, value: known.get(week) ?? null }))}
        dataKey="week"
        series={[{ name: 'value', color: 'var(--spruce)' }]}
        curveType="linear"
        connectNulls={false}
        withTooltip={false}
        gridAxis="x"
        tickLine="none"
        strokeWidth={weeks.length > 60 ? 1.5 : 2}
        dotProps={{ r: weeks.length > 60 ? 2 : 3.5, strokeWidth: 0, fill: 'var(--spruce)' }}
        lineProps={{ isAnimationActive: !still, animationDuration: 180 }}
        lineChartProps={{ accessibilityLayer: false, margin: { top: 8, right: 12, bottom: 0, left: 0 } }}
        xAxisProps={{ tickFormatter: label, interval: 'equidistantPreserveStart', minTickGap: 16 }}
        yAxisProps={{
          domain: [low, high],
          ticks: marks.map(({ at }) => at),
          tickFormatter: (at: number) => marks.find((mark) => mark.at === at)?.label ?? '',
          width: isNarrow ? 84 : 104,
          interval: 0,
        }}
      />
    </div>
  )
}
