import type { PromiseKind } from '@lederkreds/domain/feedback/document'
import type { FeedbackForm } from '@lederkreds/domain/feedback/form'
import type { FeedbackPageQuery } from '../generated/graphql.ts'

export type ShownCycle = NonNullable<FeedbackPageQuery['feedbackCycle']>

/** What the parts of a receiver's page must know of her cycle. Ids as the API gives them. */
export interface CyclePlace {
  readonly cycleId: string
  /** Null once she has left the network. */
  readonly networkId: string | null
  readonly networkName: string | null
  readonly viewerId: string
  readonly viewerName: string
  readonly form: FeedbackForm
  readonly promise: PromiseKind
  readonly deadline: string
  readonly askId: string | null
  readonly invitedIds: readonly string[]
  /** Whom a step is told to: everybody else in the network who can open what is sealed; nobody once she has left. */
  readonly groupIds: readonly string[]
  readonly names: ReadonlyMap<string, string>
}

export function placeOf(cycle: ShownCycle, viewer: { readonly id: string; readonly name: string }): CyclePlace {
  const group = cycle.network?.feedbackGivers ?? []
  return {
    cycleId: cycle.id,
    networkId: cycle.network?.id ?? null,
    networkName: cycle.network?.name ?? null,
    viewerId: viewer.id,
    viewerName: viewer.name,
    form: cycle.form,
    promise: cycle.promise,
    deadline: cycle.deadline,
    askId: cycle.ask?.id ?? null,
    invitedIds: cycle.invited.map(({ id }) => id),
    groupIds: group.map(({ id }) => id),
    names: new Map([...group, ...cycle.invited].map(({ id, name }) => [id, name])),
  }
}
