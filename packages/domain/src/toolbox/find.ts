import type { MethodKind } from './methods.ts'
import { minutesOf, type Protocol } from './protocol.ts'

/** What somebody looks for in the toolbox; null and false ask for nothing. */
export interface Wish {
  readonly kind: MethodKind | null
  /** How much time there is at most. */
  readonly minutes: number | null
  /** How many they are. */
  readonly people: number | null
  readonly isNew: boolean
  readonly withoutConsultant: boolean
}

export const anything: Wish = { kind: null, minutes: null, people: null, isNew: false, withoutConsultant: false }

type Findable = Pick<
  Protocol,
  'kind' | 'phases' | 'minParticipants' | 'maxParticipants' | 'forNewcomers' | 'needsConsultant'
>

/** Whether a protocol meets every part of a wish. */
export const fits = (protocol: Findable, { kind, minutes, people, isNew, withoutConsultant }: Wish): boolean =>
  (kind === null || protocol.kind === kind) &&
  (minutes === null || minutesOf(protocol) <= minutes) &&
  (people === null || (protocol.minParticipants <= people && people <= protocol.maxParticipants)) &&
  (!isNew || protocol.forNewcomers) &&
  !(withoutConsultant && protocol.needsConsultant)
