import {
  checkAdminRemains,
  checkManager,
  EmailTaken,
  mayAdministerPeople,
  mayLookUpPeople,
  type NewPerson,
  NotYourself,
  type OrganisationRole,
  type Position,
  UnknownManager,
} from '@lederkreds/domain/account/person'
import { Stale } from '@lederkreds/domain/errors'
import { type Context, demand, demandStepUp, signedIn, visible } from '../context.ts'
import type { Viewer } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import type { AdminAct } from '../generated/prisma/enums.ts'

/** Throws what an outsider gets unless the caller may look up the people of her organisation; answers her. */
export function demandDirectory(context: Context): Viewer {
  const viewer = signedIn(context)
  demand(context, mayLookUpPeople(viewer, viewer.organisationId))
  return viewer
}

/** Throws what an outsider gets unless the caller administers the people of her organisation; answers her. */
export const demandAdmin = (context: Context): Viewer => {
  const viewer = signedIn(context)
  demand(context, mayAdministerPeople(viewer, viewer.organisationId))
  return viewer
}

/** The people of the caller's organisation whose name, title, workplace or address has all the words in it. */
export function peopleFound(context: Context, { organisationId }: Viewer, search: string): Prisma.PersonWhereInput {
  const words = search
    .trim()
    .slice(0, 200)
    .split(/[\s\p{Cc}]+/u)
    .filter(Boolean)
    .slice(0, 6)
  const has = (contains: string) => ({ contains: contains.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const })
  const matches = words.map((word) => ({
    OR: [
      { name: has(word) },
      { title: has(word) },
      { workplace: has(word) },
      { account: { is: { email: has(word) } } },
    ],
  }))
  return { AND: [{ organisationId }, visible(context, { organisationId }), ...matches] }
}

/** Those of the caller's organisation who have one of these addresses. */
export const peopleByAddress = <Selection extends object>(
  context: Context,
  selection: Selection,
  { organisationId }: Viewer,
  emails: string[],
) =>
  context.db.person.findMany({
    ...selection,
    where: {
      AND: [visible(context, { organisationId }), { account: { is: { organisationId, email: { in: emails } } } }],
    },
  })

/** Writes in the log what the caller has just done to people; those can read it. */
export const audited = (
  { db }: Context,
  { personId: actorId, organisationId }: Viewer,
  act: AdminAct,
  personIds: string[],
  role: OrganisationRole | null = null,
) =>
  db.auditEntry.createMany({
    data: personIds.map((personId) => ({ organisationId, actorId, act, personId, role })),
  })

