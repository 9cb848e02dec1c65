import { gql, type TypedDocumentNode } from '@apollo/client'
import { useTranslation } from 'react-i18next'
import type { LoaderFunctionArgs } from 'react-router'
import { VaultGate } from '../account/vault-gate.tsx'
import type { Room } from '../account/vault-room.ts'
import { askAnew, preload, usePreloaded } from '../apollo.ts'
import type { SentencePageQuery, SentencePageQueryVariables } from '../generated/graphql.ts'
import { Follow } from '../meetings/follow.tsx'
import { notFound } from '../root.tsx'
import { Page, Section } from '../ui/page.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import { ProposeSentence, type SentencePlace } from './propose-sentence.tsx'
import { PublishedSentence } from './published-sentence.tsx'
import classes from './sentence.module.css'
import { SentenceProposal } from './sentence-proposal.tsx'
import { useProposals } from './use-proposals.ts'

const query: TypedDocumentNode<SentencePageQuery, SentencePageQueryVariables> = gql`
  query SentencePage($id: ID!) {
    viewer {
      id
      person {
        id
      }
    }
    network(id: $id) {
      id
      name
      viewerConsent
      agreedSentence
      viewerCanConsent
      viewerCanPublishSentence
      viewerCanTakeBackSentence
      proposedSentences {
        id
      }
      sentences {
        id
        ...PublishedSentence_sentence
      }
      members {
        id
        isViewer
        hasAccepted
        person {
          id
          name
        }
      }
      ...Follow_network
    }
  }
  ${PublishedSentence.fragment}
  ${Follow.fragment}
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.networkId ?? '' })

/** Where a sentence about the season is proposed, agreed to by everybody, made known, and taken back. */
export function Component() {
  const { t } = useTranslation('feedback/season')
  const { viewer, network } = usePreloaded(loader).data
  if (!viewer || !network?.members.some(({ isViewer }) => isViewer)) return notFound()
  const people = network.members.filter(({ hasAccepted }) => hasAccepted).map(({ person }) => person)
  const place: SentencePlace = {
    networkId: network.id,
    viewerId: viewer.person.id,
    readerIds: people.map(({ id }) => id),
    names: new Map(people.map(({ id, name }) => [id, name])),
  }
  return (
    <VaultGate personId={viewer.id}>
      {(room) => (
        <Page
          title={t('sentence.title')}
          lead={t('sentence.lead')}
          back={{ to: `/networks/${network.id}/closing`, label: network.name }}
          width="read"
          discreet
        >
          <Follow network={network} query="SentencePage" />
          {network.sentences.length > 0 && (
            <Section title={t('sentence.out.title')}>
              <ul className={classes.list}>
                {network.sentences.map((sentence) => (
                  <PublishedSentence
                    key={sentence.id}
                    sentence={sentence}
                    canTakeBack={network.viewerCanTakeBackSentence}
                  />
                ))}
              </ul>
            </Section>
          )}
          <Proposals key={network.id} room={room} place={place} network={network} />
          <Section title={t('sentence.how.title')}>
            <ul className={classes.how}>
              {(['propose', 'agree', 'publish', 'back'] as const).map((key) => (
                <li key={key}>{t(`sentence.how.${key}`)}</li>
              ))}
            </ul>
          </Section>
        </Page>
      )}
    </VaultGate>
  )
}

interface ProposalsProps {
  room: Room
  place: SentencePlace
  network: NonNullable<SentencePageQuery['network']>
}

function Proposals({ room, place, network }: ProposalsProps) {
  const { t } = useTranslation('feedback/season')
  const heads = network.proposedSentences.map(({ id }) => id)
  const { found: proposals, isLost } = useProposals(room, network.id, heads)
  const look = () => askAnew(['SentencePage'])
  if (isLost)
    return (
      <p className={classes.text} role="alert">
        {t('sentence.problem.notFetched')}
      </p>
    )
  if (!proposals) return <CardSkeleton lines={4} />
  return (
    <>
      <Section title={t('sentence.proposal.title')}>
        {proposals.length === 0 && (
          <>
            <p className={classes.text}>{t('sentence.proposal.none')}</p>
            {!network.viewerCanPublishSentence && <p className={classes.quiet}>{t('sentence.proposal.unread')}</p>}
          </>
        )}
        <ul className={classes.list}>
          {proposals.map((proposal) => (
            <SentenceProposal
              key={proposal.id}
              room={room}
              place={place}
              proposal={proposal}
              consent={network.viewerConsent}
              agreed={network.agreedSentence}
              canConsent={network.viewerCanConsent}
              canPublish={network.viewerCanPublishSentence}
              onLook={look}
            />
          ))}
        </ul>
      </Section>
      {network.viewerCanPublishSentence && proposals.length === 0 && (
        <ProposeSentence room={room} place={place} onProposed={() => void look()} />
      )}
    </>
  )
}
