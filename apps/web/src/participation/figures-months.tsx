import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import type { FiguresMonths_FiguresFragment } from '../generated/graphql.ts'
import { DataTable } from '../ui/data-table.tsx'
import { later } from '../ui/later.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'

const fragment: TypedDocumentNode<FiguresMonths_FiguresFragment> = gql`
  fragment FiguresMonths_figures on ParticipationFigures {
    id
    year
    months {
      month
      meetings
      people {
        count
        isFew
      }
    }
  }
`

const FiguresChart = later(
  () => import('./figures-chart.tsx').then(({ FiguresChart }) => FiguresChart),
  <CardSkeleton lines={4} />,
)

const twelve = Array.from({ length: 12 }, (_, index) => index + 1)

/** The months of a year as a chart, and as the table that says the same to everybody. */
export function FiguresMonths({ figures }: { figures: FragmentType<FiguresMonths_FiguresFragment> }) {
  const { year, months } = useSuspenseFragment({ fragment, from: figures }).data
  const { t, i18n } = useTranslation('participation')
  const named = (month: number, length: 'short' | 'long') =>
    new Intl.DateTimeFormat(i18n.language === 'da' ? 'da-DK' : 'en-GB', { month: length, timeZone: 'UTC' }).format(
      Date.UTC(year, month - 1, 1),
    )
  const bars = twelve.map((number) => {
    const { meetings = 0, people = null } = months.find(({ month }) => month === number) ?? {}
    return { name: named(number, 'short').replace('.', ''), meetings, people: people?.count ?? null }
  })
  const words = ({ people }: (typeof months)[number]) => {
    if (!people) return t('figures.notOver')
    return people.isFew ? t('figures.few') : people.count
  }
  return (
    <>
      <FiguresChart months={bars} />
      <DataTable
        caption={t('figures.table', { year })}
        rows={months}
        rowKey={({ month }) => String(month)}
        columns={[
          { id: 'month', header: t('figures.month'), names: true, cell: ({ month }) => named(month, 'long') },
          { id: 'meetings', header: t('figures.monthMeetings'), figures: true, cell: ({ meetings }) => meetings },
          { id: 'people', header: t('figures.monthPeople'), figures: true, cell: words },
        ]}
      />
    </>
  )
}
FiguresMonths.fragment = fragment
