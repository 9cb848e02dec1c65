import { Button, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useConfirm } from '../ui/confirm.tsx'
import { Page } from '../ui/page.tsx'
import classes from './account.module.css'
import { useVaultStatus, type Vault } from './vault.ts'

interface DoubtedKeysProps {
  vault: Vault
  /** She wants to read what is kept here. */
  onOpen: () => void
  /** Nothing is kept here any longer. */
  onRemoved: () => void
}

/** The server does not know the keys that sealed what is kept here: nothing goes unless its owner says so. */
export function DoubtedKeys({ vault, onOpen, onRemoved }: DoubtedKeysProps) {
  const { t } = useTranslation('account/keys')
  const confirm = useConfirm()
  const { waiting } = useVaultStatus(vault)
  const only = waiting > 0 ? ` ${t('doubt.waiting', { count: waiting })}` : ''
  const remove = async () => {
    const question = { title: t('doubt.removeTitle'), text: t('doubt.removeText') + only }
    if (!(await confirm({ ...question, action: t('doubt.remove'), tone: 'harm' }))) return
    await vault.forget()
    onRemoved()
  }
  return (
    <Page title={t('doubt.title')} lead={t('doubt.lead') + only} width="read" discreet>
      <Paper className={classes.form ?? ''}>
        <p className={classes.text}>{t('doubt.own')}</p>
        <p className={classes.text}>{t('doubt.other')}</p>
        <div className={classes.buttons}>
          <Button onClick={onOpen}>{t('doubt.open')}</Button>
          <Button variant="default" color="rose" onClick={() => void remove()}>
            {t('doubt.remove')}
          </Button>
        </div>
      </Paper>
    </Page>
  )
}
