import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { Alert, Button, Paper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deleteShared } from '../account/joint-items.ts'
import { ShareProblem } from '../account/share-problem.tsx'
import { useSharing } from '../account/use-sharing.ts'
import type { Room } from '../account/vault-room.ts'
import type {
  AgreeToSentenceMutation,
  AgreeToSentenceMutationVariables,
  PublishSentenceMutation,
  PublishSentenceMutationVariables,
  WithdrawAgreementMutation,
  WithdrawAgreementMutationVariables,
} from '../generated/graphql.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { Seal } from '../ui/seal.tsx'
import { proposalTo, type SentencePlace } from './propose-sentence.tsx'
import classes from './sentence.module.css'
import type { OpenProposal } from './use-proposals.ts'

const agreeToSentence: TypedDocumentNode<AgreeToSentenceMutation, AgreeToSentenceMutationVariables> = gql`
  mutation AgreeToSentence($networkId: ID!, $hash: Bytes!) {
    agreeToSentence(networkId: $networkId, hash: $hash) {
      __typename
    }
  }
`

const withdrawAgreement: TypedDocumentNode<WithdrawAgreementMutation, WithdrawAgreementMutationVariables> = gql`
  mutation WithdrawAgreement($networkId: ID!) {
    withdrawAgreement(networkId: $networkId)
  }
`

const publishSentence: TypedDocumentNode<PublishSentenceMutation, PublishSentenceMutationVariables> = gql`
  mutation PublishSentence($networkId: ID!, $text: String!, $salt: Bytes!) {
    publishSentence(networkId: $networkId, text: $text, salt: $salt) {
      __typename
    }
  }
`

interface SentenceProposalProps {
  room: Room
  place: SentencePlace
  proposal: OpenProposal
  /** Hashes: what she has agreed to herself, and what everybody has. */
  consent: string | null
  agreed: string | null
  canConsent: boolean
  canPublish: boolean
  /** Answers whether the server did. */
  onLook: () => Promise<boolean>
}

type Doing = 'agree' | 'withdraw' | 'publish' | 'again'

/** One proposed sentence: each member says yes or leaves it; with everybody's yes the convenor makes it known. */
export function SentenceProposal(props: SentenceProposalProps) {
  const { room, place, proposal, consent, agreed, canConsent, canPublish, onLook } = props
  const { document, hash, id, ownerId, readers } = proposal
  const { t } = useTranslation('feedback/season')
  const confirm = useConfirm()
  const [doing, setDoing] = useState<Doing>()
  const [problem, setProblem] = useState<'NotAgreed' | 'InvalidInput' | 'failed' | 'notFetched'>()
  const { share, problem: fault } = useSharing(room)
  const [agree] = useMutation(agreeToSentence)
  const [withdraw] = useMutation(withdrawAgreement)
  const [publish] = useMutation(publishSentence)
  const { networkId } = place
  if (!document || !hash) return <p className={classes.text}>{t('sentence.proposal.shut')}</p>
  const look = async () => {
    if (!(await onLook())) setProblem((found) => found ?? 'notFetched')
  }
  const run = async (what: Doing, work: () => Promise<unknown>) => {
    setDoing(what)
    setProblem(undefined)
    try {
      await work()
    } catch {
      setProblem('failed')
    }
    await look()
    setDoing(undefined)
  }
  const makeKnown = async () => {
    const question = {
      title: t('sentence.proposal.publishTitle'),
      text: t('sentence.proposal.publishText'),
      action: t('sentence.proposal.publish'),
    }
    if (!(await confirm(question))) return
    await run('publish', async () => {
      const { text, salt } = document
      const { data } = await publish({ variables: { networkId, text, salt } })
      const answer = data?.publishSentence.__typename
      if (answer === 'NotAgreed' || answer === 'InvalidInput') return setProblem(answer)
      notify({ text: t('sentence.proposal.published') })
      await deleteShared(id)
    })
  }
  const shareAgain = () =>
    run('again', async () => {
      if (!(await share(proposalTo(place, document)))) return
      await deleteShared(id)
      notify({ text: t('sentence.proposal.sharedAgain') })
    })
  const remove = async () => {
    const question = {
      title: t('sentence.proposal.removeTitle'),
      text: t('sentence.proposal.removeText'),
      action: t('sentence.proposal.remove'),
      tone: 'harm' as const,
    }
    if (await confirm(question)) await run('again', () => deleteShared(id))
  }
  const hasAgreed = consent === hash
  return (
    <Paper component="li" className={classes.proposal ?? ''}>
      <blockquote>{document.text}</blockquote>
      <Seal reader="members" count={readers} />
      {problem && (
        <Alert color="rose" role="alert">
          {t(`sentence.problem.${problem}`)}
        </Alert>
      )}
      <ShareProblem problem={fault} place={place} />
      {canConsent && (
        <div className={classes.actions}>
          {hasAgreed ? (
            <>
              <span className={classes.said}>{t('sentence.proposal.agreed')}</span>
              <Button
                variant="subtle"
                color="gray"
                loading={doing === 'withdraw'}
                onClick={() => void run('withdraw', () => withdraw({ variables: { networkId } }))}
              >
                {t('sentence.proposal.withdraw')}
              </Button>
            </>
          ) : (
            <Button
              loading={doing === 'agree'}
              onClick={() => void run('agree', () => agree({ variables: { networkId, hash } }))}
            >
              {t('sentence.proposal.agree')}
            </Button>
          )}
        </div>
      )}
      {canConsent && (
        <div className={classes.actions}>
          <p className={classes.quiet}>{t(agreed === hash ? 'sentence.proposal.all' : 'sentence.proposal.notAll')}</p>
          <Button variant="subtle" size="compact-sm" onClick={() => void look()}>
            {t('sentence.proposal.look')}
          </Button>
        </div>
      )}
      <div className={classes.actions}>
        {canPublish && agreed === hash && (
          <Button loading={doing === 'publish'} onClick={() => void makeKnown()}>
            {t('sentence.proposal.publish')}
          </Button>
        )}
        {ownerId === place.viewerId && (
          <>
            {canPublish && (
              <Button variant="default" loading={doing === 'again'} onClick={() => void shareAgain()}>
                {t('sentence.proposal.again')}
              </Button>
            )}
            <Button variant="subtle" color="rose" onClick={() => void remove()}>
              {t('sentence.proposal.remove')}
            </Button>
          </>
        )}
      </div>
    </Paper>
  )
}
