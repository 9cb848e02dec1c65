import type { IdentityEntry } from '@lederkreds/sealing/identity'
import { standingOf } from './trust.ts'
import type { Documents } from './vault-documents.ts'

/**
 * The identities by which an author is believed: after a change only those that were known before it, or, where she is
 * seen for the first time, her first and those that it vouches for. Undefined where none is. Who is seen for the first
 * time is remembered, by the last of these: a server that shows newer ones is then held to what it showed first.
 */
export async function believedEntries(
  documents: Pick<Documents, 'memory' | 'acceptPerson'>,
  personId: string,
  entries: readonly IdentityEntry[],
  today: string,
): Promise<readonly IdentityEntry[] | undefined> {
  const standing = await standingOf(documents.memory, personId, entries)
  switch (standing.state) {
    case 'seen':
    case 'compared':
      if (standing.isNew) await documents.acceptPerson(personId, standing.pin, null, today)
      return entries
    case 'changed': {
      const { known } = standing
      if (known && !documents.memory.pins[personId]) await documents.acceptPerson(personId, known, null, today)
      return entries.filter(({ number }) => number <= (known?.number ?? 0))
    }
    default:
      return undefined
  }
}
