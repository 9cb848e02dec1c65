import { labelOf } from '@lederkreds/domain/journal/chip'
import { type Stressor, stressors } from '@lederkreds/domain/journal/stressor'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../toolbox/use-language.ts'
import { DataTable } from '../ui/data-table.tsx'
import { FoldOut } from './fold-out.tsx'
import classes from './patterns.module.css'
import type { Pictures } from './pictures.ts'
import { useWeekNames } from './week-names.ts'

/** Which stressors went with which weeks: a strip of weeks for each, in the order of the list. */
export function StressorPicture({ pictures }: { pictures: Pictures }) {
  const { t } = useTranslation('journal/patterns')
  const language = useLanguage()
  const names = useWeekNames()
  const { weeks, stressors: known, stressorsInWords: words } = pictures
  if (words.key === 'noStressors') return <p className={classes.words}>{t('stressors.noStressors')}</p>
  const label = (stressor: Stressor) => labelOf(stressors, stressor, language)
  const byWeek = new Map(known.map((each) => [each.week, each]))
  const stateOf = (stressor: Stressor, week: string) => {
    const found = byWeek.get(week)
    if (!found) return 'nothing'
    return found.counts.some((each) => each.stressor === stressor) ? 'chosen' : 'notChosen'
  }
  return (
    <>
      <p className={classes.words}>{t('stressors.lead', { count: words.weeks })}</p>
      <ul className={classes.legend} aria-hidden>
        {(['chosen', 'notChosen', 'nothing'] as const).map((state) => (
          <li key={state}>
            <span className={classes.cell} data-state={state} />
            {t(`stressors.${state}`)}
          </li>
        ))}
      </ul>
      <ul className={classes.strips}>
        {words.items.map((item) => (
          <li key={item.stressor} className={classes.strip}>
            <span>{label(item.stressor)}</span>
            <span className={classes.quiet}>{t('stressors.inWeeks', { weeks: item.weeks, of: words.weeks })}</span>
            <span className={classes.cells} data-many={weeks.length > 60 || undefined} aria-hidden>
              {weeks.map((week) => (
                <span key={week} className={classes.cell} data-state={stateOf(item.stressor, week)} />
              ))}
            </span>
          </li>
        ))}
      </ul>
      <FoldOut label={t('asTable')} isOpen={false}>
        <DataTable
          caption={t('stressors.table')}
          rows={known.toReversed()}
          rowKey={({ week }) => week}
          columns={[
            { id: 'week', header: t('week'), names: true, cell: ({ week }) => names.inFull(week) },
            { id: 'entries', header: t('stressors.entries'), figures: true, cell: ({ entries }) => entries },
            {
              id: 'what',
              header: t('stressors.what'),
              cell: ({ counts }) =>
                counts.map(({ stressor, n }) => `${label(stressor)}: ${n}`).join(', ') || t('stressors.none'),
            },
          ]}
        />
      </FoldOut>
    </>
  )
}
