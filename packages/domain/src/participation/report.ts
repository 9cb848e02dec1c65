import { z } from 'zod'
import { wholeNumber } from '../text.ts'
import type { MethodCount } from './figures.ts'
import { type Published, publishedShare, smallestShown } from './suppression.ts'

/** One calendar year of one network, counted over its months that are over. */
export interface NetworkYear {
  readonly meetings: number
  /** Different people who were at one of them at least. */
  readonly people: number
  /** Places at those meetings for which somebody marked whether the person was there, and those that were taken. */
  readonly marked: number
  readonly taken: number
  /** Rounds that were held, by method. */
  readonly methods: readonly MethodCount[]
  /** Feedback cycles that were completed, each somebody's; null for fewer than five. */
  readonly cycles: number | null
}

export interface PublishedYear {
  readonly meetings: number
  /** To the nearest five. */
  readonly people: Published
  /** Per cent, in steps of five. */
  readonly share: Published
  /** The most used first. */
  readonly methods: readonly MethodCount[]
  /** To the nearest five. */
  readonly cycles: Published
}

/**
 * What the yearly report of a network tells. It is handed to people outside, so what counts people, or what a person did,
 * follows the rule of the figures: `few` for fewer than five, else to the nearest five, and nothing of a month that is not
 * over. Meetings and rounds are the network's own and are told as they are.
 */
export function publishYear({ meetings, people, marked, taken, methods, cycles }: NetworkYear): PublishedYear {
  return {
    meetings,
    people: meetings === 0 ? null : nearestFive(people),
    share: publishedShare(taken, marked),
    methods: methods.toSorted((one, other) => other.rounds - one.rounds || (one.method < other.method ? -1 : 1)),
    cycles: nearestFive(cycles ?? 0),
  }
}

const nearestFive = (count: number): Published => (count < smallestShown ? 'few' : Math.round(count / 5) * 5)

/** A year that a report can be about. */
export const reportYear = z.object({ year: wholeNumber(1900, 2199) })
