import { useTranslation } from 'react-i18next'
import type { Vault } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'
import { Unremembered } from '../ui/unremembered.tsx'
import { useDates } from '../ui/use-dates.ts'
import { AskAgain } from './ask-again.tsx'
import type { CyclePlace, ShownCycle } from './cycle-place.ts'
import classes from './feedback.module.css'
import { Letters } from './letters.tsx'
import { OwnReflection } from './own-reflection.tsx'
import { OwnStepSection } from './own-step.tsx'

interface AfterFeedbackProps {
  room: Room
  vault: Vault
  cycle: ShownCycle
  place: CyclePlace
}

/** After the release: the answers, beside those of the round before; then her own reflection, a step, and asking again. */
export function AfterFeedback({ room, vault, cycle, place }: AfterFeedbackProps) {
  const { t } = useTranslation('feedback')
  const dates = useDates()
  const before = cycle.previous?.state === 'released' ? cycle.previous : null
  const roundOf = (closedOn: string | null) =>
    closedOn ? t('letters.of', { day: dates.date(closedOn) }) : t('letters.title')
  return (
    <Unremembered>
      <div className={classes.after}>
        <div className={classes.rounds} data-two={before ? true : undefined}>
          {before && (
            <Letters
              room={room}
              title={roundOf(before.closedOn)}
              cycleId={before.id}
              viewerId={place.viewerId}
              isPooled={before.promise === 'pooled'}
            />
          )}
          <Letters
            room={room}
            title={before ? roundOf(cycle.closedOn) : t('letters.title')}
            cycleId={cycle.id}
            viewerId={place.viewerId}
            isPooled={cycle.promise === 'pooled'}
          />
        </div>
        <OwnReflection room={room} vault={vault} cycleId={cycle.id} />
        <OwnStepSection room={room} vault={vault} place={place} told={cycle.toldSteps} />
        <AskAgain cycle={cycle} />
      </div>
    </Unremembered>
  )
}
