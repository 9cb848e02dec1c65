import type { Screen } from '@lederkreds/domain/supervision/screen'
import { useTranslation } from 'react-i18next'
import classes from './room.module.css'
import type { RoundEngine } from './round-engine.ts'
import { useLeft, useRound } from './use-round.ts'
import { useWords } from './use-words.ts'

/** Reads out what changed: another phase, time that is up, a pause. Never the seconds. */
export function Told({ engine, screen }: { engine: RoundEngine; screen: Screen }) {
  const { t } = useTranslation('supervision')
  const { words } = useWords()
  const { status, pauseReason } = useRound(engine).state
  const left = useLeft(engine)
  const told = () => {
    if (status === 'ended') return t('over.lead')
    if (status === 'paused') return t(`time.${pauseReason ?? 'pause'}`)
    if (status === 'waiting' || left === null) return ''
    if (left <= 0) return t('time.up')
    const { place, places, phase, prompt } = screen
    return [t('phaseNow', { at: place, of: places, name: words(phase.name) }), prompt && words(prompt)].join(' ')
  }
  return (
    <p role="status" className={classes.unseen}>
      {told()}
    </p>
  )
}
