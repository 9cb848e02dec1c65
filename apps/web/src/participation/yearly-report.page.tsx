import { gql, type TypedDocumentNode } from '@apollo/client'
import { Anchor, Button, Paper } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useParams } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { YearlyReportPageQuery, YearlyReportPageQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Icon } from '../ui/icon.tsx'
import { Page } from '../ui/page.tsx'
import { Sheet } from '../ui/sheet.tsx'
import classes from './report.module.css'
import { ReportText } from './report-text.tsx'

const query: TypedDocumentNode<YearlyReportPageQuery, YearlyReportPageQueryVariables> = gql`
  query YearlyReportPage($id: ID!, $year: Int!) {
    network(id: $id) {
      id
      name
      createdAt
      ...ReportText_network
    }
  }
  ${ReportText.fragment}
`

const yearOf = (asked: string | undefined) => (/^(19|20|21)\d\d$/.test(asked ?? '') ? Number(asked) : notFound())

export const loader = ({ params }: LoaderFunctionArgs) =>
  preload(query, { id: params.networkId ?? '', year: yearOf(params.year) })

/** A network's year on one sheet of paper: participation, and the one sentence that its members have made known. */
export function Component() {
  const network = usePreloaded(loader).data.network ?? notFound()
  const year = yearOf(useParams().year)
  const { t } = useTranslation('participation/report')
  const { id, name } = network
  const years = [year - 1, year + 1].filter(
    (each) => each >= Number(network.createdAt.slice(0, 4)) && each <= new Date().getFullYear(),
  )
  return (
    <Page
      title={t('title', { year })}
      lead={t('lead')}
      back={{ to: `/networks/${id}`, label: name }}
      actions={
        <Button leftSection={<Icon of={IconPrinter} />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      <Sheet>
        <div className={classes.sheet}>
          <ReportText network={network} year={year} />
        </div>
      </Sheet>
      <Paper className={classes.paper ?? ''}>
        <ReportText network={network} year={year} />
      </Paper>
      {years.length > 0 && (
        <nav aria-label={t('other')} className={classes.years}>
          {years.map((each) => (
            <Anchor key={each} component={Link} to={`/networks/${id}/report/${each}`}>
              {t('title', { year: each })}
            </Anchor>
          ))}
        </nav>
      )}
    </Page>
  )
}
