import { type ReactNode, useEffect, useState } from 'react'
import { withWords } from '../i18n.ts'
import { later } from '../ui/later.tsx'
import { PageSkeleton } from '../ui/skeletons.tsx'
import { plainId } from './keyring.ts'
import { useVaultStatus, type Vault, vaultOf } from './vault.ts'
import type { Room } from './vault-room.ts'

const ShutGate = later(
  withWords(() => import('./shut-gate.tsx').then(({ ShutGate }) => ShutGate), 'account', 'account/keys'),
  <PageSkeleton />,
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
  const vault = vaultOf(plainId(personId))
  const { state } = useVaultStatus(vault)
  /** Making keys and recovering have pages left when the vault is open already. */
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    if (state === 'locked') setBusy(false)
  }, [state])
  useEffect(() => () => vault.rest(), [vault])

  const room = vault.runningRoom
  if (state === 'open' && room && !busy) return children(room, vault)
  return <ShutGate vault={vault} onBusy={setBusy} />
}
