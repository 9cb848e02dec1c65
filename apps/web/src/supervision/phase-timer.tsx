import { useTranslation } from 'react-i18next'
import classes from './room.module.css'
import type { RoundEngine } from './round-engine.ts'
import { useLeft, useRound } from './use-round.ts'

/** What is left of the phase: figures to see, words to be sure. Below nothing it does not count on: nobody is chased. */
export function PhaseTimer({ engine }: { engine: RoundEngine }) {
  const { t } = useTranslation('supervision')
  const { state } = useRound(engine)
  const left = useLeft(engine)
  if (left === null) return null
  const seconds = Math.max(0, Math.ceil(left / 1000))
  const [minutes, rest] = [Math.floor(seconds / 60), String(seconds % 60).padStart(2, '0')]
  const words = () => {
    if (state.status === 'paused') return t(`time.${state.pauseReason ?? 'pause'}`)
    if (seconds === 0) return t('time.up')
    return seconds < 60 ? t('time.short') : t('time.left', { count: Math.ceil(seconds / 60) })
  }
  return (
    <div className={classes.timer} data-up={seconds === 0 || undefined}>
      <span role="timer" className={classes.figures}>
        {minutes}:{rest}
      </span>
      <p className={classes.timerWords}>{words()}</p>
    </div>
  )
}
