import { isBlankAnswer } from '@lederkreds/domain/feedback/answer-draft'
import { plainId } from '../account/keyring.ts'
import type { Vault } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'
import { notFound } from '../root.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import { AnswerOver } from './answer-desk.tsx'
import { AnswerKept } from './answer-kept.tsx'
import { useAnswerDraft } from './use-answer-draft.ts'

interface AnswerGoneProps {
  room: Room
  vault: Vault
  /** As it stands in the address. */
  cycleId: string
  /** A network whose ground rules wait for her yes: it may be the one that she is asked in. */
  rulesOf: string | undefined
}

/** She is not asked any longer, or never was: what she wrote on this device is still hers. */
export function AnswerGone({ room, vault, cycleId, rulesOf }: AnswerGoneProps) {
  const { draft, remove } = useAnswerDraft(room, vault, plainId(cycleId))
  if (draft === undefined) return <CardSkeleton lines={4} />
  if (draft && !isBlankAnswer(draft))
    return <AnswerKept draft={draft} why={rulesOf ? 'rules' : 'gone'} networkId={rulesOf} onDelete={remove} />
  return rulesOf ? <AnswerOver why="rules" networkId={rulesOf} /> : notFound()
}
