import {
  type AskDraft,
  emptyAskDraft,
  missingIn,
  readAskDraft,
  stillAsked,
  wasSentAs,
} from '@lederkreds/domain/feedback/ask-draft'
import { Button, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainId } from '../account/keyring.ts'
import { type ShareFault, ShareProblem } from '../account/share-problem.tsx'
import type { Room } from '../account/vault-room.ts'
import { askAnew } from '../apollo.ts'
import { Section } from '../ui/page.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import { Unremembered } from '../ui/unremembered.tsx'
import { useDates } from '../ui/use-dates.ts'
import { AskWords } from './ask-words.tsx'
import { CancelCycle } from './cancel-cycle.tsx'
import type { CyclePlace, ShownCycle } from './cycle-place.ts'
import classes from './feedback.module.css'
import { sealAsk, unsentName } from './send-ask.ts'

interface UnsentAskProps {
  room: Room
  cycle: ShownCycle
  place: CyclePlace
}

/** A cycle whose question did not get through: nobody knows of it yet. She sends it now, or calls it off. */
export function UnsentAsk({ room, cycle, place }: UnsentAskProps) {
  const { t, i18n } = useTranslation('feedback')
  const dates = useDates()
  const [draft, setDraft] = useState<AskDraft>()
  const [problem, setProblem] = useState<ShareFault>()
  const [isSending, setSending] = useState(false)
  const name = unsentName(cycle.id)
  const { form, promise } = cycle
  const invited = place.invitedIds.map(plainId).join()
  useEffect(() => {
    const empty = { ...emptyAskDraft(plainId(cycle.id), ''), form, promise, giverIds: invited.split(',') }
    const look = async () => setDraft(readAskDraft(await room.documents.draft(name).catch(() => null)) ?? empty)
    void look()
  }, [room, name, cycle.id, form, promise, invited])
  if (!draft) return <CardSkeleton lines={4} />
  const deadline = new Date(cycle.deadline)
  const isReady = missingIn(draft, deadline, new Date()).every((each) => each !== 'question' && each !== 'tooLong')
  const { networkId } = place
  const { ids: readerIds, areEnough } = stillAsked(promise, place.invitedIds, place.groupIds)
  const gone = cycle.invited.filter(({ id }) => !readerIds.includes(id))
  const isSame = wasSentAs(draft, { form, promise, deadline, giverIds: invited.split(',') })
  const send = async () => {
    if (networkId === null) return
    setSending(true)
    setProblem(undefined)
    const outcome = await sealAsk(room, cycle, networkId, draft, readerIds)
    if (outcome.state === 'shared') {
      await room.documents.dropDraft(name)
      await askAnew(['FeedbackPage'])
    } else setProblem(outcome)
    setSending(false)
  }
  const names = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(gone.map((person) => person.name))
  const cancel = cycle.viewerCanCancel && <CancelCycle cycleId={cycle.id} isSent={false} />
  if (!isSame || !areEnough)
    return (
      <Section title={t('unsent.title')}>
        <p className={classes.text}>
          {isSame ? t(`unsent.tooFew_${promise}`, { names, count: readerIds.length }) : t('unsent.otherwise')}
        </p>
        <p className={classes.prose}>{draft.question}</p>
        <p className={classes.prose}>{draft.situation}</p>
        <div className={classes.actions}>{cancel}</div>
      </Section>
    )
  return (
    <Unremembered>
      <Section title={t('unsent.title')}>
        <p className={classes.text}>
          {t('unsent.text', { count: readerIds.length, deadline: dates.moment(cycle.deadline) })}
        </p>
        {gone.length > 0 && <p className={classes.text}>{t('unsent.gone', { names, count: gone.length })}</p>}
        <Stack gap="lg">
          <AskWords
            words={draft}
            readers={{ reader: 'asked', count: readerIds.length }}
            onChange={(part) => setDraft({ ...draft, ...part })}
          />
          <ShareProblem problem={problem} place={place} />
          <div className={classes.actions}>
            <Button loading={isSending} disabled={!isReady} onClick={() => void send()}>
              {t('unsent.send')}
            </Button>
            {cancel}
          </div>
        </Stack>
      </Section>
    </Unremembered>
  )
}
