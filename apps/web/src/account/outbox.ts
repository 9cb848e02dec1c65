import type { ItemRow, OutboxRow, VaultStore } from './vault-store.ts'

const inLine = (action: OutboxRow['action'], item: ItemRow): OutboxRow => ({
  action,
  requestId: crypto.randomUUID(),
  item,
  sent: false,
  stale: false,
})

/** The newest line about an item. */
export const lastInLine = async (store: VaultStore, id: string): Promise<OutboxRow | undefined> =>
  (await store.getAllFromIndex('outbox', 'item', id)).at(-1)

/**
 * Keeps an item and its line for the server: both or none. `unsent` is the line that the new one replaces. Looks again,
 * since other tabs write here too, and the line may have been sent while this was sealed; then nothing is kept.
 */
export async function keepInLine(store: VaultStore, row: ItemRow, before: number, unsent: OutboxRow | undefined) {
  const transaction = store.transaction(['item', 'outbox'], 'readwrite')
  const [items, outbox] = [transaction.objectStore('item'), transaction.objectStore('outbox')]
  const isElsewhere = ((await items.get(row.id))?.version ?? 0) !== before
  const place = unsent?.place
  const line = place === undefined ? undefined : await outbox.get(place)
  const isSent = place !== undefined && (!line || line.sent)
  if (!isElsewhere && !isSent) {
    await items.put(row)
    await outbox.put({ ...inLine('save', row), ...(place !== undefined && { place }) })
  }
  await transaction.done
  return isElsewhere ? 'writtenElsewhere' : isSent ? 'sentMeanwhile' : 'kept'
}

/** Takes an item off this device and puts its deletion in line; what may not have arrived yet need not be sent. */
export async function deleteInLine(store: VaultStore, row: ItemRow): Promise<void> {
  const transaction = store.transaction(['item', 'outbox'], 'readwrite')
  const outbox = transaction.objectStore('outbox')
  await transaction.objectStore('item').delete(row.id)
  for (const line of await outbox.index('item').getAll(row.id))
    if (line.place !== undefined && !line.sent) await outbox.delete(line.place)
  await outbox.add(inLine('delete', row))
  await transaction.done
}

/** Gives an item's place up to the version that the server has. A deletion stays in line. */
export async function giveUp(store: VaultStore, id: string): Promise<void> {
  const transaction = store.transaction(['item', 'outbox'], 'readwrite')
  const outbox = transaction.objectStore('outbox')
  for (const line of await outbox.index('item').getAll(id))
    if (line.place !== undefined && line.action === 'save') await outbox.delete(line.place)
  await transaction.objectStore('item').delete(id)
  await transaction.done
}
