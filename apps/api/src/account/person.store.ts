import { mayLookUpPeople, type Preferences, type Profile } from '@lederkreds/domain/account/person'
import { Stale } from '@lederkreds/domain/errors'
import { type Context, networksSeen, visible } from '../context.ts'
import type { Viewer } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'

type Asking = Pick<Context, 'codeWall' | 'viewer' | 'standing'>

const nobody = { id: { in: [] as string[] } }

/**
 * Herself, whom she meets in her networks, whom she has asked for feedback, and for administrators and consultants
 * everybody in their organisation.
 */
export function seenPerson(context: Asking): Prisma.PersonWhereInput {
  const { viewer } = context
  if (!viewer) return visible(context, nobody)
  const inside = { networkId: { in: networksSeen(context) } }
  return visible(context, {
    OR: [
      { id: viewer.personId },
      ...(viewer.isAdmin || viewer.isConsultant ? [{ organisationId: viewer.organisationId }] : []),
      { memberships: { some: inside } },
      { consultancies: { some: inside } },
      { sentInvitations: { some: inside } },
      askedBy(viewer),
    ],
  })
}

/** Whom somebody has asked for feedback: what they gave stays hers, and who it is from, after either of them has left. */
export const askedBy = ({ personId }: Viewer): Prisma.PersonWhereInput => ({
  feedbackAsked: { some: { cycle: { receiverId: personId } } },
})

/** Her own organisation, those that own her networks, and those of the people whom she meets there. */
export function seenOrganisation(context: Asking): Prisma.OrganisationWhereInput {
  const { viewer } = context
  if (!viewer) return visible(context, nobody)
  return visible(context, {
    OR: [
      { id: viewer.organisationId },
      { networks: { some: { id: { in: networksSeen(context) } } } },
      { people: { some: seenPerson(context) } },
    ],
  })
}

/** Roles that the caller may know of: her own, and as an administrator those in her organisation. */
export function seenRoles(context: Asking): Prisma.PersonRoleWhereInput {
  const { viewer } = context
  if (!viewer) return visible(context, { personId: { in: [] } })
  return visible(context, {
    OR: [{ personId: viewer.personId }, ...(viewer.isAdmin ? [{ organisationId: viewer.organisationId }] : [])],
  })
}

/** Whether the caller may know a person's address and place in the organisation. */
export const looksUp = ({ codeWall, viewer }: Asking, { organisationId }: { organisationId: string }): boolean =>
  !codeWall || (viewer !== null && mayLookUpPeople(viewer, organisationId))

export const loadViewer = <Selection extends object>({ db }: Context, selection: Selection, { personId }: Viewer) =>
  db.person.findFirstOrThrow({ ...selection, where: { id: personId } })

/** Writes the caller's own profile. Throws {@link Stale} when it was saved elsewhere since the caller read `version`. */
export async function saveProfile<Selection extends object>(
  context: Context,
  selection: Selection,
  viewer: Viewer,
  profile: Profile,
  version: number,
) {
  const { name, title, workplace } = profile
  const data = { name, title: title ?? '', workplace: workplace ?? '', version: { increment: 1 } }
  const { count } = await context.db.person.updateMany({ where: { id: viewer.personId, version }, data })
  const saved = await loadViewer(context, selection, viewer)
  if (count === 0) throw new Stale(version, await versionOf(context, viewer))
  return saved
}

const versionOf = async ({ db }: Context, { personId }: Viewer) =>
  (await db.person.findFirstOrThrow({ where: { id: personId }, select: { version: true } })).version

/** Writes how the caller wants the app. */
export async function savePreferences<Selection extends object>(
  context: Context,
  selection: Selection,
  viewer: Viewer,
  preferences: Preferences,
) {
  const { personId } = viewer
  await context.db.account.updateMany({ where: { personId }, data: { ...preferences, version: { increment: 1 } } })
  return loadViewer(context, selection, viewer)
}
