import { maxSentence, type SentenceProposal, saltBytes, sentenceText } from '@lederkreds/domain/feedback/sentence'
import { toBase64url } from '@lederkreds/sealing/bytes'
import { Button, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shareable } from '../account/joint-items.ts'
import { plainId } from '../account/keyring.ts'
import { ShareProblem } from '../account/share-problem.tsx'
import { useSharing } from '../account/use-sharing.ts'
import type { Room } from '../account/vault-room.ts'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { sealed } from '../ui/seal.tsx'
import { Still } from '../ui/still.tsx'
import { Unremembered } from '../ui/unremembered.tsx'
import { useBusy } from '../ui/use-busy.ts'
import classes from './sentence.module.css'

/** Whom a proposal is for. Ids as the API gives them. */
export interface SentencePlace {
  readonly networkId: string
  readonly viewerId: string
  /** Those who can read it: members who have accepted the rules, oneself among them. */
  readonly readerIds: readonly string[]
  readonly names: ReadonlyMap<string, string>
}

/** A proposal as it is shared with all members of now. */
export const proposalTo = (
  { networkId, viewerId, readerIds }: SentencePlace,
  document: SentenceProposal,
): Shareable => ({
  kind: 'sentence',
  networkId,
  expiresOn: null,
  document,
  readerIds: readerIds.filter((id) => id !== viewerId),
})

interface ProposeSentenceProps {
  room: Room
  place: SentencePlace
  onProposed: () => void
}

/** Where the convenor writes the sentence that everybody is to agree to. */
export function ProposeSentence({ room, place, onProposed }: ProposeSentenceProps) {
  const { t } = useTranslation('feedback/season')
  const [text, setText] = useState('')
  const proposal = useRef<SentenceProposal>(undefined)
  const { share, problem } = useSharing(room)
  const { isBusy, run } = useBusy()
  const checked = sentenceText.safeParse(text.replaceAll(/\s*\n\s*/g, ' '))
  const isTooLong = [...text].length > maxSentence
  const send = async () => {
    if (!checked.success) return
    // Tried again, the same words keep their salt: it is the same proposal.
    if (proposal.current?.text !== checked.data) proposal.current = newProposal(place.networkId, checked.data)
    if (!(await share(proposalTo(place, proposal.current)))) return
    notify({ text: t('sentence.propose.sent') })
    // Until it stands among the proposals, nobody shall press once more.
    setText('')
    onProposed()
  }
  return (
    <Section title={t('sentence.propose.title')}>
      <Unremembered>
        <div className={classes.form}>
          <Still when={isBusy}>
            <Textarea
              label={t('sentence.propose.label')}
              value={text}
              autosize
              minRows={2}
              error={isTooLong && t('sentence.problem.tooLong')}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
              {...sealed({ reader: 'members', count: place.readerIds.length }, t('sentence.propose.help'))}
            />
          </Still>
          <ShareProblem problem={problem} place={place} />
          <div>
            <Button loading={isBusy} disabled={!checked.success} onClick={() => void run(send)}>
              {t('sentence.propose.send')}
            </Button>
          </div>
        </div>
      </Unremembered>
    </Section>
  )
}

const newProposal = (networkId: string, text: string): SentenceProposal => ({
  type: 'sentence',
  format: 1,
  networkId: plainId(networkId),
  text,
  salt: toBase64url(crypto.getRandomValues(new Uint8Array(saltBytes))),
})
