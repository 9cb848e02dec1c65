import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import classes from './account.module.css'
import { NewRecoveryCode } from './new-recovery-code.tsx'
import { NewPassphrase, NewUnlockingPasskey } from './new-way-in.tsx'
import { OpenerForm } from './opener-form.tsx'
import type { Vault } from './vault.ts'
import type { Opener } from './vault-desk.ts'
import type { KeptWrap } from './vault-store.ts'

export type WayChange = 'passphrase' | 'passkey' | 'recoveryCode'

interface ChangeWayInProps {
  vault: Vault
  change: WayChange
  wraps: readonly KeptWrap[]
  onClose: () => void
}

/** One change of a way in: first she shows one that she has, then the new one is made. */
export function ChangeWayIn({ vault, change, wraps, onClose }: ChangeWayInProps) {
  const { t } = useTranslation(['account/keys', 'ui'])
  const [by, setBy] = useState<Opener>()
  const title = {
    passphrase: t('settings.changePassphrase'),
    passkey: t('settings.addPasskey'),
    recoveryCode: t('settings.newCode'),
  }[change]
  const done = () => {
    notify({
      text: {
        passphrase: t('settings.passphraseChanged'),
        passkey: t('settings.passkeyAdded'),
        recoveryCode: t('settings.codeChanged'),
      }[change],
    })
    onClose()
  }
  const prove = async (opener: Opener) => {
    const { desk } = await vault.room()
    await desk.prove(opener)
    setBy(opener)
  }
  const next = by && { vault, by, onDone: done }
  return (
    <Section title={next ? title : t('settings.proof')}>
      {!next && (
        <>
          <p className={classes.quiet}>{t('settings.proofLead')}</p>
          <OpenerForm vault={vault} action={t('next')} onOpener={prove} />
        </>
      )}
      {next && change === 'passphrase' && <NewPassphrase {...next} action={t('recover.action')} />}
      {next && change === 'passkey' && (
        <NewUnlockingPasskey {...next} except={wraps.flatMap(({ passkeyId }) => passkeyId ?? [])} />
      )}
      {next && change === 'recoveryCode' && <NewRecoveryCode {...next} />}
      <div className={classes.buttons}>
        <Button variant="subtle" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
      </div>
    </Section>
  )
}
