import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { page } from '../route.ts'
import { isUnreachable } from '../apollo-links.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Page } from '../ui/page.tsx'
import { PageSkeleton } from '../ui/skeletons.tsx'
import { plainId } from './keyring.ts'
import { type Room, useVaultStatus, type Vault, vaultOf } from './vault.ts'

const MakeKeys = lazy(
  page(() => import('./make-keys.tsx').then(({ MakeKeys }) => ({ default: MakeKeys })), 'account', 'keys'),
)
const Unlock = lazy(
  page(() => import('./unlock.tsx').then(({ Unlock }) => ({ default: Unlock })), 'account', 'keys'),
)

interface VaultGateProps {
  /** Of who is signed in, as the API gives it. */
  personId: string
  children: (room: Room, vault: Vault) => ReactNode
}

/**
 * Stands around a page that shows what is sealed. Without keys it helps to make them, when they are locked it asks for
 * what opens them, and only then it shows the page, which is gone again the moment they are locked.
 */
export function VaultGate({ personId, children }: VaultGateProps) {
  const { t } = useTranslation('ui')
  const vault = vaultOf(plainId(personId))
  const { state } = useVaultStatus(vault)
  const [fault, setFault] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  /** Making keys and recovering go on after the vault is open, until their last page is done. */
  const [detained, setDetained] = useState<'making' | 'recovering'>()

  const begin = async () => {
    setBusy(true)
    setFault(await vault.begin().then(() => undefined, (error: unknown) => error ?? 'unknown'))
    setBusy(false)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once for each person
  useEffect(() => {
    if (vault.status.state !== 'open') void begin()
  }, [vault])
  useEffect(() => {
    if (state === 'locked' || state === 'none') setDetained(undefined)
  }, [state])

  if (fault && state === 'unknown') {
    const offline = isUnreachable(fault)
    return (
      <Page title={t(offline ? 'offline.title' : 'error.title')} width="read" discreet>
        <ErrorState title="" offline={offline} onRetry={() => void begin()} retrying={busy} />
      </Page>
    )
  }
  const room = vault.runningRoom
  if (state === 'open' && room && !detained) return children(room, vault)
  return (
    <Suspense fallback={<PageSkeleton />}>
      {state === 'unknown' ? (
        <PageSkeleton />
      ) : state === 'none' || detained === 'making' ? (
        <MakeKeys vault={vault} onBegin={() => setDetained('making')} onDone={() => setDetained(undefined)} />
      ) : (
        <Unlock vault={vault} onRecovered={() => {}} onLost={() => {}} />
      )}
    </Suspense>
  )
}
