import { type PulseAnswer, pulseAnswers, pulseQuestion } from '@lederkreds/domain/journal/pulse'
import { Button, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { today } from '../account/vault.ts'
import { useLanguage } from '../toolbox/use-language.ts'
import { notify } from '../ui/notices.tsx'
import { Seal } from '../ui/seal.tsx'
import classes from './journal.module.css'
import { stampNow, useJournalRoom } from './use-journal.ts'

/** One question, one tap; or not now, or never again. Every way out weighs the same. */
export function Pulse() {
  const { t } = useTranslation('journal')
  const { journal } = useJournalRoom()
  const language = useLanguage()
  const answer = async (given: PulseAnswer) => {
    const day = today()
    await journal.save(null, null, { type: 'pulse', format: 1, day, writtenAt: stampNow(), answer: given }, day)
    notify({ text: t('pulse.kept') })
  }
  const switchOff = async () => {
    const { off } = await journal.preferences()
    await journal.choose({ off: { ...off, pulse: true } }, today())
    notify({ text: t('pulse.isOff') })
  }
  return (
    <Paper component="section" className={classes.card ?? ''} aria-labelledby="pulse">
      <h2 id="pulse">{pulseQuestion[language]}</h2>
      <div className={classes.answers}>
        {pulseAnswers.map(({ key, label }) => (
          <Button key={key} variant="default" onClick={() => void answer(key)}>
            {label[language]}
          </Button>
        ))}
      </div>
      <Seal reader="self" />
      <div className={classes.quietActions}>
        <Button variant="subtle" color="gray" onClick={() => void journal.choose({ pulsePutOffOn: today() }, today())}>
          {t('pulse.notNow')}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => void switchOff()}>
          {t('pulse.off')}
        </Button>
      </div>
    </Paper>
  )
}
