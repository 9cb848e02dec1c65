import { Button, Paper } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DoubtNews } from '../account/doubt-news.tsx'
import type { Findings } from '../account/sync.ts'
import { today, useVaultStatus } from '../account/vault.ts'
import { Icon } from '../ui/icon.tsx'
import classes from './journal.module.css'
import { useJournalRoom } from './use-journal.ts'

/** What waits for the server, and what does not fit with what was seen on this device: said plainly, with what to do. */
export function VaultNews() {
  const { t } = useTranslation('journal')
  const { vault } = useJournalRoom()
  const { waiting, reach, findings, unreadable } = useVaultStatus(vault)
  return (
    <>
      <DoubtNews vault={vault} />
      {waiting > 0 && (
        <p className={classes.news} role="status">
          <Icon of={IconCloudOff} />
          {t(reach === 'refused' ? 'news.refused' : 'news.waiting', { count: waiting })}
        </p>
      )}
      <Lost kind="missing" ids={findings.missing} />
      <Lost kind="rolledBack" ids={findings.rolledBack} />
      {unreadable.length > 0 && (
        <Paper className={classes.card ?? ''}>
          <h2>{t('news.unreadable.title', { count: unreadable.length })}</h2>
          <p>{t('news.unreadable.text')}</p>
        </Paper>
      )}
    </>
  )
}

function Lost({ kind, ids }: { kind: keyof Findings; ids: readonly string[] }) {
  const { t } = useTranslation('journal')
  const { vault } = useJournalRoom()
  const [isBusy, setBusy] = useState(false)
  if (ids.length === 0) return null
  const putBack = async () => {
    setBusy(true)
    const room = vault.runningRoom
    for (const id of ids) await room?.documents.putBack(id, today())
    await vault.synced()
    setBusy(false)
  }
  return (
    <Paper className={classes.card ?? ''} role="alert">
      <h2>{t(`news.${kind}.title`, { count: ids.length })}</h2>
      <p>{t(`news.${kind}.text`)}</p>
      <div>
        <Button variant="light" loading={isBusy} onClick={() => void putBack()}>
          {t('news.putBack')}
        </Button>
      </div>
    </Paper>
  )
}
