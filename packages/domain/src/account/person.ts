import { z } from 'zod'
import { Refusal } from '../errors.ts'
import { emailAddress, line, locale, optionalLine, theme, wholeNumber } from '../text.ts'

/** Who asks, as far as the rules need to know. */
export interface Viewer {
  readonly personId: string
  readonly organisationId: string
  readonly isAdmin: boolean
  readonly isConsultant: boolean
}

export const personName = line(120)

/** What people say about themselves in their profile. */
export const profile = z.object({
  name: personName,
  title: optionalLine(120),
  workplace: optionalLine(160),
})
export type Profile = z.output<typeof profile>

/** An address to be reached at and to sign in with. */
export const newEmail = z.object({ email: emailAddress })

/** How somebody wants the app; taken over at once, the newest choice counts. */
export const preferences = z.object({ locale, theme })
export type Preferences = z.output<typeof preferences>

/** 1 is the top of the organisation, 6 the level closest to the daily work. */
export const managementLevel = wholeNumber(1, 6)

/** Somebody whom an admin or a consultant adds; a level that nobody knows is null. */
export const newPerson = z.object({
  name: personName,
  email: emailAddress,
  title: optionalLine(120),
  workplace: optionalLine(160),
  managementLevel: z.preprocess((input) => input ?? null, managementLevel.nullable()),
})
export type NewPerson = z.output<typeof newPerson>

/** Given on top of being a leader; no role gives sight of content. */
export const organisationRole = z.enum(['consultant', 'admin'], { error: 'unknown' })
export type OrganisationRole = z.output<typeof organisationRole>

/** People, roles and reporting lines are kept by the admins of the same organisation. */
export const mayAdministerPeople = (viewer: Viewer, organisationId: string): boolean =>
  viewer.isAdmin && viewer.organisationId === organisationId

/** Places in the organisation: who reports to whom. Written by admins, read by them and by consultants for the advice. */
export const mayLookUpPeople = (viewer: Viewer, organisationId: string): boolean =>
  (viewer.isAdmin || viewer.isConsultant) && viewer.organisationId === organisationId

/** A person's place; a level or manager that nobody knows is null. */
export const position = z.object({ managementLevel: managementLevel.nullable(), managerId: z.uuid().nullable() })
export type Position = z.output<typeof position>

/** These addresses belong to somebody already, here or in another organisation: nobody was added. */
export class EmailTaken extends Refusal {
  readonly emails: readonly string[]

  constructor(emails: readonly string[]) {
    super('EmailTaken')
    this.emails = emails
  }
}

/** The address is somebody else's, here or in another organisation. Told only to whoever has proved that she reads its mail, and to admins. */
export class AddressTaken extends Refusal {
  constructor() {
    super('AddressTaken')
  }
}

/** One's own address is proved, so that nobody locks herself out by a slip; an admin's too. */
export class OwnEmail extends Refusal {
  constructor() {
    super('OwnEmail')
  }
}

/** Nobody shuts the door behind which she stands. */
export class NotYourself extends Refusal {
  constructor() {
    super('NotYourself')
  }
}

/** The manager is nobody whom this organisation knows. */
export class UnknownManager extends Refusal {
  constructor() {
    super('UnknownManager')
  }
}

/** An organisation without an admin could never get one again. */
export class LastAdmin extends Refusal {
  constructor() {
    super('LastAdmin')
  }
}

/** Nobody is their own manager. */
export class OwnManager extends Refusal {
  constructor() {
    super('OwnManager')
  }
}

/** The person would come to report, through others, to themselves. */
export class ReportingCycle extends Refusal {
  /** From the person up to the one who reports to them. */
  readonly chain: readonly string[]

  constructor(chain: readonly string[]) {
    super('ReportingCycle')
    this.chain = chain
  }
}

/** Throws {@link LastAdmin} when `personId` is the only active admin: before taking the role and before deactivating. */
export function checkAdminRemains(activeAdminIds: Iterable<string>, personId: string): void {
  const admins = new Set(activeAdminIds)
  if (admins.delete(personId) && admins.size === 0) throw new LastAdmin()
}

/** Everybody above a person, own manager first. Ends where nobody is known, and before it would repeat anybody. */
export function reportsTo(personId: string, managerOf: ReadonlyMap<string, string | null>): readonly string[] {
  const chain = new Set<string>()
  let above = managerOf.get(personId)
  while (above && above !== personId && !chain.has(above)) {
    chain.add(above)
    above = managerOf.get(above)
  }
  return [...chain]
}

/** Throws {@link OwnManager} or {@link ReportingCycle} when `managerId` cannot become the manager of `personId`. */
export function checkManager(personId: string, managerId: string, managerOf: ReadonlyMap<string, string | null>): void {
  if (personId === managerId) throw new OwnManager()
  const above = reportsTo(managerId, managerOf)
  const end = above.indexOf(personId)
  if (end >= 0) throw new ReportingCycle([personId, managerId, ...above.slice(0, end)])
}
