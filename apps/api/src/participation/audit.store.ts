import { type Context, networksSeen, signedIn, visible } from '../context.ts'
import type { Prisma } from '../generated/prisma/client.ts'

/**
 * The acts of administrators that the caller may read of: all in her organisation if she administers it; else those about
 * herself, about a network that she is in, about all networks of an organisation whose network she is in, or about what
 * everybody in her organisation reads.
 */
export function seenAuditEntries(context: Context): Prisma.AuditEntryWhereInput {
  const { isAdmin, organisationId, personId } = signedIn(context)
  const networks = networksSeen(context)
  return visible(context, {
    OR: [
      ...(isAdmin ? [{ organisationId }] : []),
      { personId },
      { networkIds: { hasSome: networks } },
      {
        act: 'exportedParticipation',
        networkIds: { isEmpty: true },
        organisation: { networks: { some: { id: { in: networks } } } },
      },
      { act: { in: ['changedHelpContacts', 'resetHelpContacts'] }, organisationId },
    ],
  })
}

/** The newest first; ids grow with time. */
export const loadAuditEntries = <Selection extends object>(context: Context, selection: Selection) =>
  context.db.auditEntry.findMany({ ...selection, where: seenAuditEntries(context), orderBy: { id: 'desc' } })
