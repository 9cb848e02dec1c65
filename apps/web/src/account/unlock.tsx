import { Alert, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Page } from '../ui/page.tsx'
import classes from './account.module.css'
import { demoPassphrase, isDemo } from './demo-doors.tsx'
import { OpenerForm } from './opener-form.tsx'
import { useVaultStatus, type Vault } from './vault.ts'
import type { Opener } from './vault-desk.ts'

interface UnlockProps {
  vault: Vault
  /** Told before the vault opens when it is the recovery code that opens it. */
  onRecover: (by: Opener) => void
  /** Nothing that opens is left to her. */
  onLost: () => void
}

/** Asks for what opens the keys, and opens them. */
export function Unlock({ vault, onRecover, onLost }: UnlockProps) {
  const { t } = useTranslation('account/keys')
  const { reach } = useVaultStatus(vault)
  const open = async (opener: Opener) => {
    await vault.unlock(opener, () => opener.kind === 'recoveryCode' && onRecover(opener))
  }
  return (
    <Page title={t('unlock.title')} lead={t('unlock.lead')} width="read" discreet>
      {reach === 'notReached' && <Alert color="spruce">{t('unlock.offline')}</Alert>}
      {isDemo() && <Alert color="spruce">{t('unlock.demo', { passphrase: demoPassphrase })}</Alert>}
      <OpenerForm vault={vault} action={t('unlock.button')} onOpener={open} />
      <div className={classes.buttons}>
        <Button variant="subtle" onClick={onLost}>
          {t('unlock.lostAll')}
        </Button>
      </div>
    </Page>
  )
}