/** Changes of people's roles and places in one organisation happen one after the other, so that each sees the one before. */
const oneAtATime = ({ db }: Context, organisationId: string) =>
  db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`people:${organisationId}`}, 0))`

/** Somebody of the caller's organisation; throws not-found for everybody else. */
export const loadPerson = <Selection extends object>(
  context: Context,
  selection: Selection,
  { organisationId }: Viewer,
  id: string,
) =>
  context.db.person.findFirstOrThrow({
    ...selection,
    where: { AND: [{ id }, { organisationId }, visible(context, { organisationId })] },
  })

/**
 * Adds people to the caller's organisation. Those whose address is in it already stay as they are. Adds nobody and throws
 * {@link EmailTaken} when an address belongs to another organisation.
 */
export async function addPeople(
  context: Context,
  people: readonly NewPerson[],
): Promise<{ addedIds: string[]; alreadyHere: string[] }> {
  const viewer = demandAdmin(context)
  const { db } = context
  const { organisationId } = viewer
  await oneAtATime(context, organisationId)
  const emails = people.map(({ email }) => email)
  const here = await db.account.findMany({ where: { organisationId, email: { in: emails } }, select: { email: true } })
  const alreadyHere = here.map(({ email }) => email)
  const added = people
    .filter(({ email }) => !alreadyHere.includes(email))
    .map((person) => ({ ...person, id: crypto.randomUUID() }))
  const persons = added.map(({ id, name, title, workplace }) => ({
    id,
    organisationId,
    name,
    title: title ?? '',
    workplace: workplace ?? '',
  }))
  await db.person.createMany({ data: persons })
  const accounts = await db.account.createManyAndReturn({
    data: added.map(({ id: personId, email }) => ({ personId, organisationId, email, locale: viewer.locale })),
    skipDuplicates: true,
    select: { email: true },
  })
  const made = new Set(accounts.map(({ email }) => email))
  const taken = added.map(({ email }) => email).filter((email) => !made.has(email))
  if (taken.length > 0) throw new EmailTaken(taken)
  await db.position.createMany({
    data: added.map(({ id: personId, managementLevel }) => ({ personId, organisationId, managementLevel })),
  })
  const addedIds = added.map(({ id }) => id)
  await audited(context, viewer, 'addedPeople', addedIds)
  return { addedIds, alreadyHere }
}

const activeAdmins = async ({ db }: Context, organisationId: string) => {
  const active = { person: { position: { is: { deactivatedAt: null } } } }
  const rows = await db.personRole.findMany({
    where: { organisationId, role: 'admin', ...active },
    select: { personId: true },
  })
  return rows.map(({ personId }) => personId)
}

/**
 * Gives or takes a role. Whoever loses that of consultant loses with it, at once, her access to the networks that she
 * facilitates, and their members read so in the log; what was agreed with them stands, should she get it back. Throws
 * LastAdmin rather than leave the organisation without an administrator.
 */
export async function changeRole<Selection extends object>(
  context: Context,
  selection: Selection,
  id: string,
  role: OrganisationRole,
  given: boolean,
) {
  const viewer = demandAdmin(context)
  const { organisationId } = viewer
  demandStepUp(context)
  await oneAtATime(context, organisationId)
  const { id: personId } = await loadPerson(context, { select: { id: true } }, viewer, id)
  if (role === 'admin' && !given) checkAdminRemains(await activeAdmins(context, organisationId), personId)
  const changed = given
    ? await context.db.personRole.createMany({ data: [{ personId, organisationId, role }], skipDuplicates: true })
    : { count: await context.db.personRole.count({ where: { personId, role } }) }
  if (changed.count > 0) await audited(context, viewer, given ? 'gaveRole' : 'tookRole', [personId], role)
  if (!given) await context.db.personRole.deleteMany({ where: { personId, organisationId, role } })
  return loadPerson(context, selection, viewer, id)
}

/**
 * Shuts a person out, or lets her in again. Her sessions end in the same transaction. Throws LastAdmin, and
 * {@link NotYourself} for the caller herself.
 */
export async function setActive<Selection extends object>(
  context: Context,
  selection: Selection,
  id: string,
  active: boolean,
) {
  const viewer = demandAdmin(context)
  const { organisationId } = viewer
  demandStepUp(context)
  await oneAtATime(context, organisationId)
  const { id: personId } = await loadPerson(context, { select: { id: true } }, viewer, id)
  if (!active && personId === viewer.personId) throw new NotYourself()
  if (!active) checkAdminRemains(await activeAdmins(context, organisationId), personId)
  const { count } = await context.db.position.updateMany({
    where: { personId, organisationId, deactivatedAt: active ? { not: null } : null },
    data: { deactivatedAt: active ? null : context.now, version: { increment: 1 } },
  })
  if (count > 0) await audited(context, viewer, active ? 'reactivatedPerson' : 'deactivatedPerson', [personId])
  return loadPerson(context, selection, viewer, id)
}

/**
 * Writes a person's level and manager. Throws OwnManager or ReportingCycle for a line that leads back to her,
 * {@link UnknownManager} for somebody of another organisation, and {@link Stale} when it was changed meanwhile.
 */
export async function savePosition(
  context: Context,
  id: string,
  { managementLevel, managerId }: Position,
  version: number,
): Promise<void> {
  const viewer = demandAdmin(context)
  const { db } = context
  const { organisationId } = viewer
  await oneAtATime(context, organisationId)
  const { id: personId } = await loadPerson(context, { select: { id: true } }, viewer, id)
  if (managerId) {
    if ((await db.person.count({ where: { id: managerId, organisationId } })) === 0) throw new UnknownManager()
    checkManager(personId, managerId, await managersAbove(context, managerId))
  }
  const where = { personId, organisationId, version }
  const { count } = await db.position.updateMany({
    where,
    data: { managementLevel, managerId, version: { increment: 1 } },
  })
  if (count === 0)
    throw new Stale(
      version,
      (await db.position.findFirstOrThrow({ where: { personId }, select: { version: true } })).version,
    )
  await audited(context, viewer, 'changedPosition', [personId])
}

/** Everybody from a person up, each with the manager above. */
async function managersAbove({ db }: Context, personId: string): Promise<Map<string, string | null>> {
  const rows = await db.$queryRaw<{ person_id: string; manager_id: string | null }[]>`
    WITH RECURSIVE above AS (
      SELECT person_id, manager_id FROM "position" WHERE person_id = ${personId}::uuid
      UNION SELECT p.person_id, p.manager_id FROM above JOIN "position" p ON p.person_id = above.manager_id)
    SELECT person_id, manager_id FROM above`
  return new Map(rows.map(({ person_id, manager_id }) => [person_id, manager_id]))
}

/** Somebody who is in a network together with her own manager. The name of another organisation's network is withheld. */
export type PairInNetwork = { networkId: string; networkName: string | null; reportId: string; managerId: string }

/**
 * Networks that break the hard rule "nobody together with her own manager", as far as the caller keeps them: for an
 * administrator where her people are concerned, for a consultant in her networks. Asked again whenever somebody's place
 * changes, since nobody is put out of a network by the app.
 */
export async function reportingPairs(
  context: Context,
  of: { personId: string } | { networkIds: string[] },
): Promise<PairInNetwork[]> {
  const personId = 'personId' in of ? of.personId : null
  const networkIds = 'networkIds' in of ? of.networkIds : null
  const rows = await context.db.$queryRaw<
    { network_id: string; network_name: string | null; report_id: string; manager_id: string }[]
  >`
    SELECT * FROM app.reporting_pairs(${personId}::uuid, ${networkIds}::uuid[])`
  return rows.map((row) => ({
    networkId: row.network_id,
    networkName: row.network_name,
    reportId: row.report_id,
    managerId: row.manager_id,
  }))
}
