import { z } from 'zod'
import type { Viewer } from '../account/person.ts'
import { Refusal } from '../errors.ts'
import { clockTime, isoDate, line, prose, wholeNumber } from '../text.ts'
import { type MethodId, methodIds } from '../toolbox/methods.ts'
import { type Advice, type AdviceRule, isStopped } from './advice.ts'
import type { GroundRulesSection } from './ground-rules.ts'

/** Draft: only its consultant knows. Inviting: nobody has joined yet. Closed: read, never changed. */
export const networkState = z.enum(['draft', 'inviting', 'active', 'closed'], { error: 'unknown' })
export type NetworkState = z.output<typeof networkState>

/** What a viewer is in one network; `accepted` means the ground rules as they are now. */
export interface Standing {
  readonly member: boolean
  readonly convenor: boolean
  /** False from the agreed date on: a consultant's access ends by itself. */
  readonly consultant: boolean
  readonly accepted: boolean
}

/** More than anyone has tried with confidential case work (8-20 in Danish practice); an invitation beyond is refused. */
export const maxMembers = 20
/** How far ahead anything is planned. */
export const maxSeasonYears = 3

export const purposeStep = z.object({ name: line(80), purpose: prose(1000) })
export type PurposeStep = z.output<typeof purposeStep>

/** When the network meets: weekday 1 is Monday; `until` is the day the members decide how to go on. */
export const rhythm = z
  .object({
    from: isoDate,
    until: isoDate,
    everyWeeks: wholeNumber(1, 26),
    weekday: wholeNumber(1, 7),
    startTime: clockTime,
    minutes: wholeNumber(30, 480),
  })
  .refine(({ from, until }) => until >= from, { path: ['until'], error: 'tooEarly' })
  .refine(({ from, until }) => until <= yearsLater(from, maxSeasonYears), { path: ['until'], error: 'tooLate' })
export type Rhythm = z.output<typeof rhythm>

export const chosenMethods = z
  .array(z.enum(methodIds, { error: 'unknown' }), { error: 'invalid' })
  .max(methodIds.length, { error: 'tooMany' })
  .refine((ids) => new Set(ids).size === ids.length, { error: 'duplicate' })

/** What can be changed in a network that has begun. */
export const networkEdit = purposeStep.extend({ methods: chosenMethods, endsOn: isoDate })

/** A method that a network takes to, or lets go. */
export const methodChoice = z.object({
  method: z.enum(methodIds, { error: 'unknown' }),
  isChosen: z.boolean({ error: 'invalid' }),
})

/** How far the wizard has come; a step that nobody has taken is null or empty. */
export interface DraftProgress {
  readonly name: string | null
  readonly purpose: string | null
  readonly memberCount: number
  readonly groundRules: readonly GroundRulesSection[] | null
  readonly rhythm: Rhythm | null
  readonly methods: readonly MethodId[]
}

export const draftSteps = ['purpose', 'members', 'groundRules', 'rhythm', 'methods'] as const
export type DraftStep = (typeof draftSteps)[number]

/** Some steps of the wizard are still open. */
export class DraftIncomplete extends Refusal {
  readonly missing: readonly DraftStep[]

  constructor(missing: readonly DraftStep[]) {
    super('DraftIncomplete')
    this.missing = missing
  }
}

/** A hard rule of the advice forbids the network as drafted. */
export class AdviceForbids extends Refusal {
  readonly rules: readonly AdviceRule[]

  constructor(rules: readonly AdviceRule[]) {
    super('AdviceForbids')
    this.rules = rules
  }
}

/** The network no longer changes. */
export class NetworkClosed extends Refusal {
  constructor() {
    super('NetworkClosed')
  }
}

/** Only a member who has accepted the ground rules can become convenor. */
export class ConvenorMustBeMember extends Refusal {
  constructor() {
    super('ConvenorMustBeMember')
  }
}

/** The steps that still wait for the consultant, in the wizard's order. */
export function missingSteps(draft: DraftProgress): readonly DraftStep[] {
  const done: Record<DraftStep, boolean> = {
    purpose: Boolean(draft.name && draft.purpose),
    members: draft.memberCount > 0,
    groundRules: draft.groundRules !== null && draft.groundRules.length > 0,
    rhythm: draft.rhythm !== null,
    methods: draft.methods.length > 0,
  }
  return draftSteps.filter((step) => !done[step])
}

