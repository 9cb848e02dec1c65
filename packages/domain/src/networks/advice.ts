import { isCaseMethod, type MethodId, methodOf } from '../toolbox/methods.ts'
import { type Placed, reportingPairs } from './reporting-line.ts'

export interface AdvicePerson extends Placed {
  readonly managementLevel: number | null
  readonly workplace: string | null
}

export interface AdviceSeason {
  /** How many meetings the rhythm gives before the end date. */
  readonly meetings: number
  readonly minutes: number
  readonly everyWeeks: number
  readonly until: string | null
}

export interface AdviceDraft {
  readonly people: readonly AdvicePerson[]
  readonly methods: readonly MethodId[]
  /** Null while the rhythm is not chosen yet. */
  readonly season: AdviceSeason | null
}

/** A stop cannot be passed; a warning needs a reason of one's own; a hint is worth a look; good is worth knowing. */
export const adviceLevels = ['stop', 'warn', 'hint', 'good'] as const
export type AdviceLevel = (typeof adviceLevels)[number]

export type AdviceRule =
  | 'reportingLine'
  | 'caseMethodsInLargeGroup'
  | 'indirectReportingLine'
  | 'tooSmall'
  | 'tooLarge'
  | 'goodSize'
  | 'idealSize'
  | 'mixedLevels'
  | 'unknownLevel'
  | 'sameLevel'
  | 'sameWorkplace'
  | 'mixedWorkplaces'
  | 'methodDoesNotFit'
  | 'tooFewMeetings'
  | 'tooManyMeetings'
  | 'goodSeason'
  | 'shortMeetings'
  | 'longMeetings'
  | 'goodLength'
  | 'meetingsTooClose'
  | 'meetingsTooFarApart'
  | 'goodRhythm'
  | 'noEndDate'
  | 'goodEndDate'

/** One rule applied to a draft: `rule` is translated by the page, with `values` filled in, beside the subjects. */
export interface Advice {
  readonly rule: AdviceRule
  readonly level: AdviceLevel
  /** Ids of people (a report before the manager) or of methods. */
  readonly subjects: readonly string[]
  readonly values: Readonly<Record<string, number | string>>
}

/** 5-8 members, ideally 6: between Case Clinic (4-5), action learning (4-8) and Danish practice (up to 12-15). */
export const goodSize = { min: 5, ideal: 6, max: 8 } as const
/** Above this a case can no longer be everybody's: case methods are refused. */
export const maxForCaseMethods = 12
/** Six times three hours to ten meetings: the lengths that Danish and German programmes of this kind have. */
export const goodMeetings = { min: 6, max: 10 } as const
export const goodMinutes = { min: 150, max: 180 } as const
export const goodWeeks = { min: 3, max: 6 } as const

/**
 * All advice on a draft, gravest first. The same draft gives the same advice in the same order, whatever order its people
 * and methods came in.
 */
export function advise(draft: AdviceDraft): readonly Advice[] {
  const rules = [
    reportingLines,
    sizeOf,
    caseMethods,
    levels,
    workplaces,
    methodFit,
    seasonLength,
    meetingLength,
    rhythm,
  ]
  return [...rules, endDate].flatMap((rule) => rule(draft)).sort(byGravity)
}

/** Whether anything in the advice forbids the network as drafted. */
export const isStopped = (advice: readonly Advice[]): boolean => advice.some(({ level }) => level === 'stop')

const advice = (
  level: AdviceLevel,
  rule: AdviceRule,
  values: Advice['values'] = {},
  subjects: readonly string[] = [],
): Advice => ({ rule, level, subjects, values })

const reportingLines = ({ people }: AdviceDraft): Advice[] =>
  reportingPairs(people).map(({ reportId, managerId, distance }) =>
    distance === 1
      ? advice('stop', 'reportingLine', {}, [reportId, managerId])
      : advice('warn', 'indirectReportingLine', { distance }, [reportId, managerId]),
  )

function sizeOf({ people: { length: members } }: AdviceDraft): Advice[] {
  if (members < goodSize.min) return [advice('warn', 'tooSmall', { members, ...goodSize })]
  if (members > goodSize.max) return [advice('warn', 'tooLarge', { members, ...goodSize })]
  return [advice('good', members === goodSize.ideal ? 'idealSize' : 'goodSize', { members, ...goodSize })]
}

