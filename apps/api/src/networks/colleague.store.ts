import { reportsTo } from '@lederkreds/domain/account/person'
import { type Context, signedIn, visible } from '../context.ts'

/** Somebody of the consultant's own organisation, with what the advice needs to know. */
export type Colleague = {
  readonly personId: string
  readonly name: string
  readonly title: string
  readonly workplace: string
  readonly email: string
  readonly managementLevel: number | null
  /** Everybody above her, own manager first. */
  readonly managers: readonly string[]
}

/** The caller's organisation only: other organisations' people are unknown here. */
const own = (context: Context) => visible(context, { organisationId: signedIn(context).organisationId })

/** The active people with these addresses, with everybody above them. */
export async function colleaguesAt(context: Context, emails: readonly string[]): Promise<Colleague[]> {
  const accounts = await context.db.account.findMany({
    where: { AND: [{ email: { in: [...emails] }, person: { position: { deactivatedAt: null } } }, own(context)] },
    select: { email: true, person: { select: { id: true, name: true, title: true, workplace: true, position: true } } },
    orderBy: { email: 'asc' },
  })
  const managerOf = await managersAbove(
    context,
    accounts.map(({ person }) => person.id),
  )
  return accounts.map(({ email, person: { id, name, title, workplace, position } }) => ({
    personId: id,
    name,
    title,
    workplace,
    email,
    managementLevel: position?.managementLevel ?? null,
    managers: reportsTo(id, managerOf),
  }))
}

/** Who manages whom, for these people and everybody above them: one query a level, and no other people are read. */
async function managersAbove(
  context: Context,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const managerOf = new Map<string, string | null>()
  let next = [...personIds]
  while (next.length > 0) {
    const rows = await context.db.position.findMany({
      where: { AND: [{ personId: { in: next } }, own(context)] },
      select: { personId: true, managerId: true },
    })
    for (const { personId, managerId } of rows) managerOf.set(personId, managerId)
    next = [...new Set(rows.flatMap(({ managerId }) => (managerId && !managerOf.has(managerId) ? [managerId] : [])))]
  }
  return managerOf
}