/** Before invitations go out. Throws {@link DraftIncomplete} for open steps, {@link AdviceForbids} for hard rules broken. */
export function completeDraft(draft: DraftProgress, advice: readonly Advice[]): void {
  const missing = missingSteps(draft)
  if (missing.length > 0) throw new DraftIncomplete(missing)
  if (isStopped(advice)) {
    throw new AdviceForbids([...new Set(advice.filter(({ level }) => level === 'stop').map(({ rule }) => rule))])
  }
}

/** Whether a consultant still has access: to the end of the agreed local day; null is no agreed date. */
export const hasConsultantAccess = (endsOn: string | null, today: string): boolean => endsOn === null || today <= endsOn

/** Throws {@link NetworkClosed}; asked before every change. */
export function checkOpen(state: NetworkState): void {
  if (state === 'closed') throw new NetworkClosed()
}

/** Throws {@link ConvenorMustBeMember} unless the one who takes over is in the network and has accepted its ground rules. */
export function checkConvenor(standing: Pick<Standing, 'member' | 'accepted'>): void {
  if (!isIn(standing)) throw new ConvenorMustBeMember()
}

const isIn = ({ member, accepted }: Pick<Standing, 'member' | 'accepted'>): boolean => member && accepted

/** Networks are set up by the consultants of the organisation that owns them. */
export const mayCreateNetwork = (viewer: Viewer): boolean => viewer.isConsultant

/** Ground rules are a gate: before accepting them a member sees nothing of the network but the rules. */
export const maySeeNetwork = (standing: Standing, state: NetworkState): boolean =>
  standing.consultant || (isIn(standing) && state !== 'draft')

/** Purpose, members, rhythm and methods are the consultant's, in the draft and later. */
export const mayConfigure = (standing: Standing, state: NetworkState): boolean =>
  standing.consultant && state !== 'closed'

/** Which methods a network prefers is its keepers' to say: it works with them long after its consultant has withdrawn. */
export const mayChooseMethods = (standing: Standing, state: NetworkState): boolean =>
  (state === 'inviting' || state === 'active') && mayEditGroundRules(standing, state)

/** Invitations go out, are sent again and are taken back by the consultant, once the draft is complete. */
export const mayInvite = (standing: Standing, state: NetworkState): boolean =>
  standing.consultant && (state === 'inviting' || state === 'active')

/** Each member for themselves, as long as the network lives. */
export const mayAcceptGroundRules = (standing: Standing, state: NetworkState): boolean =>
  standing.member && (state === 'inviting' || state === 'active')

/** The consultant, and the convenor, so that the group can go on by itself. */
export const mayEditGroundRules = (standing: Standing, state: NetworkState): boolean =>
  state !== 'closed' && (standing.consultant || (standing.convenor && isIn(standing)))

/** Passed on by the one who has it, or by the consultant. */
export const mayPassConvenor = (standing: Standing, state: NetworkState): boolean =>
  state !== 'draft' && mayEditGroundRules(standing, state)

/** The calendar is kept by the convenor; the consultant helps until the agreed date. */
export const mayPlanSeason = mayEditGroundRules

/** Anybody, at any time, without giving a reason and without accepting anything first. */
export const mayLeave = (standing: Standing): boolean => standing.member

export const mayRemoveMember = mayConfigure

export const mayCloseNetwork = (standing: Standing, state: NetworkState): boolean =>
  standing.consultant && (state === 'inviting' || state === 'active')

/** Admins of the owning organisation see figures of it; members and the consultant see the rows about their network. */
export const maySeeParticipation = (
  viewer: Viewer,
  network: { readonly organisationId: string; readonly state: NetworkState },
  standing: Standing,
): boolean =>
  mayExportParticipation(viewer, network.organisationId) ||
  (network.state !== 'draft' && maySeeNetwork(standing, network.state))

export const mayExportParticipation = (viewer: Viewer, organisationId: string): boolean =>
  viewer.isAdmin && viewer.organisationId === organisationId

/** ISO dates compare as text; 29 February only ever compares, so it need not exist in the later year. */
const yearsLater = (date: string, years: number): string => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`
