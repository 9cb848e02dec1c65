import { dayAfter, localDate } from '@lederkreds/domain/day'
import type { BeginRoundInput } from '../generated/graphql.ts'
import type { Casting } from './casting.ts'
import type { RoundMethod } from './round-methods.ts'
import type { Staying } from './stays-fields.tsx'

/** Everything that is chosen before a round. */
export interface Beginning {
  readonly id: string
  readonly networkId: string
  readonly meetingId: string | null
  readonly method: RoundMethod
  readonly casting: Casting
  readonly staying: Staying
  /** Empty for none. */
  readonly facilitatorId: string
}

/** The same as the API takes it. */
export function inputOf({ method, casting, staying, facilitatorId, ...about }: Beginning): BeginRoundInput {
  const { roles, leadId, timekeeperId } = casting
  return {
    ...about,
    method: method.method,
    protocolVersionId: method.versionId,
    roles: [...roles],
    leadId,
    timekeeperId,
    facilitatorId: facilitatorId || null,
    stays: staying.stays,
    staysUntil: staying.stays === 'group' ? dayAfter(localDate(new Date()), staying.days) : null,
  }
}
