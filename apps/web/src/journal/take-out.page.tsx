import { useTranslation } from 'react-i18next'
import { EraseSealed } from '../account/erase-sealed.tsx'
import { Page } from '../ui/page.tsx'
import { TakeOut } from './take-out.tsx'
import { useJournalRoom } from './use-journal.ts'

/** Everything that somebody wrote is hers: to take along, and to be rid of. */
export function Component() {
  const { t } = useTranslation(['journal/take-out', 'journal'])
  const { vault } = useJournalRoom()
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={{ to: '/journal', label: t('journal:front.title') }}
      width="read"
      discreet
    >
      <TakeOut />
      <EraseSealed vault={vault} />
    </Page>
  )
}
