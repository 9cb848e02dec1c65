import { Alert, Anchor, Button, Paper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './account.module.css'

const roles = ['leader', 'consultant', 'admin'] as const
type Role = (typeof roles)[number]

/** Opens the keys of the demo's leader; nobody's but in the demo. */
export const demoPassphrase = 'fire grønne cykler venter'

/** Whether this is the demo, as the server has written into the page. */
export const isDemo = () => document.querySelector('meta[name="demo"][content="on"]') !== null

/** One click each to enter as an invented person. The route behind it exists in the demo only. */
export function DemoDoors() {
  const { t } = useTranslation('account')
  const [state, setState] = useState<Role | 'failed'>()

  const enter = async (role: Role) => {
    setState(role)
    const headers = { 'content-type': 'application/json', 'x-lederkreds': '1' }
    const answer = await fetch('/demo/sign-in', { method: 'POST', headers, body: JSON.stringify({ role }) }).catch(
      () => null,
    )
    if (answer?.ok) location.assign('/')
    else setState('failed')
  }

  return (
    <Paper component="section" aria-label={t('demo.title')} className={classes.demo ?? ''}>
      <h2 className={classes.heading}>{t('demo.title')}</h2>
      <p className={classes.quiet}>{t('demo.lead')}</p>
      <p className={classes.quiet}>{t('demo.passphrase', { passphrase: demoPassphrase })}</p>
      {roles.map((role) => (
        <Button key={role} variant="light" loading={state === role} onClick={() => void enter(role)}>
          {t(`demo.${role}`)}
        </Button>
      ))}
      {state === 'failed' && <Alert color="rose">{t('demo.failed')}</Alert>}
      <Anchor href="/demo/mails">{t('demo.mails')}</Anchor>
    </Paper>
  )
}
