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
import type { WhyOver } from './answer-over.ts'
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
  /** As it is, or was when she was asked last. */
  last: AskedCycle
  /** Why nothing can be sent; null while it can. */
  why: WhyOver | null
  onRefused: () => Promise<unknown>
}

/** The question and the promise as the receiver sealed them, and what she can do. Stands below the vault's gate. */
export function AnswerRoom(props: AnswerRoomProps) {
  const { room, vault, asked, why } = props
  const { opened, again } = useOpenedAsk(room, asked)
  const drafting = useAnswerDraft(room, vault, plainId(asked.id))
  if (opened.state === 'looking' || drafting.draft === undefined) return <CardSkeleton lines={8} />
  if (opened.state !== 'open') {
    const { draft, remove } = drafting
    const over = { networkId: asked.network.id }
    if (why && draft && !isBlankAnswer(draft)) return <AnswerKept {...over} draft={draft} why={why} onDelete={remove} />
    if (why) return <AnswerOver {...over} why={why} />
    return <NotAnswered opened={opened} onAgain={again} />
  }
  const { ask, givers, asker } = opened
  const { promise, promiseVersion: version, issuerHash } = ask
  const rest = { ...props, ask, asker, drafting }
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
  const answering = useSignedAnswer(props.room, props.last, asker)
  return <AnswerDesk {...props} answering={answering} />
}

function PooledDesk({ asker, issuerHash, ...props }: DeskProps & { issuerHash: string }) {
  const answering = usePooledAnswer(props.room, props.vault, props.asked, asker, issuerHash)
  return <AnswerDesk {...props} answering={answering} />
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