function caseMethods({ people: { length: members }, methods }: AdviceDraft): Advice[] {
  const cases = methods.filter(isCaseMethod).sort()
  if (members <= maxForCaseMethods || cases.length === 0) return []
  return [advice('stop', 'caseMethodsInLargeGroup', { members, max: maxForCaseMethods }, cases)]
}

function levels({ people }: AdviceDraft): Advice[] {
  const known = people.flatMap(({ managementLevel }) => managementLevel ?? [])
  const unknown = people.filter(({ managementLevel }) => managementLevel === null).map(({ id }) => id)
  const [highest, lowest] = [Math.min(...known), Math.max(...known)]
  const found: Advice[] = []
  if (unknown.length > 0) found.push(advice('hint', 'unknownLevel', { people: unknown.length }, unknown.sort()))
  if (known.length > 1 && highest !== lowest) found.push(advice('warn', 'mixedLevels', { highest, lowest }))
  if (known.length > 1 && highest === lowest && unknown.length === 0) {
    found.push(advice('good', 'sameLevel', { managementLevel: highest }))
  }
  return found
}

/** Names of places are compared as people read them: without regard to case and spaces. */
function workplaces({ people }: AdviceDraft): Advice[] {
  const places = people.flatMap(({ workplace }) => workplace?.trim().toLowerCase().replace(/\s+/g, ' ') || [])
  const different = new Set(places).size
  if (different > 1) return [advice('good', 'mixedWorkplaces', { workplaces: different })]
  return places.length > 1 && places.length === people.length ? [advice('hint', 'sameWorkplace')] : []
}

function methodFit({ people: { length: members }, methods }: AdviceDraft): Advice[] {
  if (members === 0) return []
  return methods.flatMap((id) => {
    const { minParticipants: min, maxParticipants: max } = methodOf(id)
    const splitsIntoGroups = min === max
    const fits = members >= min && (splitsIntoGroups || members <= max)
    return fits ? [] : [advice('hint', 'methodDoesNotFit', { members, min, max }, [id])]
  })
}

function seasonLength({ season }: AdviceDraft): Advice[] {
  if (!season) return []
  const { meetings } = season
  if (meetings < goodMeetings.min) return [advice('warn', 'tooFewMeetings', { meetings, ...goodMeetings })]
  if (meetings > goodMeetings.max) return [advice('warn', 'tooManyMeetings', { meetings, ...goodMeetings })]
  return [advice('good', 'goodSeason', { meetings, ...goodMeetings })]
}

function meetingLength({ season }: AdviceDraft): Advice[] {
  if (!season) return []
  const { minutes } = season
  if (minutes < goodMinutes.min) return [advice('warn', 'shortMeetings', { minutes, ...goodMinutes })]
  if (minutes > goodMinutes.max) return [advice('warn', 'longMeetings', { minutes, ...goodMinutes })]
  return [advice('good', 'goodLength', { minutes, ...goodMinutes })]
}

function rhythm({ season }: AdviceDraft): Advice[] {
  if (!season) return []
  const { everyWeeks } = season
  if (everyWeeks < goodWeeks.min) return [advice('warn', 'meetingsTooClose', { everyWeeks, ...goodWeeks })]
  if (everyWeeks > goodWeeks.max) return [advice('warn', 'meetingsTooFarApart', { everyWeeks, ...goodWeeks })]
  return [advice('good', 'goodRhythm', { everyWeeks, ...goodWeeks })]
}

function endDate({ season }: AdviceDraft): Advice[] {
  if (!season) return []
  return season.until === null
    ? [advice('warn', 'noEndDate')]
    : [advice('good', 'goodEndDate', { until: season.until })]
}

const byGravity = (a: Advice, b: Advice): number =>
  adviceLevels.indexOf(a.level) - adviceLevels.indexOf(b.level) ||
  compare(a.rule, b.rule) ||
  compare(a.subjects.join(' '), b.subjects.join(' '))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
