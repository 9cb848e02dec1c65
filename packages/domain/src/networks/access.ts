import { z } from 'zod'
import { Refusal } from '../errors.ts'
import { isoDate } from '../text.ts'
import { maxSeasonYears, mayEditGroundRules, type NetworkState, type Standing } from './network.ts'

/** A consultant's last day: not over yet, and not farther ahead than anything else is planned. `today` is an ISO date. */
export const accessDay = (today: string) =>
  z.object({
    accessUntil: isoDate
      .refine((day) => day >= today, { error: 'tooEarly' })
      .refine((day) => Number(day.slice(0, 4)) <= Number(today.slice(0, 4)) + maxSeasonYears, { error: 'tooLate' }),
  })

/**
 * The last day of the consultant's access: that of the last meeting she facilitates. `days` are the meetings' local days
 * in their order; without so many, or without an agreed number, it is the end date of the network.
 */
export const lastDayOfAccess = (facilitated: number | null, days: readonly string[], until: string): string =>
  (facilitated === null ? undefined : days[facilitated - 1]) ?? until

/** The day was agreed with the group: only its convenor can move it back. */
export class AccessNotYours extends Refusal {
  constructor() {
    super('AccessNotYours')
  }
}

/** A consultant brings in a colleague or ends sooner; the convenor agrees with any of them on another day. */
export const mayAgreeAccess = (standing: Standing, state: NetworkState): boolean =>
  state !== 'draft' && mayEditGroundRules(standing, state)

/**
 * Throws {@link AccessNotYours} when somebody who is not the convenor would stay longer than agreed, or when a convenor
 * would bring in somebody new: consultants are looked up by consultants. `agreed` is null for somebody new.
 */
export function checkAccess(standing: Standing, isOwn: boolean, lastDay: string, agreed: string | null): void {
  const asConvenor = standing.convenor && standing.accepted && !isOwn
  if (agreed === null ? !standing.consultant : !asConvenor && lastDay > agreed) throw new AccessNotYours()
}
