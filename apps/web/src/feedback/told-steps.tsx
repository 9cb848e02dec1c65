import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Room } from '../account/vault-room.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import classes from './feedback.module.css'
import { ToldStepCard } from './told-step-card.tsx'
import { type ToldHead, useToldSteps } from './use-told-steps.ts'

interface ToldStepsProps {
  room: Room
  heads: readonly ToldHead[]
  names: ReadonlyMap<string, string>
}

/** The steps of a group, opened on this device. */
export function ToldSteps({ room, heads, names }: ToldStepsProps) {
  const { t } = useTranslation('feedback')
  const { found: steps, isLost, look } = useToldSteps(room, heads)
  if (isLost)
    return (
      <div className={classes.actions}>
        <p className={classes.quiet} role="alert">
          {t('step.lost')}
        </p>
        <Button variant="default" onClick={() => void look()}>
          {t('again')}
        </Button>
      </div>
    )
  if (!steps) return <CardSkeleton lines={4} />
  if (steps.length === 0) return <EmptyState title={t('told.none')}>{t('told.noneText')}</EmptyState>
  return (
    <ul className={classes.list}>
      {steps.map((told) => (
        <ToldStepCard key={told.id} told={told} name={names.get(told.ownerId) ?? t('told.somebody')} />
      ))}
    </ul>
  )
}
