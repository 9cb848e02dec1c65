import { SealingFault } from '@lederkreds/sealing/faults'
import { Alert } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isUnreachable } from '../apollo-links.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Page } from '../ui/page.tsx'
import { PageSkeleton } from '../ui/skeletons.tsx'
import { DoubtedKeys } from './doubted-keys.tsx'
import { LostEverything } from './lost-everything.tsx'
import { MakeKeys } from './make-keys.tsx'
import { Recover } from './recover.tsx'
import { Unlock } from './unlock.tsx'
import { useFaults } from './use-faults.ts'
import { useVaultStatus, type Vault } from './vault.ts'
import type { Opener } from './vault-desk.ts'

interface ShutGateProps {
  vault: Vault
  /** Whether there are pages left here although the vault is open. */
  onBusy: (busy: boolean) => void
}

type Way = { to: 'here' } | { to: 'making' } | { to: 'lost' } | { to: 'anew' } | { to: 'recovering'; by: Opener }

/** Everything that stands before what is sealed: looking for keys, making them, unlocking, recovering, beginning again. */
export function ShutGate({ vault, onBusy }: ShutGateProps) {
  const { t } = useTranslation('ui')
  const { state, doubt } = useVaultStatus(vault)
  const faults = useFaults()
  const [way, setWay] = useState<Way>()
  const [fault, setFault] = useState<unknown>()
  const [looking, setLooking] = useState(false)
  const go = (next: Way | undefined) => [setWay(next), onBusy(next !== undefined)]

  const look = async () => {
    setLooking(true)
    setFault(
      await vault.begin().then(
        () => undefined,
        (error: unknown) => error,
      ),
    )
    setLooking(false)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for once for each person
  useEffect(() => {
    void look()
  }, [vault])

  useEffect(() => {
    const isOver = (to: Way['to'] | undefined) => to === 'recovering' || to === 'here'
    if (state === 'locked') setWay((before) => (isOver(before?.to) ? undefined : before))
  }, [state])

  if (way?.to === 'recovering' && state === 'open')
    return <Recover vault={vault} by={way.by} onDone={() => go(undefined)} />
  if (way?.to === 'lost') return <LostEverything onBack={() => go(undefined)} onAnew={() => go({ to: 'anew' })} />
  if (way?.to === 'anew') return <MakeKeys vault={vault} anew onDone={() => go(undefined)} />
  if (way?.to === 'making' || state === 'none')
    return <MakeKeys vault={vault} onBegin={() => go({ to: 'making' })} onDone={() => go(undefined)} />
  if (state === 'locked' && doubt === 'keys' && !way)
    return <DoubtedKeys vault={vault} onOpen={() => setWay({ to: 'here' })} onRemoved={() => void look()} />
  if (state === 'locked')
    return <Unlock vault={vault} onRecover={(by) => go({ to: 'recovering', by })} onLost={() => go({ to: 'lost' })} />
  if (fault === undefined) return <PageSkeleton />
  const isRefused = fault instanceof SealingFault
  const offline = isUnreachable(fault)
  return (
    <Page title={t(offline ? 'offline.title' : 'error.title')} width="read" discreet>
      {isRefused && <Alert color="rose">{faults(fault)}</Alert>}
      <ErrorState title="" offline={offline} onRetry={() => void look()} retrying={looking} />
    </Page>
  )
}
