import { Alert, Button, Paper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './account.module.css'
import { PasskeyOpener } from './passkey-opener.tsx'
import { PassphraseForm } from './passphrase-form.tsx'
import type { Vault } from './vault.ts'
import type { Opener } from './vault-desk.ts'
import { canUsePasskeys } from './webauthn.ts'

interface ChooseOpenerProps {
  vault: Vault
  problem: string | undefined
  onChosen: (opener: Opener) => Promise<unknown>
}

/** One's everyday way in: a passphrase, or a passkey where the device can unlock with one. */
export function ChooseOpener({ vault, problem, onChosen }: ChooseOpenerProps) {
  const { t } = useTranslation('account/keys')
  const [way, setWay] = useState<'passphrase' | 'passkey' | undefined>(canUsePasskeys() ? undefined : 'passphrase')
  const [unable, setUnable] = useState(false)
  const back = canUsePasskeys() && (
    <div className={classes.buttons}>
      <Button variant="subtle" onClick={() => setWay(undefined)}>
        {t('backOne')}
      </Button>
    </div>
  )
  if (way === 'passphrase') {
    return (
      <Paper className={classes.form ?? ''}>
        {unable && <Alert color="amber">{t('fault.noPrf')}</Alert>}
        <p className={classes.quiet}>{t('make.passphraseLead')}</p>
        <PassphraseForm
          vault={vault}
          action={t('make.choose')}
          problem={problem}
          onChosen={(passphrase) => onChosen({ kind: 'passphrase', passphrase })}
        />
        {back}
      </Paper>
    )
  }
  if (way === 'passkey') {
    return (
      <Paper className={classes.form ?? ''}>
        <PasskeyOpener problem={problem} onShown={onChosen} onUnable={() => [setUnable(true), setWay('passphrase')]} />
        {back}
      </Paper>
    )
  }
  return (
    <div className={classes.form}>
      {(['passphrase', 'passkey'] as const).map((each) => (
        <Paper key={each} className={classes.form ?? ''}>
          <div className={classes.what}>
            <h2 className={classes.heading}>{t(`${each}`)}</h2>
            <p className={classes.quiet}>{t(`make.${each}Text`)}</p>
          </div>
          <div className={classes.buttons}>
            <Button variant={each === 'passphrase' ? 'filled' : 'default'} onClick={() => setWay(each)}>
              {t(`make.${each}Choose`)}
            </Button>
          </div>
        </Paper>
      ))}
    </div>
  )
}
