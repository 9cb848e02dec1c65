import type { JournalDocument } from '@lederkreds/domain/journal/document'
import type { Vault } from '@lederkreds/sealing/vault'
import type { ReadyItem } from './seed-sealed.ts'

/** Documents of a journal as their writer's browser would send them, for `seed.sealedItem`. */
export const sealedJournal = (vault: Vault, documents: readonly JournalDocument[]): Promise<ReadyItem[]> =>
  Promise.all(
    documents.map(async (document) => {
      const id = crypto.randomUUID()
      const kind = document.type === 'caseNote' ? 'caseNote' : 'journal'
      const { envelope, keys } = await vault.seal({
        document,
        about: { kind, itemId: id, version: 1, networkId: null },
      })
      const wrapped = keys[0]?.wrapped
      if (!wrapped) throw new Error('Sealed to nobody.')
      return { id, kind, envelope, wrapped, ...(document.type !== 'preferences' && { createdOn: document.day }) }
    }),
  )
