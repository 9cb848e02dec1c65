import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NewPasskey } from '../account/new-passkey.tsx'
import { Page } from '../ui/page.tsx'
import classes from './invitation.module.css'

/** Offered once, to whoever has just got an account: a passkey for the next time. */
export function PasskeyOffer({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('networks')
  const [wants, setWants] = useState(false)
  return (
    <Page width="read" title={t('join.passkeyTitle')} lead={t('join.passkeyText')}>
      {wants ? (
        <NewPasskey onDone={onDone} />
      ) : (
        <div className={classes.answer}>
          <Button size="lg" onClick={() => setWants(true)}>
            {t('join.passkeyMake')}
          </Button>
          <Button variant="subtle" onClick={onDone}>
            {t('join.passkeyLater')}
          </Button>
        </div>
      )}
    </Page>
  )
}
