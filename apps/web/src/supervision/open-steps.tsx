import { mayBeAskedAbout, nextStep, stepsToShow } from '@lederkreds/domain/supervision/round-document'
import { Anchor, Button, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDocuments } from '../account/use-documents.ts'
import type { Vault } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { Seal } from '../ui/seal.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import { LeftItem } from './left-item.tsx'
import classes from './sealed.module.css'
import { takeBackStep } from './take-back-step.ts'
import { useEarlierSteps } from './use-earlier-steps.ts'
import type { RoundItem } from './use-round-items.ts'

interface OpenStepsProps {
  room: Room
  vault: Vault
  meetingId: string
}

/** What the others may be asked about since last time, because they said so themselves; and one's own steps. */
export function OpenSteps({ room, vault, meetingId }: OpenStepsProps) {
  const { t } = useTranslation('supervision/agenda')
  const confirm = useConfirm()
  const { found, isLost, look } = useEarlierSteps(room, meetingId)
  const documents = useDocuments(room, vault, 'nextStep')
  if (isLost)
    return (
      <div className={classes.actions}>
        <p className={classes.quiet} role="alert">
          {t('steps.notReached')}
        </p>
        <Button variant="default" onClick={() => void look()}>
          {t('steps.again')}
        </Button>
      </div>
    )
  if (!found || !documents) return <CardSkeleton lines={3} />
  const { shared, roundIds, ...place } = found
  const isHers = ({ ownerId }: RoundItem) => ownerId === place.viewerId
  const asked = stepsToShow(shared, place.viewerId)
  const own = documents.flatMap(({ id, document }) => {
    const { data } = nextStep.safeParse(document)
    return data && roundIds.has(`Round_${data.roundId}`) ? [{ ...data, id }] : []
  })
  const stop = async (item: RoundItem) => {
    const question = { title: t('steps.stopTitle'), text: t('steps.stopText'), action: t('steps.stopAction') }
    if (!(await confirm(question))) return
    const ownId = own.find(({ roundId }) => roundId === item.document?.roundId)?.id
    if (!(await takeBackStep(room, item, ownId))) notify({ text: t('steps.stopFailed'), tone: 'failed' })
    await look()
  }
  if (asked.length + own.length === 0) return <p className={classes.quiet}>{t('steps.none')}</p>
  return (
    <ul className={classes.list}>
      {asked.map((item) => (
        <LeftItem
          key={item.id}
          item={item}
          place={place}
          onChanged={look}
          actions={
            <Button variant="light" onClick={() => void stop(item)}>
              {t('steps.stop')}
            </Button>
          }
        >
          <p className={classes.quiet}>
            {t(`steps.${isHers(item) ? (mayBeAskedAbout(item.document) ? 'yours' : 'notAsked') : 'ask'}`)}
          </p>
        </LeftItem>
      ))}
      {own.map(({ id, text, roundId }) => (
        <Paper component="li" key={id} className={classes.card ?? ''}>
          <h3>{t('steps.own')}</h3>
          <p className={classes.prose}>{text}</p>
          <div className={classes.left}>
            <Seal reader="self" />
            <Anchor component={Link} to={`/rounds/Round_${roundId}/after`}>
              {t('steps.toRound')}
            </Anchor>
          </div>
        </Paper>
      ))}
    </ul>
  )
}
