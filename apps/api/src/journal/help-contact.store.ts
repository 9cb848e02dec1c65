import { Stale } from '@lederkreds/domain/errors'
import {
  defaultHelpContacts,
  type HelpContact,
  type HelpContactLists,
  helpContactLists,
} from '@lederkreds/domain/journal/help-contact'
import type { Locale } from '@lederkreds/domain/text'
import { type Context, signedIn, visible } from '../context.ts'
import type { Viewer } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'

/** Whom the caller's organisation names to talk to. */
export interface HelpContactList {
  /** 0 until somebody has written one. */
  readonly version: number
  /** The product's own list, since the organisation has none. */
  readonly isDefault: boolean
  readonly contacts: Readonly<Record<Locale, readonly HelpContact[]>>
}

/** The list of the caller's own organisation, never empty. */
export async function helpContactList(context: Context): Promise<HelpContactList> {
  const { organisationId } = signedIn(context)
  const row = await context.db.helpContactList.findFirst({ where: visible(context, { organisationId }) })
  const own = row?.lists ? helpContactLists.parse(row.lists) : null
  return { version: row?.version ?? 0, isDefault: own === null, contacts: own ?? defaultHelpContacts }
}

/**
 * Keeps the organisation's own list, or with null goes back to the product's, and writes in the log who did, which everybody
 * in the organisation can read. Throws {@link Stale} when it is no longer at the version that was edited.
 */
export async function saveHelpContacts(
  context: Context,
  { organisationId, personId: actorId }: Viewer,
  version: number,
  lists: HelpContactLists | null,
): Promise<HelpContactList> {
  const { db } = context
  const json = lists ?? Prisma.DbNull
  const { count } =
    version === 0
      ? await db.helpContactList.createMany({ data: [{ organisationId, lists: json }], skipDuplicates: true })
      : await db.helpContactList.updateMany({
          where: { organisationId, version },
          data: { lists: json, version: { increment: 1 } },
        })
  const saved = await helpContactList(context)
  if (count === 0) throw new Stale(version, saved.version)
  const act = lists ? 'changedHelpContacts' : 'resetHelpContacts'
  await db.auditEntry.createMany({ data: [{ organisationId, actorId, act }] })
  return saved
}
