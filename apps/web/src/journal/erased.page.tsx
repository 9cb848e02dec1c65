import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, useLocation } from 'react-router'
import { Page } from '../ui/page.tsx'
import type { Erased } from './erase-everything.tsx'
import classes from './take-out.module.css'

/** After everything is gone: what went, counted by the server. Stands outside of the vault's gate, for there is no vault. */
export function Component() {
  const { t } = useTranslation('takeOut')
  const { state }: { state: Erased | null } = useLocation()
  if (!state) return <Navigate to="/" replace />
  return (
    <Page title={t('erased.title')} width="read" discreet>
      <ul className={classes.list}>
        <li>{t('erased.items', { count: state.items })}</li>
        <li>{t('erased.wraps', { count: state.wraps })}</li>
        <li>{t('erased.device')}</li>
      </ul>
      <p className={classes.text}>{t('erased.again')}</p>
      <div>
        <Button component={Link} to="/">
          {t('erased.home')}
        </Button>
      </div>
    </Page>
  )
}
