import { expose, type ProxyMarked, proxy } from 'comlink'
import type { JointDesk } from './account/joint-desk.ts'
import { VaultDesk } from './account/vault-desk.ts'
import type { Documents } from './account/vault-documents.ts'
import { openVaultStore } from './account/vault-store.ts'
import { FeedbackDesk } from './feedback/feedback-desk.ts'
import { JournalDesk } from './journal/journal-desk.ts'

export interface VaultRoom {
  readonly desk: VaultDesk & ProxyMarked
  readonly documents: Documents & ProxyMarked
  readonly shared: JointDesk & ProxyMarked
  readonly journal: JournalDesk & ProxyMarked
  readonly feedback: FeedbackDesk & ProxyMarked
}

/** What the page can ask of the worker that holds the keys. One worker serves one person, and ends when it is locked. */
const worker = {
  async start(personId: string): Promise<VaultRoom & ProxyMarked> {
    const desk = new VaultDesk(await openVaultStore(personId), personId)
    return proxy({
      desk: proxy(desk),
      documents: proxy(desk.documents),
      shared: proxy(desk.shared),
      journal: proxy(new JournalDesk(desk.documents)),
      feedback: proxy(new FeedbackDesk(personId, desk, desk.documents)),
    })
  },
}

export type VaultWorker = typeof worker

expose(worker)
