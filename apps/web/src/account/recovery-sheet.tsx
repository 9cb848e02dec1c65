import { gql, type TypedDocumentNode } from '@apollo/client'
import { Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useKept } from '../apollo.ts'
import type { RecoverySheetQuery, RecoverySheetQueryVariables } from '../generated/graphql.ts'
import { Mark } from '../ui/mark.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './recovery-sheet.module.css'

const query: TypedDocumentNode<RecoverySheetQuery, RecoverySheetQueryVariables> = gql`
  query RecoverySheet {
    viewer {
      id
      name
    }
  }
`

/**
 * The code in its groups; printed it is a sheet of its own that can be kept for years: whose it is, what it opens, where,
 * and what to do when it is lost.
 */
export function RecoverySheet({ code }: { code: string }) {
  const { t } = useTranslation('account/keys')
  const dates = useDates()
  const name = useKept(query)?.viewer?.name
  const { host } = location
  return (
    <Paper className={classes.sheet ?? ''}>
      <header className={classes.printed}>
        <p className={classes.product}>
          <Mark size={24} /> Lederkreds
        </p>
        <p className={classes.title}>{t('recoveryCode')}</p>
        {name && <p className={classes.owner}>{name}</p>}
        <p>{t('make.sheetMade', { host, day: dates.date(new Date().toISOString()) })}</p>
      </header>
      <code className={classes.code} translate="no">
        {code.split('-').map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups never move, and two may be alike
          <span key={at}>{group}</span>
        ))}
      </code>
      <footer className={classes.printed}>
        <p>{t('make.sheetText')}</p>
        <p>{t('make.sheetUse', { host })}</p>
        <p>{t('make.sheetLost')}</p>
      </footer>
    </Paper>
  )
}
