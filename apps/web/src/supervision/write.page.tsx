import { gql, type TypedDocumentNode } from '@apollo/client'
import { nextClock } from '@lederkreds/domain/supervision/round'
import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useParams } from 'react-router'
import { VaultGate } from '../account/vault-gate.tsx'
import { client, preload, usePreloaded } from '../apollo.ts'
import type {
  RevealWritingMutation,
  RevealWritingMutationVariables,
  WritePageQuery,
  WritePageQueryVariables,
  WritingRoundQuery,
  WritingRoundQueryVariables,
} from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { Page } from '../ui/page.tsx'
import classes from './sealed.module.css'
import { SilentWriting } from './silent-writing.tsx'
import { placeFragment, usePlace } from './use-place.ts'

const query: TypedDocumentNode<WritePageQuery, WritePageQueryVariables> = gql`
  query WritePage($id: ID!) {
    viewer {
      id
    }
    node(id: $id) {
      ... on Round {
        id
        viewerCanLead
        ...RoundPlace
      }
    }
  }
  ${placeFragment}
`

const roundQuery: TypedDocumentNode<WritingRoundQuery, WritingRoundQueryVariables> = gql`
  query WritingRound($id: ID!) {
    node(id: $id) {
      ... on Round {
        id
        now
        events {
          id
          clock
          kind
          detail
        }
      }
    }
  }
`

const revealing: TypedDocumentNode<RevealWritingMutation, RevealWritingMutationVariables> = gql`
  mutation RevealWriting($roundId: ID!, $events: [RoundEventInput!]!) {
    recordRoundEvents(roundId: $roundId, events: $events) {
      __typename
    }
  }
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.roundId ?? '' })

/** Whether the texts are shown yet is looked up so often, in milliseconds. */
const lookEvery = 2000

/** Silent writing on one's own device, also where the round itself runs on a phone on the table. */
export function Component() {
  const { t } = useTranslation('supervision/sealed')
  const { phaseId = '' } = useParams()
  const { viewer, node } = usePreloaded(loader).data
  const round = node?.__typename === 'Round' ? node : notFound()
  const place = usePlace(round, viewer?.id ?? '')
  const { isRevealed, reveal } = useReveal(round.id, phaseId)
  const confirm = useConfirm()
  if (!viewer || !place.readerIds.includes(viewer.id)) return notFound()
  const askToReveal = async () => {
    const question = { title: t('write.revealTitle'), text: t('write.revealText'), action: t('write.reveal') }
    if (!(await confirm(question))) return
    if (!(await reveal())) notify({ text: t('write.failed'), tone: 'failed' })
  }
  return (
    <VaultGate personId={viewer.id}>
      {(room, vault) => (
        <Page
          title={t('write.title')}
          lead={t('write.lead')}
          back={{ to: `/networks/${place.networkId}`, label: place.networkName }}
          width="read"
          discreet
        >
          <div className={classes.fields}>
            <SilentWriting
              key={phaseId}
              room={room}
              vault={vault}
              place={place}
              phase={phaseId}
              isRevealed={isRevealed}
            />
            {round.viewerCanLead && !isRevealed && (
              <div>
                <Button variant="default" onClick={() => void askToReveal()}>
                  {t('write.reveal')}
                </Button>
              </div>
            )}
          </div>
        </Page>
      )}
    </VaultGate>
  )
}

function useReveal(roundId: string, phase: string) {
  const [isRevealed, setRevealed] = useState(false)
  const look = useCallback(async () => {
    const { data } = await client.query({ query: roundQuery, variables: { id: roundId }, fetchPolicy: 'no-cache' })
    const round = data?.node?.__typename === 'Round' ? data.node : null
    const isShown = ({ kind, detail }: { kind: string; detail: unknown }) =>
      kind === 'revealed' && (detail as { phase?: string }).phase === phase
    if (round?.events.some(isShown)) setRevealed(true)
    return round
  }, [roundId, phase])
  useEffect(() => {
    if (isRevealed) return
    const tryLook = () => void look().catch(() => {})
    tryLook()
    const timer = setInterval(tryLook, lookEvery)
    return () => clearInterval(timer)
  }, [isRevealed, look])

  const reveal = async (): Promise<boolean> => {
    const round = await look().catch(() => null)
    if (!round) return false
    const clock = nextClock(round.events)
    const event = { id: crypto.randomUUID(), clock, at: round.now, kind: 'revealed' as const, detail: { phase } }
    const answer = await client
      .mutate({ mutation: revealing, variables: { roundId, events: [event] } })
      .catch(() => null)
    await look().catch(() => null)
    return answer?.data?.recordRoundEvents.__typename === 'RecordedEvents'
  }
  return { isRevealed, reveal }
}
