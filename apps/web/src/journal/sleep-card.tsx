import { Button, Paper } from '@mantine/core'
import { IconMoon } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../account/vault.ts'
import { Icon } from '../ui/icon.tsx'
import { notify } from '../ui/notices.tsx'
import { Unremembered } from '../ui/unremembered.tsx'
import classes from './journal.module.css'
import { noSleep, SleepFields } from './sleep-fields.tsx'
import { stampNow, useJournalRoom } from './use-journal.ts'

/** A night written down by itself, from the front of the journal; closed until somebody wants it. */
export function SleepCard() {
  const { t } = useTranslation('journal')
  const { journal } = useJournalRoom()
  const [isOpen, setOpen] = useState(false)
  const [sleep, setSleep] = useState(noSleep)
  const save = async () => {
    const day = today()
    await journal.save(null, null, { type: 'sleep', format: 1, day, writtenAt: stampNow(), ...sleep }, day)
    notify({ text: t('saved') })
  }
  if (!isOpen)
    return (
      <Button variant="default" size="lg" leftSection={<Icon of={IconMoon} />} onClick={() => setOpen(true)}>
        {t('sleep.write')}
      </Button>
    )
  return (
    <Paper component="section" className={classes.card ?? ''} aria-labelledby="sleep">
      <h2 id="sleep">{t('sleep.night')}</h2>
      <Unremembered>
        <SleepFields sleep={sleep} onChange={setSleep} />
      </Unremembered>
      <div className={classes.actions}>
        <Button disabled={Object.values(sleep).every((value) => value === null)} onClick={() => void save()}>
          {t('save')}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => setOpen(false)}>
          {t('close')}
        </Button>
      </div>
    </Paper>
  )
}
