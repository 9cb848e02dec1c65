import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askAnew } from '../apollo.ts'
import type {
  PlannedRounds_MeetingFragment,
  PlanRoundsMutation,
  PlanRoundsMutationVariables,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import type { RoundMethod } from './round-methods.ts'

export const planFacts: TypedDocumentNode<PlannedRounds_MeetingFragment> = gql`
  fragment PlannedRounds_meeting on Meeting {
    id
    roundsVersion
    viewerCanPlanRounds
    plannedRounds {
      id
      method
      hasFocus
      protocol {
        id
      }
    }
  }
`

const planRounds: TypedDocumentNode<PlanRoundsMutation, PlanRoundsMutationVariables> = gql`
  mutation PlanRounds($meetingId: ID!, $version: Int!, $rounds: [PlannedRoundInput!]!) {
    planRounds(meetingId: $meetingId, version: $version, rounds: $rounds) {
      __typename
      ... on Meeting {
        id
        roundsVersion
        ...PlannedRounds_meeting
      }
    }
  }
  ${planFacts}
`

/** What somebody chose last, and the version that has it; none has it before the server says so. */
interface Wanted {
  readonly rounds: readonly RoundMethod[]
  readonly version: number
}

/**
 * Keeps the rounds of a meeting as they are planned: one change after the other, each made of what the one before it
 * left. Answers them as they will be until `settled`, the rounds of this very version, has what was wanted. Where somebody
 * else was faster the page asks again.
 */
export function usePlanRounds(
  { id, roundsVersion }: Pick<PlannedRounds_MeetingFragment, 'id' | 'roundsVersion'>,
  settled: readonly RoundMethod[],
) {
  const { t } = useTranslation('supervision/agenda')
  const [plan] = useMutation(planRounds)
  const [wanted, setWanted] = useState<Wanted>()
  const newest = useRef(0)
  const line = useRef(Promise.resolve())

  const send = async (rounds: readonly RoundMethod[]) => {
    const variables = {
      meetingId: id,
      version: Math.max(newest.current, roundsVersion),
      rounds: rounds.map((each) => ({ method: each.method, protocolId: each.versionId === null ? null : each.id })),
    }
    const reply = await plan({ variables }).catch(() => undefined)
    const answer = reply?.data?.planRounds
    if (answer?.__typename === 'Meeting') {
      const version = answer.roundsVersion
      newest.current = version
      setWanted((now) => (now?.rounds === rounds ? { rounds, version } : now))
    } else {
      notify({ tone: 'failed', text: t(`plan.refusal.${answer?.__typename ?? 'unknown'}`) })
      await askAnew(['AgendaPage'])
      setWanted((now) => (now?.rounds === rounds ? undefined : now))
    }
  }

  return {
    rounds: wanted && roundsVersion < wanted.version ? wanted.rounds : settled,
    save(rounds: readonly RoundMethod[]) {
      setWanted({ rounds, version: Number.POSITIVE_INFINITY })
      line.current = line.current.then(() => send(rounds))
    },
  }
}
