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
  /**
   * By role id: what somebody in this role does now, as it stands on her own screen. Complete in the kinds supervision
   * and dialogue; elsewhere `promptFor` says the rest.
   */
  readonly prompts: Readonly<Record<string, Words>>
  /**
   * The phase begins with silent writing, and the texts are shown to the group together, so that nobody writes after
   * the first. Whoever speaks in it writes; everybody, where nobody speaks.
   */
  readonly isWriting: boolean
}

/** A method as a round runs it: phases, minutes, who speaks, who is silent, what is asked. */
export interface Protocol {
  readonly id: MethodId
  readonly kind: MethodKind
  readonly name: Words
  readonly purpose: Words
  readonly origin: Words
  /** In which situations it helps, and in which something else is better. */
  readonly when: Words
  readonly whenNot: Words
  /** What is known, and not known, about its effect; null where nothing is. */
  readonly evidence: Words | null
  readonly licence: Words
  /** A group can use it at its first meetings, with nobody in it who knows the method. */
  readonly forNewcomers: boolean
  /** It needs somebody trained to lead it. */
  readonly needsConsultant: boolean
  readonly minParticipants: number
  readonly maxParticipants: number
  readonly roles: readonly ProtocolRole[]
  /** The role whose case it is, and the role that leads through the phases; null where a method has none. */
  readonly focusRole: string | null
  readonly leadRole: string | null
  readonly phases: readonly ProtocolPhase[]
  /** Where it can be read about: links that stand alone, or a title. */
  readonly sources: readonly string[]
  /** The sequence is documented, its minutes are our own. */
  readonly minutesAdapted: boolean
}

/** What a consultant has made of a method, as a round runs it. */
export type OwnProtocol = Pick<
  Protocol,
  | 'name'
  | 'purpose'
  | 'minParticipants'
  | 'maxParticipants'
  | 'roles'
  | 'focusRole'
  | 'leadRole'
  | 'phases'
  | 'forNewcomers'
  | 'needsConsultant'
>

/** An own protocol in full. Origin, sources and licence stay those of the method that it was made from. */
export const adapted = (base: Protocol, own: OwnProtocol): Protocol => ({ ...base, ...own, minutesAdapted: true })

export const both = (da: string, en: string): Words => ({ da, en })

/** How long a protocol takes, in minutes. */
export const minutesOf = ({ phases }: Pick<Protocol, 'phases'>): number =>
  phases.reduce((sum, { minutes }) => sum + minutes, 0)
