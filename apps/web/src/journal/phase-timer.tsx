import { Button } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icon.tsx'
import classes from './journal.module.css'
import { leftOf, minutesLeft, type PhaseClock } from './phase-clock.ts'

interface PhaseTimerProps {
  clock: PhaseClock
  minutes: number
  onPause: (isPaused: boolean) => void
}

/** What is left of a phase, in figures and as a line that grows. When it is up, words say so, and nothing sounds. */
export function PhaseTimer({ clock, minutes, onPause }: PhaseTimerProps) {
  const { t } = useTranslation('journal')
  const left = useLeft(clock)
  const isPaused = clock.since === null
  const isUp = left === 0
  return (
    <div className={classes.timer}>
      <div className={classes.timerHead}>
        <span role="timer" className={classes.timerLeft}>
          {isUp ? t('exercise.isUp') : t('exercise.left', minutesLeft(left))}
        </span>
        {!isUp && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<Icon of={isPaused ? IconPlayerPlay : IconPlayerPause} />}
            onClick={() => onPause(!isPaused)}
          >
            {t(isPaused ? 'exercise.resume' : 'exercise.pause')}
          </Button>
        )}
      </div>
      <div className={classes.timerLine} aria-hidden>
        <div style={{ width: `${100 - (100 * left) / (minutes * 60_000)}%` }} />
      </div>
      <p className={classes.unseen} role="status">
        {isUp && t('exercise.isUp')}
      </p>
    </div>
  )
}

/** Looks at the clock four times a second while it runs. */
function useLeft(clock: PhaseClock): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    setNow(Date.now())
    if (clock.since === null) return
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [clock])
  return leftOf(clock, now)
}
