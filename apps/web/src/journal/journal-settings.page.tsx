import type { JournalPreferences } from '@lederkreds/domain/journal/preferences'
import { Paper, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { today } from '../account/vault.ts'
import { Page } from '../ui/page.tsx'
import { Seal } from '../ui/seal.tsx'
import { PageSkeleton } from '../ui/skeletons.tsx'
import { Unremembered } from '../ui/unremembered.tsx'
import classes from './journal.module.css'
import { ReminderCard } from './reminder-card.tsx'
import { useJournal, useJournalRoom } from './use-journal.ts'

type Offer = 'pulse' | 'sleep' | 'sliders' | 'recovery' | 'hardWeek' | 'themes'
const offers: readonly Offer[] = ['pulse', 'sliders', 'sleep', 'recovery', 'hardWeek', 'themes']

/** What the journal offers: each can be switched off for good, and on again. A reminder comes to whoever asks for it. */
export function Component() {
  const { t } = useTranslation('journal')
  const { journal } = useJournalRoom()
  const preferences = useJournal((desk) => desk.preferences())
  if (!preferences) return <PageSkeleton />
  const { off } = preferences
  const choose = (offer: Offer, isOn: boolean) => {
    const changed: JournalPreferences['off'] = { ...off, [offer]: !isOn }
    void journal.choose({ off: changed }, today())
  }
  return (
    <Page
      title={t('settings.title')}
      lead={t('settings.lead')}
      back={{ to: '/journal', label: t('front.title') }}
      width="read"
      discreet
    >
      <Paper className={classes.card ?? ''}>
        <Unremembered>
          {offers.map((offer) => (
            <Switch
              key={offer}
              label={t(`settings.${offer}.label`)}
              description={t(`settings.${offer}.text`)}
              checked={!off[offer]}
              onChange={({ currentTarget }) => choose(offer, currentTarget.checked)}
            />
          ))}
          <Seal reader="self" />
        </Unremembered>
      </Paper>
      <ReminderCard />
    </Page>
  )
}
