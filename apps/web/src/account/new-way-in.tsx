import { Alert, Paper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './account.module.css'
import { PasskeyOpener } from './passkey-opener.tsx'
import { PassphraseForm } from './passphrase-form.tsx'
import { useFaults } from './use-faults.ts'
import { usePutWrap } from './use-put-wrap.ts'
import type { Vault } from './vault.ts'
import type { Opener } from './vault-desk.ts'
import { untilEnded } from './vault-room.ts'
import type { KeptWrap } from './vault-store.ts'

interface NewWayInProps {
  vault: Vault
  /** What opens now: the key itself is never kept, so it is unwrapped once more. */
  by: Opener
  onDone: () => void
}

/** Wraps the account key for one more secret, or for another one in the place of the old. */
function useNewWrap({ vault, by, onDone }: NewWayInProps) {
  const faults = useFaults()
  const put = usePutWrap(vault)
  const [problem, setProblem] = useState<string>()
  const make = async (secret: Opener, place: (wrap: KeptWrap) => boolean) => {
    setProblem(undefined)
    try {
      const room = await vault.room()
      const wrapId = (await vault.keyring())?.wraps.find(place)?.id ?? crypto.randomUUID()
      const wrap = await untilEnded(room, room.desk.newWrap(by, { wrapId, secret }))
      const answer = await put(wrap, secret.passkeyId ?? null)
      if (answer === 'done') onDone()
      else if (answer) setProblem(faults(answer))
    } catch (fault) {
      setProblem(faults(fault, by.kind))
    }
  }
  return { problem, make }
}

/** Chooses a passphrase, the first or another one. */
export function NewPassphrase(props: NewWayInProps & { action: string }) {
  const { problem, make } = useNewWrap(props)
  const choose = (passphrase: string) => make({ kind: 'passphrase', passphrase }, ({ kind }) => kind === 'passphrase')
  return (
    <Paper>
      <PassphraseForm vault={props.vault} action={props.action} problem={problem} onChosen={choose} />
    </Paper>
  )
}

/** Lets one more passkey unlock. */
export function NewUnlockingPasskey(props: NewWayInProps & { except: readonly string[] }) {
  const { t } = useTranslation('account/keys')
  const { problem, make } = useNewWrap(props)
  const [unable, setUnable] = useState(false)
  return (
    <Paper className={classes.form ?? ''}>
      {unable && <Alert color="amber">{t('fault.noPrf')}</Alert>}
      <PasskeyOpener
        problem={problem}
        except={props.except}
        onShown={(opener) => make(opener, ({ passkeyId }) => passkeyId === opener.passkeyId)}
        onUnable={() => setUnable(true)}
      />
    </Paper>
  )
}
