import { maxSentence, type SentenceProposal, saltBytes, sentenceText } from '@lederkreds/domain/feedback/sentence'
import { toBase64url } from '@lederkreds/sealing/bytes'
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shareItem } from '../account/joint-items.ts'
import { plainId } from '../account/keyring.ts'
import { type ShareFault, ShareProblem } from '../account/share-problem.tsx'
import type { Room } from '../account/vault-room.ts'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { sealed } from '../ui/seal.tsx'
import { Unremembered } from '../ui/unremembered.tsx'
import classes from './sentence.module.css'

/** Whom a proposal is for. Ids as the API gives them. */
export interface SentencePlace {
  readonly networkId: string
  readonly viewerId: string
  /** Those who can read it: members who have accepted the rules, oneself among them. */
  readonly readerIds: readonly string[]
  readonly names: ReadonlyMap<string, string>
}

/** Seals a proposal for all members of now. Answers why not, or nothing. */
export async function shareProposal(
  room: Room,
  { networkId, viewerId, readerIds }: SentencePlace,
  document: SentenceProposal,
): Promise<ShareFault | undefined> {
  const others = readerIds.filter((id) => id !== viewerId)
  const about = { kind: 'sentence' as const, networkId, expiresOn: null, document, readerIds: others }
  const outcome = await shareItem(room, about).catch((): ShareFault => ({ state: 'failed' }))
  return outcome.state === 'shared' ? undefined : outcome
}

interface ProposeSentenceProps {
  room: Room
  place: SentencePlace
  onProposed: () => void
}

/** Where the convenor writes the sentence that everybody is to agree to. */
export function ProposeSentence({ room, place, onProposed }: ProposeSentenceProps) {
  const { t } = useTranslation('feedback/season')
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<ShareFault>()
  const [isSending, setSending] = useState(false)
  const checked = sentenceText.safeParse(text.replaceAll(/\s*\n\s*/g, ' '))
  const isTooLong = [...text].length > maxSentence
  const send = async () => {
    if (!checked.success) return
    setSending(true)
    const salt = toBase64url(crypto.getRandomValues(new Uint8Array(saltBytes)))
    const fault = await shareProposal(room, place, {
      type: 'sentence',
      format: 1,
      networkId: plainId(place.networkId),
      text: checked.data,
      salt,
    })
    setSending(false)
    setProblem(fault)
    if (fault) return
    notify({ text: t('sentence.propose.sent') })
    onProposed()
  }
  return (
    <Section title={t('sentence.propose.title')}>
      <Unremembered>
        <div className={classes.form}>
          <Textarea
            label={t('sentence.propose.label')}
            value={text}
            autosize
            minRows={2}
            error={isTooLong && t('sentence.problem.tooLong')}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            {...sealed({ reader: 'members', count: place.readerIds.length }, t('sentence.propose.help'))}
          />
          <ShareProblem problem={problem} place={place} />
          <div>
            <Button loading={isSending} disabled={!checked.success} onClick={() => void send()}>
              {t('sentence.propose.send')}
            </Button>
          </div>
        </div>
      </Unremembered>
    </Section>
  )
}
