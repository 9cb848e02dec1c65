import type { Words } from '../text.ts'
import type { MethodId, MethodKind } from './methods.ts'

/** What somebody is in a round. `count`: so many people, all those who are left (at least one), or everybody. */
export interface ProtocolRole {
  readonly id: string
  readonly name: Words
  readonly count: number | 'rest' | 'all'
}

export interface ProtocolPhase {
  readonly id: string
  readonly name: Words
  readonly minutes: number
  /** Ids of the roles that speak; empty while everybody works in silence. */
  readonly speakers: readonly string[]
  /** Ids of all other roles: they listen. */
  readonly silent: readonly string[]
  /** What happens in this phase, as it can be read aloud. */
  readonly instruction: Words
  /** For whoever speaks. */
  readonly questions: readonly Words[]
}

/** A method as a round runs it: phases, minutes, who speaks, who is silent, what is asked. */
export interface Protocol {
  readonly id: MethodId
  readonly kind: MethodKind
  readonly name: Words
  readonly purpose: Words
  readonly origin: Words
  readonly minParticipants: number
  readonly maxParticipants: number
  readonly roles: readonly ProtocolRole[]
  /** The role whose case it is, and the role that leads through the phases; null where a method has none. */
  readonly focusRole: string | null
  readonly leadRole: string | null
  readonly phases: readonly ProtocolPhase[]
  /** Where it can be read about: links, or a word on general knowledge. */
  readonly sources: readonly string[]
  /** The sequence is documented, its minutes are our own. */
  readonly minutesAdapted: boolean
}

export const both = (da: string, en: string): Words => ({ da, en })

/** How long a protocol takes, in minutes. */
export const minutesOf = ({ phases }: Pick<Protocol, 'phases'>): number =>
  phases.reduce((sum, { minutes }) => sum + minutes, 0)
