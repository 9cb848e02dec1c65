import { Button, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Room } from '../account/vault-room.ts'
import { Seal } from '../ui/seal.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import type { CyclePlace } from './cycle-place.ts'
import classes from './feedback.module.css'
import { useAsk } from './use-ask.ts'

interface OwnQuestionProps {
  room: Room
  place: CyclePlace
  askId: string
  /** Those whom she asked can open it: not any longer where a cycle ended unread. */
  isShared: boolean
}

/** What she asked about, as those whom she asked read it. */
export function OwnQuestion({ room, place, askId, isShared }: OwnQuestionProps) {
  const { t } = useTranslation('feedback')
  const { opened, look } = useAsk(room, { id: place.cycleId, receiverId: place.viewerId }, askId)
  if (opened.state === 'looking') return <CardSkeleton lines={3} />
  if (opened.state !== 'open')
    return (
      <div className={classes.actions}>
        <p className={classes.quiet} role="alert">
          {t(`asked.${opened.state}`)}
        </p>
        {opened.state === 'lost' && (
          <Button variant="default" onClick={() => void look()}>
            {t('again')}
          </Button>
        )}
      </div>
    )
  const { question, situation, oneWish } = opened.ask
  return (
    <Paper component="section" className={classes.card ?? ''} aria-label={t('asked.title')}>
      <h2 className={classes.question}>{question}</h2>
      {situation && <p className={classes.prose}>{situation}</p>}
      {oneWish && (
        <p className={classes.prose}>
          <span className={classes.quiet}>{t('asked.oneWish')} </span>
          {oneWish}
        </p>
      )}
      {isShared ? <Seal reader="asked" count={opened.readers - 1} /> : <Seal reader="self" />}
    </Paper>
  )
}
