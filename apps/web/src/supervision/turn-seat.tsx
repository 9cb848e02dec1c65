import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { idOf, type TurnRole } from '@lederkreds/domain/supervision/turn'
import type { PlannedRound } from '@lederkreds/domain/supervision/turn-plan'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  SwapTurnsMutation,
  SwapTurnsMutationVariables,
  TakeSwapBackMutation,
  TakeSwapBackMutationVariables,
  TurnSeat_MeetingFragment,
} from '../generated/graphql.ts'
import { later } from '../ui/later.tsx'
import { notify } from '../ui/notices.tsx'
import { Turn } from '../ui/turn.tsx'
import classes from './turn-plan.module.css'
import { useTurnRefusal } from './use-turn-refusal.ts'
import type { TurnsNow } from './use-turns.ts'

const SwapTurn = later(() => import('./swap-turn.tsx').then(({ SwapTurn }) => SwapTurn))

const fragment: TypedDocumentNode<TurnSeat_MeetingFragment> = gql`
  fragment TurnSeat_meeting on Meeting {
    id
    viewerCanPass
    viewerCanSwapForOthers
    turnSwaps {
      id
      at
      round
      role
      viewerCanTakeBack
      from {
        id
      }
      to {
        id
      }
    }
  }
`

const swapTurns: TypedDocumentNode<SwapTurnsMutation, SwapTurnsMutationVariables> = gql`
  mutation SwapTurns($input: SwapTurnsInput!) {
    swapTurns(input: $input) {
      __typename
      ... on Meeting {
        id
        ...TurnSeat_meeting
      }
    }
  }
  ${fragment}
`

const takeSwapBack: TypedDocumentNode<TakeSwapBackMutation, TakeSwapBackMutationVariables> = gql`
  mutation TakeSwapBack($meetingId: ID!, $role: TurnRole!, $fromId: ID!, $toId: ID!) {
    takeSwapBack(meetingId: $meetingId, role: $role, fromId: $fromId, toId: $toId) {
      __typename
      ... on Meeting {
        id
        ...TurnSeat_meeting
      }
    }
  }
  ${fragment}
`

interface TurnSeatProps {
  meeting: FragmentType<TurnSeat_MeetingFragment>
  now: TurnsNow
  planned: PlannedRound
  role: TurnRole
}

/** Who is proposed for one role of a round, and why; whose it is can swap it, and take a swap back. */
export function TurnSeat({ meeting, now, planned, role }: TurnSeatProps) {
  const { id, viewerCanPass, viewerCanSwapForOthers, turnSwaps } = useSuspenseFragment({ fragment, from: meeting }).data
  const { t } = useTranslation('supervision/turns')
  const refusal = useTurnRefusal()
  const [swapWith, { loading: isSaving }] = useMutation(swapTurns)
  const [undo, { loading }] = useMutation(takeSwapBack)
  const [isOpen, setOpen] = useState(false)
  const personId = idOf(planned, role)
  const count = planned.round + 1
  const swap = turnSwaps.find((each) => each.role === role && each.round === count)
  const isMine = personId === now.me
  const name = now.names.get(personId ?? '') ?? t('nobody')
  const about = { role: t(`role.${role}`), count }

  const save = async (toId: string, backRound: number | null) => {
    const input = { meetingId: id, role, round: count, fromId: personId ?? '', toId, backRound }
    const outcome = (await swapWith({ variables: { input } }).catch(() => undefined))?.data?.swapTurns.__typename
    return outcome === 'Meeting' ? undefined : refusal(outcome ?? 'unknown')
  }
  const takeBack = async ({ from, to }: NonNullable<typeof swap>) => {
    const variables = { meetingId: id, role, fromId: from.id, toId: to.id }
    const outcome = (await undo({ variables }).catch(() => undefined))?.data?.takeSwapBack.__typename ?? 'unknown'
    if (outcome !== 'Meeting') notify({ tone: 'failed', text: refusal(outcome) })
  }
  const canSwap = personId !== null && !swap && viewerCanPass && (isMine || viewerCanSwapForOthers)

  return (
    <div className={classes.seat}>
      <dt>{t(`role.${role}`)}</dt>
      <dd className={classes.who}>
        {isMine && role === 'focus' ? <Turn>{name}</Turn> : <strong>{name}</strong>}
        {isMine && ` (${t('you')})`}
        <span className={classes.reason}>{t(`reason.${planned.reasons[role]}`)}</span>
      </dd>
      {(canSwap || swap?.viewerCanTakeBack) && (
        <dd className={classes.act}>
          {canSwap && (
            <Button variant="subtle" aria-label={t('swap.actionOf', about)} onClick={() => setOpen(true)}>
              {t('swap.action')}
            </Button>
          )}
          {swap?.viewerCanTakeBack && (
            <Button
              variant="subtle"
              loading={loading}
              aria-label={t('swap.undoOf', about)}
              onClick={() => void takeBack(swap)}
            >
              {t('swap.undo')}
            </Button>
          )}
          {isOpen && (
            <SwapTurn
              now={now}
              planned={planned}
              role={role}
              isSaving={isSaving}
              save={save}
              onClose={() => setOpen(false)}
              onMissing={() => setOpen(false)}
            />
          )}
        </dd>
      )}
    </div>
  )
}
TurnSeat.fragment = fragment
