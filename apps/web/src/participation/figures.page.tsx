import { gql, type TypedDocumentNode } from '@apollo/client'
import { Anchor, NativeSelect } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useSearchParams } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { ParticipationFiguresQuery, ParticipationFiguresQueryVariables } from '../generated/graphql.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { Page, Section } from '../ui/page.tsx'
import { ExportPanel } from './export-panel.tsx'
import { FiguresMethods } from './figures-methods.tsx'
import { FiguresMonths } from './figures-months.tsx'
import classes from './participation.module.css'

const query: TypedDocumentNode<ParticipationFiguresQuery, ParticipationFiguresQueryVariables> = gql`
  query ParticipationFigures($year: Int!) {
    participationFigures(year: $year) {
      id
      year
      years
      networks
      meetings
      people {
        count
        isFew
      }
      attendedPercent
      ...FiguresMethods_figures
      ...FiguresMonths_figures
    }
  }
  ${FiguresMethods.fragment}
  ${FiguresMonths.fragment}
`

function yearOf(url: string): number {
  const asked = new URL(url).searchParams.get('year') ?? ''
  return /^(19|20|21)\d\d$/.test(asked) ? Number(asked) : new Date().getFullYear()
}

export const loader = ({ request }: LoaderFunctionArgs) => preload(query, { year: yearOf(request.url) })

/** What the organisation's networks have done in a year, and the file of it; for its administrators. */
export function Component() {
  const { t } = useTranslation('participation')
  const { participationFigures: figures } = usePreloaded(loader).data
  const { year, networks, meetings, people, attendedPercent } = figures
  return (
    <Page
      title={t('figures.title')}
      lead={t('figures.lead')}
      back={{ to: '/admin', label: t('links.admin') }}
      actions={<YearField year={year} years={figures.years} />}
    >
      {meetings === 0 ? (
        <EmptyState title={t('figures.emptyTitle', { year })} icon={IconChartBar}>
          {t('figures.empty')}
        </EmptyState>
      ) : (
        <>
          <Facts>
            <Fact label={t('figures.networks')}>{networks}</Fact>
            <Fact label={t('figures.meetings')}>{meetings}</Fact>
            <Fact label={t('figures.people')}>
              {people
                ? people.isFew
                  ? t('figures.few')
                  : t('figures.about', { count: people.count ?? 0 })
                : t('figures.none')}
            </Fact>
            <Fact label={t('figures.attended')}>
              {attendedPercent === null ? t('figures.hidden') : t('figures.percent', { percent: attendedPercent })}
            </Fact>
          </Facts>
          <Section title={t('figures.byMonth')}>
            <FiguresMonths figures={figures} />
          </Section>
          <Section title={t('figures.byMethod')}>
            <FiguresMethods figures={figures} />
          </Section>
          <Section title={t('figures.how')}>
            <ul className={classes.text}>
              <li>{t('figures.howPeople')}</li>
              <li>{t('figures.howMonth')}</li>
              <li>{t('figures.howTogether')}</li>
              <li>{t('figures.howMethods')}</li>
            </ul>
          </Section>
        </>
      )}
      <Section title={t('export.title')}>
        <p className={classes.quiet}>{t('export.lead')}</p>
        <ExportPanel key={year} from={`${year}-01-01`} until={`${year}-12-31`} isLogged />
        <p className={`${classes.links} ${classes.quiet}`}>
          <Anchor component={Link} to="/participation/columns">
            {t('links.columns')}
          </Anchor>
          <Anchor component={Link} to="/participation/log">
            {t('links.log')}
          </Anchor>
        </p>
      </Section>
    </Page>
  )
}

/** Other years with meetings, and always the present one. */
function YearField({ year, years }: { year: number; years: readonly number[] }) {
  const { t } = useTranslation('participation')
  const [, setSearch] = useSearchParams()
  const all = [...new Set([new Date().getFullYear(), year, ...years])].sort((one, other) => other - one)
  return (
    <NativeSelect
      label={t('figures.year')}
      className={classes.year ?? ''}
      data={all.map(String)}
      value={String(year)}
      onChange={({ currentTarget }) => setSearch({ year: currentTarget.value })}
    />
  )
}
