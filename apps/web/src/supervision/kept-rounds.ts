import { inOrder, type RoundEvent, type RoundSetup } from '@lederkreds/domain/supervision/round'
import type { DBSchema, IDBPDatabase } from 'idb'
import { nameOfKeptRounds } from '../last-person.ts'
import type { NumberedEvent, RoundLog } from './round-engine.ts'

/** What a page must know of a round besides what happens in it. Ids as the API says them. */
export interface RoundAbout {
  readonly roundId: string
  readonly viewerId: string
  readonly takesPart: boolean
  readonly networkId: string
  readonly networkName: string
  readonly stays: 'nothing' | 'focusPerson' | 'group'
  readonly staysUntil: string | null
  readonly setup: RoundSetup
  readonly names: ReadonlyMap<string, string>
  /** By how much the server's clock was ahead when it was looked at last, in milliseconds. */
  readonly ahead: number
}

interface KeptEvent {
  readonly roundId: string
  readonly id: string
  readonly event: RoundEvent
  /** Null for what the server has not heard of yet; its time is the device's then. */
  readonly seq: number | null
}

interface RoundsSchema extends DBSchema {
  about: { key: string; value: RoundAbout }
  event: { key: string; value: KeptEvent; indexes: { roundId: string } }
}

let opened: Promise<IDBPDatabase<RoundsSchema>> | undefined

/** Who takes part, which phases and when: what a device keeps of rounds that are under way, and never a word of them. */
function open(): Promise<IDBPDatabase<RoundsSchema>> {
  opened ??= import('idb').then(({ openDB }) =>
    openDB<RoundsSchema>(nameOfKeptRounds, 1, {
      upgrade(db) {
        db.createObjectStore('about', { keyPath: 'roundId' })
        db.createObjectStore('event', { keyPath: 'id' }).createIndex('roundId', 'roundId')
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      terminated: () => {
        opened = undefined
      },
    }),
  )
  return opened
}

export interface KeptRound {
  readonly about: RoundAbout
  readonly events: readonly NumberedEvent[]
  readonly unsent: readonly RoundEvent[]
}

/** Throws what IndexedDB throws where a browser keeps nothing. */
export async function keptRound(roundId: string): Promise<KeptRound | null> {
  const db = await open()
  const about = await db.get('about', roundId)
  const kept = await db.getAllFromIndex('event', 'roundId', roundId)
  if (!about) return null
  return {
    about,
    events: kept.flatMap(({ event, seq }) => (seq === null ? [] : [{ ...event, seq }])),
    unsent: inOrder(kept.flatMap(({ event, seq }) => (seq === null ? [event] : []))),
  }
}

export const keepAbout = async (about: RoundAbout): Promise<unknown> => (await open()).put('about', about)

/** To be called when a round has ended and the server knows all of it. */
export async function forgetRound(roundId: string): Promise<void> {
  const transaction = (await open()).transaction(['about', 'event'], 'readwrite')
  await transaction.objectStore('about').delete(roundId)
  const events = transaction.objectStore('event')
  for (const id of await events.index('roundId').getAllKeys(roundId)) await events.delete(id)
  await transaction.done
}

export const logOf = (roundId: string): RoundLog => ({
  async add(event) {
    await (await open()).put('event', { roundId, id: event.id, event, seq: null })
  },
  async remove(ids) {
    const transaction = (await open()).transaction('event', 'readwrite')
    for (const id of ids) if ((await transaction.store.get(id))?.seq === null) await transaction.store.delete(id)
    await transaction.done
  },
  /** Nothing of a round that is forgotten: the server tells of its end once more. */
  async keep(events) {
    const transaction = (await open()).transaction(['about', 'event'], 'readwrite')
    const isKept = (await transaction.objectStore('about').getKey(roundId)) !== undefined
    const store = transaction.objectStore('event')
    for (const { seq, ...event } of isKept ? events : []) await store.put({ roundId, id: event.id, event, seq })
    await transaction.done
  },
})
