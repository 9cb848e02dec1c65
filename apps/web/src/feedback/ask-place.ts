import type { PromiseKind } from '@lederkreds/domain/feedback/document'
import type { FeedbackForm } from '@lederkreds/domain/feedback/form'

/** Somebody in the network beside the one who asks. Ids as the API gives them. */
export interface AskedMember {
  readonly id: string
  readonly name: string
  readonly workplace: string
  /** Why she cannot be asked now, or null where she can. */
  readonly unready: 'notAccepted' | 'noKeys' | null
}

/** A step of the network, which fixes how everybody asks everybody. */
export interface AskStep {
  readonly id: string
  readonly form: FeedbackForm
  readonly promise: PromiseKind
  readonly deadline: string
}

/** Where somebody asks, and whom she can ask. Ids as the API gives them. */
export interface AskPlace {
  readonly networkId: string
  readonly networkName: string
  readonly viewerId: string
  readonly viewerName: string
  readonly members: readonly AskedMember[]
  readonly previous: {
    readonly id: string
    readonly ask: { readonly id: string } | null
    readonly invited: readonly { readonly id: string }[]
  } | null
  readonly step: AskStep | null
}
