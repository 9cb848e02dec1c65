import { expose, proxy } from 'comlink'
import { VaultDesk } from './account/vault-desk.ts'
import { openVaultStore } from './account/vault-store.ts'

/** What the page can ask of the worker that holds the keys. One worker serves one person, and ends when it is locked. */
const worker = {
  async start(personId: string) {
    return proxy(new VaultDesk(await openVaultStore(personId), personId))
  },
}

export type VaultWorker = typeof worker

expose(worker)
