import { gql, type TypedDocumentNode } from '@apollo/client'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { preload, usePreloaded } from '../apollo.ts'
import type { KeysQuery, KeysQueryVariables } from '../generated/graphql.ts'
import { Page } from '../ui/page.tsx'
import { DeviceStore } from './device-store.tsx'
import { DoubtNews } from './doubt-news.tsx'
import { EraseSealed } from './erase-sealed.tsx'
import { lockNow } from './lock.ts'
import { VaultGate } from './vault-gate.tsx'
import { WaysIn } from './ways-in.tsx'

const query: TypedDocumentNode<KeysQuery, KeysQueryVariables> = gql`
  query Keys {
    viewer {
      id
      ...WaysIn_viewer
    }
  }
  ${WaysIn.fragment}
`

export const loader = () => preload(query)

/** One's own keys: the ways in, what this device keeps, and how to be rid of everything. */
export function Component() {
  const { t } = useTranslation('account/keys')
  const { t: account } = useTranslation('account')
  const { viewer } = usePreloaded(loader).data
  if (!viewer) return null
  return (
    <VaultGate personId={viewer.id}>
      {(_room, vault) => (
        <Page
          title={t('settings.title')}
          lead={t('settings.lead')}
          back={{ to: '/settings', label: account('settings.title') }}
          actions={
            <Button variant="default" onClick={() => void lockNow()}>
              {t('settings.lockNow')}
            </Button>
          }
          width="read"
        >
          <DoubtNews vault={vault} />
          <WaysIn viewer={viewer} vault={vault} />
          <DeviceStore vault={vault} />
          <EraseSealed vault={vault} />
        </Page>
      )}
    </VaultGate>
  )
}
