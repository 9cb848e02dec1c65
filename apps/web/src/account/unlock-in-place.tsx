import { Alert, Button } from '@mantine/core'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReturn } from '../reach.ts'
import classes from './account.module.css'
import { demoPassphrase, isDemo } from './demo-doors.tsx'
import { plainId } from './keyring.ts'
import { OpenerForm } from './opener-form.tsx'
import { useVaultStatus, type Vault, vaultOf } from './vault.ts'
import type { Room } from './vault-room.ts'

interface UnlockInPlaceProps {
  /** Of who is signed in, as the API gives it. */
  personId: string
  /** What the button says that asks for what opens the keys. */
  action: string
  /** What can be done without them. */
  otherwise: ReactNode
  children: (room: Room, vault: Vault) => ReactNode
}

/**
 * Stands around a part of a page that shows what is sealed, where the rest of the page must go on without keys: they are
 * asked for only by a press, and whoever has none is told what to do instead.
 */
export function UnlockInPlace({ personId, action, otherwise, children }: UnlockInPlaceProps) {
  const { t } = useTranslation('account/keys')
  const vault = vaultOf(plainId(personId))
  const { state, doubt } = useVaultStatus(vault)
  const [isAsking, setAsking] = useState(false)
  const [isOut, setOut] = useState(false)
  const look = useCallback(
    () =>
      void vault.begin().then(
        () => setOut(false),
        () => setOut(true),
      ),
    [vault],
  )
  useEffect(look, [look])
  useReturn(look)
  useEffect(() => () => vault.rest(), [vault])
  useEffect(() => {
    if (state === 'open') setAsking(false)
  }, [state])

  const room = vault.runningRoom
  if (state === 'open' && room) return children(room, vault)
  const isLocked = state === 'locked' && doubt !== 'keys'
  if (isLocked && isAsking)
    return (
      <div className={classes.form}>
        {isDemo() && <Alert color="spruce">{t('unlock.demo', { passphrase: demoPassphrase })}</Alert>}
        <OpenerForm vault={vault} action={t('unlock.button')} onOpener={(opener) => vault.unlock(opener)} />
      </div>
    )
  const why = () => {
    if (state === 'none') return t('inPlace.none')
    if (doubt === 'keys') return t('inPlace.doubt')
    return state === 'unknown' && isOut ? t('inPlace.offline') : ''
  }
  return (
    <div className={classes.inPlace}>
      {isLocked && <Button onClick={() => setAsking(true)}>{action}</Button>}
      <p className={classes.quiet}>
        {why()} {otherwise}
      </p>
    </div>
  )
}
