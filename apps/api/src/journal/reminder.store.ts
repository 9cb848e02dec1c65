import { Stale } from '@lederkreds/domain/errors'
import type { Reminder } from '@lederkreds/domain/journal/reminder'
import type { Context } from '../context.ts'
import type { Viewer } from '../db.ts'

/**
 * Keeps when the caller wants to be reminded. Throws {@link Stale} when that is no longer at the version that was changed;
 * 0 is none.
 */
export async function saveReminder(
  { db, now }: Context,
  { personId }: Viewer,
  { hour, weekends }: Reminder,
  version: number,
): Promise<void> {
  const chosen = { hour, weekends, changedAt: now }
  const { count } =
    version === 0
      ? await db.reminder.createMany({ data: [{ personId, ...chosen }], skipDuplicates: true })
      : await db.reminder.updateMany({
          where: { personId, version },
          data: { ...chosen, version: { increment: 1 } },
        })
  if (count > 0) return
  const current = await db.reminder.findFirst({ where: { personId }, select: { version: true } })
  throw new Stale(version, current?.version ?? 0)
}

/** Ends the caller's reminder; nothing is left that says she had one. */
export const removeReminder = ({ db }: Context, { personId }: Viewer) => db.reminder.deleteMany({ where: { personId } })
