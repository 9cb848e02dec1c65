import type { FragmentType } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import type { TurnRole } from '@lederkreds/domain/supervision/turn'
import { type MeetingTurns, type PlannedRound, planRest } from '@lederkreds/domain/supervision/turn-plan'
import { useMemo } from 'react'
import type { TurnFacts_MeetingFragment, TurnFacts_NetworkFragment } from '../generated/graphql.ts'
import { type RoundToCome, roundsToCome } from './rounds-to-come.ts'
import { shortNames } from './short-names.ts'
import { meetingFacts, networkFacts } from './turn-facts.ts'
import { turnsOf } from './turns-of.ts'

export interface TurnsNow {
  /** What the turn order is asked with. */
  readonly turns: MeetingTurns
  /** The rounds that the meeting is planned for and still has before it. */
  readonly plan: readonly PlannedRound[]
  /** With what those rounds are to be held; none without a meeting. */
  readonly ahead: readonly RoundToCome[]
  /** As a group calls each other. */
  readonly names: ReadonlyMap<string, string>
  /** The viewer's id, if she is one of those whose turn it can be. */
  readonly me: string | undefined
}

/** Who is proposed for what at a meeting, or today; changes by itself when something becomes known. */
export function useTurns(
  network: FragmentType<TurnFacts_NetworkFragment>,
  meeting: FragmentType<TurnFacts_MeetingFragment> | null,
): TurnsNow {
  const about = useSuspenseFragment({ fragment: networkFacts, from: network }).data
  const at = useSuspenseFragment({ fragment: meetingFacts, from: meeting }).data
  return useMemo(() => {
    const turns = turnsOf(about, at)
    const people = about.members.filter(({ hasAccepted }) => hasAccepted)
    return {
      turns,
      plan: planRest(turns),
      ahead: at ? roundsToCome(about, at, turns.held.length) : [],
      names: shortNames(new Map(people.map(({ person }) => [person.id, person.name]))),
      me: people.find(({ isViewer }) => isViewer)?.person.id,
    }
  }, [about, at])
}

export const roles = ['focus', 'supervisor', 'timekeeper'] as const satisfies readonly TurnRole[]
