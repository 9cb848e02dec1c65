import { Alert, Button, Paper } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icon.tsx'
import { Page } from '../ui/page.tsx'
import { SecretInput } from '../ui/secret-input.tsx'
import classes from './account.module.css'
import { askPasskey } from './prf.ts'
import { CodeInput } from './recovery-code.tsx'
import { useFaults } from './use-faults.ts'
import { useVaultStatus, type Vault } from './vault.ts'
import type { Opener } from './vault-desk.ts'
import type { KeptWrap } from './vault-store.ts'

interface UnlockProps {
  vault: Vault
  /** She has come in by the recovery code, and goes on to choose a passphrase. */
  onRecovered: (by: Opener) => void
  /** Nothing that opens is left to her. */
  onLost: () => void
}

/** Asks for what opens the keys: what is most at hand first. */
export function Unlock({ vault, onRecovered, onLost }: UnlockProps) {
  const { t } = useTranslation('keys')
  const { reach } = useVaultStatus(vault)
  const faults = useFaults()
  const [wraps, setWraps] = useState<readonly KeptWrap[]>([])
  const [byCode, setByCode] = useState(false)
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    void vault.keyring().then((keyring) => setWraps(keyring?.wraps ?? []))
  }, [vault])

  const passkeys = wraps.flatMap(({ passkeyId, credentialId }) =>
    passkeyId && credentialId ? [{ passkeyId, credentialId }] : [],
  )
  const hasPassphrase = wraps.some(({ kind }) => kind === 'passphrase')
  const kind = byCode || (wraps.length > 0 && !hasPassphrase && passkeys.length === 0) ? 'recoveryCode' : 'passphrase'

  const open = async (ask: () => Promise<Opener | null>, by: Opener['kind']) => {
    setBusy(true)
    setProblem(undefined)
    try {
      const opener = await ask()
      if (!opener) return setProblem(t('fault.noPrf'))
      if (by === 'recoveryCode') onRecovered(opener)
      await vault.unlock(opener)
    } catch (fault) {
      setProblem(faults(fault, by))
    } finally {
      setBusy(false)
    }
  }
  const secret = (): Opener =>
    kind === 'recoveryCode' ? { kind, code: typed } : { kind: 'passphrase', passphrase: typed }
  const turn = (toCode: boolean) => [setByCode(toCode), setTyped(''), setProblem(undefined)]

  return (
    <Page title={t('unlock.title')} lead={t('unlock.lead')} width="read" discreet>
      {reach === 'notReached' && <Alert color="spruce">{t('unlock.offline')}</Alert>}
      <Paper className={classes.form ?? ''}>
        {passkeys.length > 0 && !byCode && (
          <Button
            leftSection={<Icon of={IconFingerprint} />}
            loading={busy}
            onClick={() => void open(() => askPasskey(passkeys), 'passkey')}
          >
            {t('unlock.byPasskey')}
          </Button>
        )}
        {passkeys.length > 0 && hasPassphrase && !byCode && <p className={classes.or}>{t('unlock.or')}</p>}
        {(hasPassphrase || kind === 'recoveryCode') && (
          <form
            className={classes.form}
            noValidate
            onSubmit={(event) => [event.preventDefault(), void open(async () => secret(), kind)]}
          >
            {kind === 'recoveryCode' ? (
              <CodeInput value={typed} onChange={setTyped} hint={t('unlock.codeHint')} />
            ) : (
              <SecretInput
                label={t('passphrase')}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
                autoComplete="current-password"
              />
            )}
            <div className={classes.buttons}>
              <Button type="submit" loading={busy} variant={passkeys.length > 0 && !byCode ? 'default' : 'filled'}>
                {t('unlock.button')}
              </Button>
            </div>
          </form>
        )}
        {problem && <Alert color="rose">{problem}</Alert>}
      </Paper>
      <div className={classes.buttons}>
        <Button variant="subtle" onClick={() => turn(!byCode)}>
          {t(byCode ? 'unlock.byOther' : 'unlock.byCode')}
        </Button>
        <Button variant="subtle" onClick={onLost}>
          {t('unlock.lostAll')}
        </Button>
      </div>
    </Page>
  )
}
