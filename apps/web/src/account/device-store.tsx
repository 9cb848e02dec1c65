import { Button, Paper } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import classes from './account.module.css'
import { useVaultStatus, type Vault } from './vault.ts'

/** What this device keeps, sealed, and how to take it off it. */
export function DeviceStore({ vault }: { vault: Vault }) {
  const { t } = useTranslation('account/keys')
  const confirm = useConfirm()
  const { waiting } = useVaultStatus(vault)
  const [count, setCount] = useState(0)
  useEffect(() => {
    const look = () => void vault.kept().then(setCount)
    look()
    return vault.onDocuments(look)
  }, [vault])

  const forget = async () => {
    const lost = waiting > 0 ? ` ${t('settings.forgetWaiting', { count: waiting })}` : ''
    const question = { title: t('settings.forgetTitle'), text: t('settings.forgetText') + lost }
    if (!(await confirm({ ...question, action: t('settings.forget'), tone: 'harm' }))) return
    await vault.forget()
    notify({ text: t('settings.forgotten') })
  }
  return (
    <Section title={t('settings.device')}>
      <Paper className={classes.form ?? ''}>
        <p className={classes.text}>{t('settings.deviceText', { count })}</p>
        {waiting > 0 && <p className={classes.text}>{t('settings.waiting', { count: waiting })}</p>}
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => void forget()}>
            {t('settings.forget')}
          </Button>
        </div>
      </Paper>
    </Section>
  )
}
