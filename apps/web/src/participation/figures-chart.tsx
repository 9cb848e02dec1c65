import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.layer.css'
import { useReducedMotion } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import classes from './participation.module.css'

interface FiguresChartProps {
  months: readonly { name: string; meetings: number; people: number | null }[]
}

/** Meetings and people as bars. For the eye only: the table beside it tells everybody the same. Fetched when it is shown. */
export function FiguresChart({ months }: FiguresChartProps) {
  const { t } = useTranslation('participation')
  const still = useReducedMotion()
  return (
    <figure className={classes.chart} aria-hidden style={{ margin: 0 }}>
      <ul className={classes.legend}>
        <li data-meetings>{t('figures.monthMeetings')}</li>
        <li>{t('figures.monthPeople')}</li>
      </ul>
      <BarChart
        h={260}
        data={months.map((month) => ({ ...month }))}
        dataKey="name"
        withTooltip={false}
        gridAxis="x"
        tickLine="none"
        yAxisProps={{ allowDecimals: false, width: 44 }}
        barChartProps={{ accessibilityLayer: false }}
        barProps={{ isAnimationActive: !still, animationDuration: 180, radius: [4, 4, 0, 0] }}
        series={[
          { name: 'meetings', color: 'var(--control-line)' },
          { name: 'people', color: 'var(--spruce)' },
        ]}
      />
    </figure>
  )
}
