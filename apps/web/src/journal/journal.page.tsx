import { Button, Paper } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { today } from '../account/vault.ts'
import { Icon } from '../ui/icon.tsx'
import { Page, Section } from '../ui/page.tsx'
import { PageSkeleton } from '../ui/skeletons.tsx'
import { CaseNotes } from './case-notes.tsx'
import { HardWeek } from './hard-week.tsx'
import classes from './journal.module.css'
import { JournalLinks } from './journal-links.tsx'
import { JournalRows } from './journal-rows.tsx'
import { Pulse } from './pulse.tsx'
import { SleepCard } from './sleep-card.tsx'
import { Theme } from './theme.tsx'
import { useJournal } from './use-journal.ts'
import { VaultNews } from './vault-news.tsx'

/** The quiet front: write first, then what was written. */
export function Component() {
  const { t } = useTranslation('journal')
  const front = useJournal((journal) => journal.front(today()))
  if (!front) return <PageSkeleton />
  const { rows, total, caseNotes, preferences, theme, unsent, hasDraft } = front
  return (
    <Page title={t('front.title')} lead={t('front.lead')} discreet>
      <div className={classes.front}>
        <div className={classes.first}>
          <Button component={Link} to="/journal/new" size="lg" leftSection={<Icon of={IconPencil} />}>
            {t(hasDraft ? 'front.goOn' : 'front.write')}
          </Button>
          {!preferences.off.sleep && !front.hasSlept && <SleepCard />}
          {hasDraft && <p className={classes.hint}>{t('front.draft')}</p>}
        </div>
        <VaultNews />
        <HardWeek level={front.hardWeek} />
        {front.isPulseDue && <Pulse />}
        {theme && <Theme offer={theme} />}
        <Section title={t('front.latest')}>
          <JournalRows rows={rows} unsent={unsent} total={total} />
        </Section>
        {caseNotes.length > 0 && (
          <Section title={t('note.title')}>
            <CaseNotes notes={caseNotes} unsent={unsent} />
          </Section>
        )}
        <Section title={t('front.more')}>
          <Paper>
            <JournalLinks />
          </Paper>
        </Section>
      </div>
    </Page>
  )
}
