import { gql, type TypedDocumentNode } from '@apollo/client'
import { Button, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { preload, usePreloaded } from '../apollo.ts'
import type { KeysQuery, KeysQueryVariables } from '../generated/graphql.ts'
import { Page } from '../ui/page.tsx'
import classes from './account.module.css'
import { lockNow } from './lock.ts'
import { VaultGate } from './vault-gate.tsx'

const query: TypedDocumentNode<KeysQuery, KeysQueryVariables> = gql`
  query Keys {
    viewer {
      id
    }
  }
`

export const loader = () => preload(query)

/** One's own keys: the ways in, what this device keeps, and how to be rid of everything. */
export function Component() {
  const { viewer } = usePreloaded(loader).data
  if (!viewer) return null
  return <VaultGate personId={viewer.id}>{() => <OpenKeys />}</VaultGate>
}

function OpenKeys() {
  const { t } = useTranslation('keys')
  const { t: account } = useTranslation('account')
  return (
    <Page
      title={t('settings.title')}
      lead={t('settings.lead')}
      back={{ to: '/settings', label: account('settings.title') }}
      width="read"
    >
      <Paper className={classes.form ?? ''}>
        <p className={classes.quiet}>{t('settings.isOpen')}</p>
        <div className={classes.buttons}>
          <Button onClick={() => void lockNow()}>{t('settings.lockNow')}</Button>
        </div>
      </Paper>
    </Page>
  )
}
