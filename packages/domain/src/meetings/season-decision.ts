import { z } from 'zod'
import { dayAfter } from '../day.ts'
import { Refusal } from '../errors.ts'
import type { NetworkState, Standing } from '../networks/network.ts'
import { mayEditGroundRules } from '../networks/network.ts'
import { isoDate } from '../text.ts'

/**
 * What a network decides at the end of a season: to continue as it is, to mix its members with those of others into new
 * networks, to become one with another, or to end.
 */
export const seasonChoice = z.enum(['continue', 'remix', 'merge', 'end'], { error: 'unknown' })
export type SeasonChoice = z.output<typeof seasonChoice>

/** A decision is written down within a month of the day that it holds from, and for a year ahead at most. */
const daysBack = 31
const daysAhead = 366

/** The choice and the day from which it holds. `today` is an ISO date. */
export const seasonDecision = (today: string) =>
  z.object({
    choice: seasonChoice,
    on: isoDate
      .refine((day) => day >= dayAfter(today, -daysBack), { error: 'tooEarly' })
      .refine((day) => day <= dayAfter(today, daysAhead), { error: 'tooLate' }),
  })

/** Only the newest season is decided upon: what was decided about the ones before is history. */
export class SeasonOver extends Refusal {
  constructor() {
    super('SeasonOver')
  }
}

/** Throws {@link SeasonOver} for a season that another has followed. */
export function checkNewest(number: number, newest: number): void {
  if (number !== newest) throw new SeasonOver()
}

/** The group has not decided to end, or the day has not come. */
export class EndNotDecided extends Refusal {
  constructor() {
    super('EndNotDecided')
  }
}

/** What was decided about a network's newest season; null when nothing was. */
export interface Decided {
  readonly choice: SeasonChoice
  /** An ISO date. */
  readonly on: string
}

/** Throws {@link EndNotDecided} unless the end was decided and its day has come. `today` is an ISO date. */
export function checkEnd(decided: Decided | null, today: string): void {
  if (decided?.choice !== 'end' || decided.on > today) throw new EndNotDecided()
}

/** Written down by the convenor or the consultant: it is the group's decision, and needs no right of its own. */
export const mayDecideSeason = (standing: Standing, state: NetworkState): boolean =>
  state === 'active' && mayEditGroundRules(standing, state)

/** Whoever may write the decision down may carry it out, the convenor too: the end need not wait for a consultant. */
export const mayEndNetwork = mayDecideSeason
