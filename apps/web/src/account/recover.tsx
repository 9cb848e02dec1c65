import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify } from '../ui/notices.tsx'
import { Page } from '../ui/page.tsx'
import classes from './account.module.css'
import { NewRecoveryCode } from './new-recovery-code.tsx'
import { NewPassphrase } from './new-way-in.tsx'
import type { Vault } from './vault.ts'
import type { Opener } from './vault-desk.ts'

interface RecoverProps {
  vault: Vault
  by: Opener
  onDone: () => void
}

/** After coming in by the recovery code: a passphrase that can be remembered, and another code if she wants one. */
export function Recover({ vault, by, onDone }: RecoverProps) {
  const { t } = useTranslation('account/keys')
  const [chosen, setChosen] = useState(false)
  if (!chosen) {
    return (
      <Page title={t('recover.title')} lead={t('recover.lead')} width="read" discreet>
        <NewPassphrase vault={vault} by={by} action={t('recover.action')} onDone={() => setChosen(true)} />
      </Page>
    )
  }
  return (
    <Page title={t('recover.codeTitle')} lead={t('recover.codeLead')} width="read" discreet>
      <NewRecoveryCode vault={vault} by={by} onDone={() => [notify({ text: t('settings.codeChanged') }), onDone()]} />
      <div className={classes.buttons}>
        <Button variant="subtle" onClick={onDone}>
          {t('recover.keepCode')}
        </Button>
      </div>
    </Page>
  )
}
