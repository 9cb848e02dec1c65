import { isBlankAnswer } from '@lederkreds/domain/feedback/answer-draft'
import type { FeedbackAsk } from '@lederkreds/domain/feedback/document'
import { Alert, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfirm } from '../ui/confirm.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import classes from './answer.module.css'
import { AnswerForm } from './answer-form.tsx'
import { AnswerKept, ToRules } from './answer-kept.tsx'
import type { WhyOver } from './answer-over.ts'
import type { AnswerRoomProps } from './answer-room.tsx'
import type { Answering } from './answering.ts'
import type { useAnswerDraft } from './use-answer-draft.ts'

interface AnswerDeskProps extends AnswerRoomProps {
  ask: FeedbackAsk
  answering: Answering
  drafting: ReturnType<typeof useAnswerDraft>
}

/** Where her answer stands: being written, sent, taken back, or too late. */
export function AnswerDesk({ viewer, asked, ask, answering, drafting, why, onRefused }: AnswerDeskProps) {
  const { t } = useTranslation('feedback/answer')
  const { state, isBusy, problem } = answering
  const { draft, remove } = drafting
  const [isSending, setSending] = useState(false)
  const [wasOver] = useState(why !== null)
  const left = draft && !isBlankAnswer(draft) && !isSending ? draft : null
  const isDone = state === 'answered' || state === 'declined' || state === 'withdrawn'
  const over = why ?? (state === 'closed' || problem === 'closed' ? 'deadline' : null)
  // It is over when what was sent is gone from this device, or the server has said why it takes nothing.
  const finish = async (sent: ReturnType<Answering['send']>) => {
    setSending(true)
    try {
      const refused = await sent
      if (!refused) await remove()
      else if (refused === 'notReached') void onRefused()
      else await onRefused()
    } finally {
      setSending(false)
    }
  }
  if (state === 'looking' && !over) return <CardSkeleton lines={6} />
  if (isDone && !isSending)
    return (
      <>
        {over === 'cancelled' ? (
          <AnswerOver why="cancelled" />
        ) : (
          <AnswerDone answering={answering} name={asked.receiver.name} isOver={over !== null} />
        )}
        {left && <AnswerKept draft={left} why="elsewhere" onDelete={remove} />}
      </>
    )
  // What is on its way may still have been in time: the server says so in a moment.
  if (over && !isSending) {
    const networkId = asked.network.id
    if (left) return <AnswerKept draft={left} why={over} isNews={!wasOver} networkId={networkId} onDelete={remove} />
    return <AnswerOver why={over} networkId={networkId} />
  }
  if (state === 'notReached' || state === 'elsewhere' || state === 'forged')
    return (
      <>
        <Alert color="gray" role="alert" title={t(`line.${state}`)}>
          {t(`line.${state}Text`)}
        </Alert>
        <div>
          <Button variant="default" onClick={answering.again}>
            {t('again')}
          </Button>
        </div>
      </>
    )
  return (
    <AnswerForm
      ask={ask}
      receiver={asked.receiver}
      networkId={asked.network.id}
      viewer={viewer}
      drafting={drafting}
      problem={isSending ? undefined : problem}
      isBusy={isBusy || isSending}
      onSend={(answer) => void finish(answering.send(answer))}
      onDecline={() => void finish(answering.decline())}
    />
  )
}

/** Nothing can be sent, and nothing was written here. */
export function AnswerOver({ why, networkId }: { why: WhyOver; networkId?: string }) {
  const { t } = useTranslation('feedback/answer')
  return (
    <>
      <Alert color="gray" role="alert" title={t(`over.${why}`)}>
        {t(`over.${why}Text`)}
      </Alert>
      {why === 'rules' && networkId && <ToRules networkId={networkId} />}
    </>
  )
}

interface AnswerDoneProps {
  answering: Answering
  name: string
  isOver: boolean
}

function AnswerDone({ answering: { state, problem, isBusy, takeBack }, name, isOver }: AnswerDoneProps) {
  const { t } = useTranslation('feedback/answer')
  const confirm = useConfirm()
  const done = state === 'answered' || state === 'declined' ? state : 'withdrawn'
  const ask = async () => {
    const question = { title: t('done.takeBackTitle'), text: t('done.takeBackText'), action: t('done.takeBack') }
    if (takeBack && (await confirm({ ...question, tone: 'harm' }))) await takeBack()
  }
  return (
    <section className={classes.done} aria-label={t('done.title')}>
      <Alert color="spruce" role="status" title={t(`done.${done}`)}>
        {t(`done.${done}Text`, { name })}
      </Alert>
      {problem && (
        <Alert color="rose" role="alert">
          {t(`problem.${problem}`, { name })}
        </Alert>
      )}
      {done === 'answered' && takeBack && !isOver && (
        <div>
          <Button variant="default" loading={isBusy} onClick={() => void ask()}>
            {t('done.takeBack')}
          </Button>
        </div>
      )}
    </section>
  )
}
