import type { Profile } from '@lederkreds/domain/account/person'
import type { Context } from '../context.ts'
import type { Viewer } from '../db.ts'

export const loadViewer = <Selection extends object>({ db }: Context, selection: Selection, { personId }: Viewer) =>
  db.person.findFirstOrThrow({ ...selection, where: { id: personId } })

/** Writes the caller's own profile and settings. */
export async function saveProfile<Selection extends object>({ db }: Context, selection: Selection, { personId }: Viewer, profile: Profile) {
  const { locale, theme, name, title, workplace } = profile
  await db.account.update({ where: { personId }, data: { locale, theme, version: { increment: 1 } }, select: { personId: true } })
  const data = { name, title: title ?? '', workplace: workplace ?? '', version: { increment: 1 } }
  return db.person.update({ ...selection, where: { id: personId }, data })
}
