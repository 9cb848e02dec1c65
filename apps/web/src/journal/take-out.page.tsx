import { useTranslation } from 'react-i18next'
import { Page } from '../ui/page.tsx'
import { EraseEverything } from './erase-everything.tsx'
import { TakeOut } from './take-out.tsx'

/** Everything that somebody wrote is hers: to take along, and to be rid of. */
export function Component() {
  const { t } = useTranslation(['takeOut', 'journal'])
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={{ to: '/journal', label: t('journal:front.title') }}
      width="read"
      discreet
    >
      <TakeOut />
      <EraseEverything />
    </Page>
  )
}
