import type { JournalDocument } from '@lederkreds/domain/journal/document'
import { journalWeeks } from '@lederkreds/testing/journal-weeks'
import { load } from '@lederkreds/testing/load'
import { longEntries } from '@lederkreds/testing/long-entries'
import { sealedJournal } from '@lederkreds/testing/sealed-journal'
import { sealedKeys } from '@lederkreds/testing/sealed-keys'
import { Seed } from '@lederkreds/testing/seed'
import { type Bed, withClient } from './bed.ts'

export const passphrase = 'fire grønne cykler venter'

/** Somebody with keys and a journal: her session's token, and how many documents are in it. */
export type Writer = { personId: string; token: string; documents: number }
export type JournalName = 'month' | 'thousand' | 'threeYears' | 'blank'

const today = () => new Date().toLocaleDateString('sv', { timeZone: 'Europe/Copenhagen' })

/** Four people with real keys, whose journals are sealed as their browsers would; they are gone with {@link removeWriters}. */
export async function addWriters({ ownerUrl, large }: Bed): Promise<Record<JournalName, Writer>> {
  const seed = new Seed()
  const write = async (name: string, documents: readonly JournalDocument[]): Promise<Writer> => {
    const person = seed.person(large.organisation, { name })
    const keys = await sealedKeys(person, { passphrase })
    seed.keys(person, keys)
    for (const item of await sealedJournal(keys.vault, documents)) seed.sealedItem(person, item)
    return { personId: person.id, token: seed.session(person), documents: documents.length }
  }
  const writers = {
    month: await write('Måned', journalWeeks(today(), 4)),
    thousand: await write('Tusind', longEntries(today(), 1000)),
    threeYears: await write('Treår', journalWeeks(today(), 156)),
    blank: await write('Blank', []),
  }
  await load(ownerUrl, seed)
  return writers
}

/** Takes their journals out of the database that the next run uses again. */
export const removeWriters = ({ ownerUrl }: Bed, writers: Record<JournalName, Writer>) =>
  withClient(ownerUrl, async (client) => {
    const ids = [Object.values(writers).map(({ personId }) => personId)]
    await client.query('DELETE FROM sealed_key WHERE owner_id = ANY ($1::uuid[])', ids)
    await client.query('DELETE FROM sealed_item WHERE owner_id = ANY ($1::uuid[])', ids)
    await client.query('VACUUM ANALYZE sealed_key, sealed_item')
  })
