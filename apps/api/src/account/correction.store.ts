import { AddressTaken, OwnEmail, type Profile } from '@lederkreds/domain/account/person'
import { Stale } from '@lederkreds/domain/errors'
import { type Context, demandStepUp } from '../context.ts'
import type { Viewer } from '../db.ts'
import { audited, demandAdmin, loadPerson } from './people.store.ts'

/** Writes name, title and workplace of somebody whom the caller administers; she can read that it was done. Throws {@link Stale}. */
export async function correctProfile<Selection extends object>(
  context: Context,
  selection: Selection,
  id: string,
  { name, title, workplace }: Profile,
  version: number,
) {
  const viewer = demandAdmin(context)
  const person = await loadPerson(context, { select: { id: true, version: true } }, viewer, id)
  await renew(context, viewer, person, version, { name, title: title ?? '', workplace: workplace ?? '' })
  await audited(context, viewer, 'changedProfile', [person.id])
  return loadPerson(context, selection, viewer, id)
}

/**
 * Writes the address of somebody whom the caller administers: nobody proves it, so it is in the log that she reads, and
 * her old address is told. Throws {@link OwnEmail}, {@link AddressTaken} and {@link Stale}.
 */
export async function correctEmail<Selection extends object>(
  context: Context,
  selection: Selection,
  id: string,
  email: string,
  version: number,
) {
  const viewer = demandAdmin(context)
  demandStepUp(context)
  const person = await loadPerson(context, { select: { id: true, version: true } }, viewer, id)
  if (person.id === viewer.personId) throw new OwnEmail()
  await renew(context, viewer, person, version, {})
  const [moved] = await context.db.$queryRaw<{ outcome: string }[]>`
    SELECT app.correct_email(${person.id}::uuid, ${email}) AS outcome`
  if (moved?.outcome !== 'ok') throw new AddressTaken()
  await audited(context, viewer, 'changedEmail', [person.id])
  return loadPerson(context, selection, viewer, id)
}

type Change = { name?: string; title?: string; workplace?: string }

async function renew(
  { db }: Context,
  { organisationId }: Viewer,
  { id, version: theirs }: { id: string; version: number },
  version: number,
  change: Change,
): Promise<void> {
  const { count } = await db.person.updateMany({
    where: { id, organisationId, version },
    data: { ...change, version: { increment: 1 } },
  })
  if (count === 0) throw new Stale(version, theirs)
}
