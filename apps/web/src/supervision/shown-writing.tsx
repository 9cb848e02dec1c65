import { gql, type TypedDocumentNode } from '@apollo/client'
import { type RoundWriting, roundWriting } from '@lederkreds/domain/supervision/round-document'
import { Button } from '@mantine/core'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainId } from '../account/keyring.ts'
import { ShareProblem } from '../account/share-problem.tsx'
import { today } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'
import { client } from '../apollo.ts'
import type { ShownWritingQuery, ShownWritingQueryVariables } from '../generated/graphql.ts'
import { useReturn } from '../reach.ts'
import { LeftItem } from './left-item.tsx'
import classes from './sealed.module.css'
import { placeFragment, usePlace } from './use-place.ts'
import { useRoundItems } from './use-round-items.ts'
import { useShare } from './use-share.ts'

const query: TypedDocumentNode<ShownWritingQuery, ShownWritingQueryVariables> = gql`
  query ShownWriting($id: ID!) {
    node(id: $id) {
      ... on Round {
        id
        ...RoundPlace
      }
    }
  }
  ${placeFragment}
`

/** A phase in which some write in silence. */
export interface Silence {
  readonly roundId: string
  readonly phase: string
  /** Whether the lead has shown what they wrote. */
  readonly isRevealed: boolean
  /** Whether whoever looks is one of those who write. */
  readonly writes: boolean
  /** How many write, and how many will read it. */
  readonly writers: number
  readonly readers: number
}

interface ShownWritingProps extends Silence {
  room: Room
  viewerId: string
  /** What she wrote herself. */
  text: string
  /** Keeps it on the device, in case it cannot be shared. */
  beforeShare: () => Promise<void>
  onShared: () => Promise<void>
}

type Round = Extract<NonNullable<ShownWritingQuery['node']>, { __typename: 'Round' }>

/** While others' texts are on their way, they are looked for so often, in milliseconds; after half a minute now and then. */
const lookEvery = { first: 2_000, later: 10_000 }
const firstLooks = 15

/** What was written in silence, for all in the round to read; hers is sealed to them as it is shown. */
export function ShownWriting(props: ShownWritingProps) {
  const { t } = useTranslation('supervision/sealed')
  const { roundId } = props
  const [round, setRound] = useState<Round>()
  const look = useCallback(async () => {
    const { data } = await client.query({ query, variables: { id: roundId }, fetchPolicy: 'network-only' })
    if (data?.node?.__typename === 'Round') setRound(data.node)
  }, [roundId])
  const tryLook = useCallback(() => void look().catch(() => {}), [look])
  useEffect(tryLook, [tryLook])
  useReturn(tryLook)
  if (!round)
    return (
      <p className={classes.quiet} role="status">
        {t('writing.waits')}
      </p>
    )
  return <Texts {...props} round={round} />
}

function Texts({ round, ...props }: ShownWritingProps & { round: Round }) {
  const { room, roundId, viewerId, phase, writers, text, beforeShare, onShared } = props
  const { t } = useTranslation('supervision/sealed')
  const place = usePlace(round, viewerId)
  const { share, problem, isSharing } = useShare(room, place)
  const { items, look } = useRoundItems(room, roundId)
  const own = useMemo(() => writingOf(roundId, phase, text), [roundId, phase, text])
  const isTried = useRef(false)

  const written = items?.filter(({ document }) => document?.type === 'roundWriting' && document.phase === phase)
  const isIn = written?.some(({ ownerId }) => ownerId === viewerId) ?? true
  const show = useCallback(
    async (document: RoundWriting) => {
      await beforeShare()
      const until = (place.stays === 'group' ? place.staysUntil : null) ?? today()
      if (!(await share(document, until))) return
      await onShared()
      await look()
    },
    [share, look, beforeShare, onShared, place],
  )
  // Once, when it is revealed, and when there is a connection again. Only what is not there yet is sent.
  useEffect(() => {
    if (isIn || !own || isTried.current) return
    isTried.current = true
    void show(own)
  }, [isIn, own, show])
  useReturn(() => {
    isTried.current = false
    void look()
  })
  const isWaiting = !written || written.length < writers
  useEffect(() => {
    if (!isWaiting) return
    let looks = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = () => {
      const patience = looks++ < firstLooks ? lookEvery.first : lookEvery.later
      timer = setTimeout(() => {
        void look()
        wait()
      }, patience)
    }
    wait()
    return () => clearTimeout(timer)
  }, [isWaiting, look])

  return (
    <div className={classes.fields}>
      {!isIn && <ShareProblem problem={problem} place={place} />}
      {!isIn && problem && own && (
        <>
          <div>
            <p className={classes.quiet}>{t('writing.yours')}</p>
            <p className={classes.prose}>{own.text}</p>
          </div>
          <div>
            <Button loading={isSharing} onClick={() => void show(own)}>
              {t('writing.again')}
            </Button>
          </div>
        </>
      )}
      <p className={classes.quiet} role="status">
        {t('writing.of', { count: written?.length ?? 0, of: Math.max(writers, written?.length ?? 0) })}
      </p>
      <ul className={classes.list}>
        {written?.map((item) => (
          <LeftItem key={item.id} item={item} place={place} onChanged={look} />
        ))}
      </ul>
    </div>
  )
}

function writingOf(roundId: string, phase: string, text: string): RoundWriting | null {
  const document = { type: 'roundWriting', format: 1, roundId: plainId(roundId), phase, text, day: today() }
  return roundWriting.safeParse(document).data ?? null
}
