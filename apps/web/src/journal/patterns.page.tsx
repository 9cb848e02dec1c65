import { Button, SegmentedControl } from '@mantine/core'
import { IconChartLine, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { today } from '../account/vault.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Seal } from '../ui/seal.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import { Unremembered } from '../ui/unremembered.tsx'
import { CalendarPicture } from './calendar-picture.tsx'
import { ComparePeriods } from './compare-periods.tsx'
import classes from './patterns.module.css'
import type { Pictures } from './pictures.ts'
import { SeriesPicture } from './series-picture.tsx'
import { StressorPicture } from './stressor-picture.tsx'
import { useJournal } from './use-journal.ts'
import { useMeasure } from './use-measure.ts'

const spans = ['12', '26', '52', 'all'] as const
type Span = (typeof spans)[number]

/** Looking back: pictures with words beside them. They tell what was written, and leave to her what it means. */
export function Component() {
  const { t } = useTranslation(['journal/patterns', 'journal'])
  const [span, setSpan] = useState<Span>('12')
  const pictures = useJournal((journal) => journal.pictures(today(), span === 'all' ? null : Number(span)), span)
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: '/journal', label: t('journal:front.title') }} discreet>
      <Seal reader="self" />
      {pictures?.isBlank ? (
        <Blank />
      ) : (
        <>
          <div>
            <Unremembered>
              <SegmentedControl
                className={classes.spans ?? ''}
                aria-label={t('period.label')}
                data={spans.map((value) => ({ value, label: t(`period.${value}`) }))}
                value={span}
                onChange={(value) => setSpan(value as Span)}
              />
            </Unremembered>
          </div>
          {pictures ? <Looked pictures={pictures} /> : <CardSkeleton lines={8} />}
        </>
      )}
    </Page>
  )
}

function Blank() {
  const { t } = useTranslation('journal/patterns')
  return (
    <EmptyState
      title={t('blank.title')}
      icon={IconChartLine}
      action={
        <Button component={Link} to="/journal/new" leftSection={<Icon of={IconPencil} />}>
          {t('blank.write')}
        </Button>
      }
    >
      {t('blank.text')}
    </EmptyState>
  )
}

function Looked({ pictures }: { pictures: Pictures }) {
  const { t, i18n } = useTranslation('journal/patterns')
  const { name } = useMeasure()
  const [shown, without] = [
    pictures.series.filter(({ points }) => points.length > 0),
    pictures.series.filter(({ points }) => points.length === 0),
  ]
  const list = new Intl.ListFormat(i18n.language === 'da' ? 'da-DK' : 'en-GB', { type: 'conjunction' })
  const names = list.format(without.map(({ measure }) => name(measure).toLocaleLowerCase(i18n.language)))
  return (
    <>
      <Section title={t('calendar.title')}>
        <CalendarPicture pictures={pictures} />
      </Section>
      <Section title={t('series.title')}>
        {shown.length > 0 && (
          <div className={classes.pictures}>
            {shown.map((series) => (
              <SeriesPicture key={series.measure} series={series} weeks={pictures.weeks} />
            ))}
          </div>
        )}
        {without.length > 0 && <p className={classes.words}>{t('series.none', { names })}</p>}
      </Section>
      <Section title={t('stressors.title')}>
        <StressorPicture pictures={pictures} />
      </Section>
      <Section title={t('compare.title')}>
        <ComparePeriods today={pictures.period.until} />
      </Section>
      <Section title={t('how.title')}>
        <ul className={classes.how}>
          {(['median', 'gaps', 'apart', 'nobody'] as const).map((key) => (
            <li key={key}>{t(`how.${key}`)}</li>
          ))}
        </ul>
      </Section>
    </>
  )
}
