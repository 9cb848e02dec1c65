import { Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Page } from '../ui/page.tsx'
import classes from './account.module.css'
import { CodeSteps } from './code-steps.tsx'
import { DemoDoors, isDemo } from './demo-doors.tsx'
import { PasskeyDoor } from './passkey-door.tsx'
import { canUsePasskeys } from './webauthn.ts'

/** The door: a passkey, or a code by mail. Leads back to where one wanted to go. */
export function Component() {
  const { t } = useTranslation('account')
  const [search] = useSearchParams()
  const enter = () => location.replace(inside(search.get('next')))
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')} width="read">
      {isDemo() && <DemoDoors />}
      <Paper>
        <CodeSteps receiver={{ typed: true }} purpose="enter" onSignedIn={enter}>
          <PasskeyDoor purpose="enter" onSignedIn={enter} />
          {canUsePasskeys() && <p className={classes.or}>{t('signIn.or')}</p>}
        </CodeSteps>
      </Paper>
      <p className={classes.quiet}>{t('signIn.help')}</p>
    </Page>
  )
}

/** Only a page of this app; anything else leads to the front page. */
function inside(next: string | null): string {
  const url = next && URL.canParse(next, location.origin) ? new URL(next, location.origin) : null
  return url?.origin === location.origin ? url.pathname + url.search : '/'
}
