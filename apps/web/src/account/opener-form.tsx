import { Alert, Button, Paper } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icon.tsx'
import { SecretInput } from '../ui/secret-input.tsx'
import classes from './account.module.css'
import { askPasskey } from './prf.ts'
import { CodeInput } from './recovery-code.tsx'
import { useFaults } from './use-faults.ts'
import type { Vault } from './vault.ts'
import type { Opener } from './vault-desk.ts'
import type { KeptWrap } from './vault-store.ts'

interface OpenerFormProps {
  vault: Vault
  /** What the button says. */
  action: string
  /** Does what the secret is for; what it throws is said in words here. */
  onOpener: (opener: Opener) => Promise<unknown>
}

/** Asks for what opens the keys: what is most at hand first, the recovery code when asked for. */
export function OpenerForm({ vault, action, onOpener }: OpenerFormProps) {
  const { t } = useTranslation('account/keys')
  const faults = useFaults()
  const [wraps, setWraps] = useState<readonly KeptWrap[]>()
  const [byCode, setByCode] = useState(false)
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState<Opener['kind']>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    void vault.keyring().then((keyring) => setWraps(keyring?.wraps ?? []))
  }, [vault])
  if (!wraps) return null

  const passkeys = wraps.flatMap(({ passkeyId, credentialId }) =>
    passkeyId && credentialId ? [{ passkeyId, credentialId }] : [],
  )
  const hasPassphrase = wraps.some(({ kind }) => kind === 'passphrase')
  const use = async (kind: Opener['kind'], ask: () => Promise<Opener | null> | Opener) => {
    setBusy(kind)
    setProblem(undefined)
    try {
      const opener = await ask()
      if (opener) await onOpener(opener)
      else setProblem(t('fault.noPrf'))
    } catch (fault) {
      setProblem(faults(fault, kind))
    }
    setBusy(undefined)
  }
  const type = (text: string) => {
    setTyped(text)
    vault.prepare()
  }
  const kind = byCode ? 'recoveryCode' : 'passphrase'
  const secret = (): Opener =>
    byCode ? { kind: 'recoveryCode', code: typed } : { kind: 'passphrase', passphrase: typed }
  const showsPasskey = passkeys.length > 0 && !byCode
  return (
    <>
      <Paper className={classes.form ?? ''}>
        {showsPasskey && (
          <Button
            leftSection={<Icon of={IconFingerprint} />}
            loading={busy === 'passkey'}
            onClick={() => void use('passkey', () => askPasskey(passkeys))}
          >
            {t('unlock.byPasskey')}
          </Button>
        )}
        {showsPasskey && hasPassphrase && <p className={classes.or}>{t('unlock.or')}</p>}
        {(byCode || hasPassphrase) && (
          <form
            className={classes.form}
            noValidate
            autoComplete="off"
            onSubmit={(event) => [event.preventDefault(), void use(kind, secret)]}
          >
            {byCode ? (
              <CodeInput value={typed} onChange={type} hint={t('unlock.codeHint')} />
            ) : (
              <SecretInput
                label={t('passphrase')}
                value={typed}
                onChange={(event) => type(event.currentTarget.value)}
                autoComplete="current-password"
              />
            )}
            <div className={classes.buttons}>
              <Button type="submit" loading={busy === kind} variant={showsPasskey ? 'default' : 'filled'}>
                {action}
              </Button>
            </div>
          </form>
        )}
        {problem && <Alert color="rose">{problem}</Alert>}
      </Paper>
      <div className={classes.buttons}>
        <Button variant="subtle" onClick={() => [setByCode(!byCode), setTyped(''), setProblem(undefined)]}>
          {t(byCode ? 'unlock.byOther' : 'unlock.byCode')}
        </Button>
      </div>
    </>
  )
}
