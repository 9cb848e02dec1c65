import { randomUUID } from 'node:crypto'
import type { About } from '@lederkreds/sealing/about'
import { canonicalAbout } from '@lederkreds/sealing/about'
import { makeAccountKey, openAccountKey } from '@lederkreds/sealing/account-key'
import { type Bytes, systemRandom } from '@lederkreds/sealing/bytes'
import { type IdentityEntry, makeIdentity } from '@lederkreds/sealing/identity'
import { sealItem } from '@lederkreds/sealing/item'
import { itemKeyLength, wrapForRecipient } from '@lederkreds/sealing/item-key'
import type { Vault } from '@lederkreds/sealing/vault'

/** What somebody may have written in her journal on a day, in one line. */
export const entryOf = (day: string, trigger: string) => ({
  ...{ type: 'entry', format: 1, day, writtenAt: `${day}T09:00:00+01:00`, trigger },
  ...{ did: null, helped: null, bodyText: null, text: null, stressors: [], bodySignals: [], conflictOf: null },
  ...{ demands: null, influence: null, support: null, sleep: null },
  recovery: { relax: null, detach: null, learn: null, choose: null },
})

/** The first version of a line in her journal, sealed as her own browser would. */
export async function sealEntry(vault: Vault, day: string, trigger: string) {
  const id = randomUUID()
  const about = { kind: 'journal', itemId: id, version: 1, networkId: null } as const
  const { envelope, keys } = await vault.seal({ document: entryOf(day, trigger), about })
  const wrapped = keys[0]?.wrapped
  if (!wrapped) throw new Error('nobody can open it')
  return { id, envelope, wrapped, createdOn: day }
}

/** What a server can make that knows only public keys: an entry in her name, sealed to her, signed by keys of its own. */
export async function forgeEntry(her: IdentityEntry, itemId: string, version: number, trigger: string) {
  const account = await openAccountKey(makeAccountKey())
  const { keys: author } = await makeIdentity({ personId: her.personId, account })
  const about: About = { kind: 'journal', itemId, version, authorId: her.personId, networkId: null }
  let itemKey: Bytes | undefined
  const random = (length: number) => {
    const bytes = systemRandom(length)
    if (length === itemKeyLength) itemKey ??= bytes.slice()
    return bytes
  }
  const document = entryOf('2026-11-25', trigger)
  const { envelope } = await sealItem({ document, about, self: account, author, recipients: [], random })
  if (!itemKey) throw new Error('no key was made')
  return { envelope, wrappedKey: await wrapForRecipient(itemKey, canonicalAbout(about), her) }
}
