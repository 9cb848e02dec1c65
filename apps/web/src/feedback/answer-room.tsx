import { isBlankAnswer } from '@lederkreds/domain/feedback/answer-draft'
import { Alert, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { plainId } from '../account/keyring.ts'
import type { Vault } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'
import { CardSkeleton } from '../ui/skeletons.tsx'
import classes from './answer.module.css'
import { AnswerDesk, AnswerOver } from './answer-desk.tsx'
import { AnswerKept } from './answer-kept.tsx'
import type { Asker } from './feedback-desk.ts'
import { PromiseWords } from './promise-words.tsx'
import { QuestionToMe } from './question-to-me.tsx'
import { useAnswerDraft } from './use-answer-draft.ts'
import { type AskedCycle, type OpenedAsk, useOpenedAsk } from './use-opened-ask.ts'
import { usePooledAnswer } from './use-pooled-answer.ts'
import { useSignedAnswer } from './use-signed-answer.ts'

export interface AnswerRoomProps {
  room: Room
  vault: Vault
  viewer: { readonly id: string; readonly name: string; readonly workplace: string | null }
  /** As it was when she came. */
  asked: AskedCycle
  /** As it is; null where she is not asked any longer. */
  now: AskedCycle | null
  onRefused: () => void
}

/** The question and the promise as the receiver sealed them, and what she can do. Stands below the vault's gate. */
export function AnswerRoom(props: AnswerRoomProps) {
  const { room, vault, asked, now } = props
  const { opened, again } = useOpenedAsk(room, asked)
  const drafting = useAnswerDraft(room, vault, plainId(asked.id))
  const why = overOf(now)
  if (opened.state === 'looking' || drafting.draft === undefined) return <CardSkeleton lines={8} />
  if (opened.state !== 'open') {
    const { draft, remove } = drafting
    if (why && draft && !isBlankAnswer(draft)) return <AnswerKept draft={draft} why={why} onDelete={remove} />
    if (why) return <AnswerOver why={why} />
    return <NotAnswered opened={opened} onAgain={again} />
  }
  const { ask, givers, asker } = opened
  const { promise, promiseVersion: version, issuerHash } = ask
  const rest = { ...props, ask, asker, why, drafting }
  return (
    <div className={classes.fields}>
      <QuestionToMe ask={ask} receiver={asked.receiver.name} />
      <PromiseWords
        receiver={asked.receiver.name}
        promise={promise}
        givers={givers}
        deadline={new Date(ask.deadline)}
        version={version}
      />
      {issuerHash === null ? <SignedDesk {...rest} /> : <PooledDesk {...rest} issuerHash={issuerHash} />}
    </div>
  )
}

type DeskProps = Omit<Parameters<typeof AnswerDesk>[0], 'answering'> & { asker: Asker }

function SignedDesk({ asker, ...props }: DeskProps) {
  const answering = useSignedAnswer(props.room, props.now ?? props.asked, asker)
  return <AnswerDesk {...props} answering={answering} />
}

function PooledDesk({ asker, issuerHash, ...props }: DeskProps & { issuerHash: string }) {
  const answering = usePooledAnswer(props.room, props.vault, props.asked, asker, issuerHash)
  return <AnswerDesk {...props} answering={answering} />
}

/** Why nothing can be sent any longer; null while it can. */
function overOf(now: AskedCycle | null): 'deadline' | 'cancelled' | 'gone' | null {
  if (!now) return 'gone'
  if (now.state === 'cancelled') return 'cancelled'
  const isDone = now.viewerHasAnswered || now.viewerHasDeclined
  return now.state === 'open' && (now.viewerCanAnswer || isDone) ? null : 'deadline'
}

/** Why it is not to be answered: nothing was sent, and what to do. */
function NotAnswered({
  opened,
  onAgain,
}: {
  opened: Exclude<OpenedAsk, { state: 'open' | 'looking' }>
  onAgain: () => void
}) {
  const { t } = useTranslation('feedback/answer')
  const isLost = opened.state === 'notReached'
  return (
    <div className={classes.fields}>
      <Alert color={isLost ? 'gray' : 'rose'} role="alert" title={t(isLost ? 'ask.notReached' : 'ask.refused')}>
        {t(isLost ? 'ask.notReachedText' : `ask.${opened.why}`)}
      </Alert>
      <div>
        <Button variant="default" onClick={onAgain}>
          {t('again')}
        </Button>
      </div>
    </div>
  )
}
