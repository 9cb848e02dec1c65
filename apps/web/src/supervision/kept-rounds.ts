import { inOrder, type RoundEvent, type RoundSetup } from '@lederkreds/domain/supervision/round'
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb'
import { nameOfKeptRounds } from '../last-person.ts'
import type { NumberedEvent, RoundLog } from './round-engine.ts'

/** What a page must know of a round besides what happens in it. Ids as the API says them. */
export interface RoundAbout {
  readonly roundId: string
  readonly viewerId: string
  readonly takesPart: boolean
  readonly isConvenor: boolean
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

/**
 * Of what is still to be handed in only what was done by whoever the round is kept for: a device can have held somebody
 * else. Throws what IndexedDB throws where a browser keeps nothing.
 */
export async function keptRound(roundId: string): Promise<KeptRound | null> {
  const db = await open()
  const about = await db.get('about', roundId)
  const kept = await db.getAllFromIndex('event', 'roundId', roundId)
  if (!about) return null
  return {
    about,
    events: kept.flatMap(({ event, seq }) => (seq === null ? [] : [{ ...event, seq }])),
    unsent: inOrder(kept.flatMap((one) => (isUnsentOf(about.viewerId, one) ? [one.event] : []))),
  }
}

const isUnsentOf = (personId: string, { event, seq }: KeptEvent): boolean => seq === null && event.by === personId

/**
 * The round that is open now, for whoever opens it: whether it is over cannot be told of those that were left, so they go
 * when nothing of hers in them is still to be handed in, and all that was somebody else's.
 */
export async function keepAbout(about: RoundAbout): Promise<void> {
  const transaction = (await open()).transaction(['about', 'event'], 'readwrite')
  await letGo(transaction, about.viewerId, about.roundId)
  await transaction.objectStore('about').put(about)
  await transaction.done
}

/** To be called when somebody else holds the device now: nothing stays of rounds that were kept for others. */
export async function forgetOthers(viewerId: string): Promise<void> {
  const transaction = (await open()).transaction(['about', 'event'], 'readwrite')
  await letGo(transaction, viewerId)
  await transaction.done
}

type Keeping = IDBPTransaction<RoundsSchema, ('about' | 'event')[], 'readwrite'>

async function letGo(transaction: Keeping, viewerId: string, openId?: string): Promise<void> {
  const [abouts, events] = [transaction.objectStore('about'), transaction.objectStore('event')]
  const [rounds, kept] = [await abouts.getAll(), await events.getAll()]
  const waits = (id: string) => kept.some((one) => one.roundId === id && isUnsentOf(viewerId, one))
  const mine = rounds.filter((about) => about.viewerId === viewerId).map(({ roundId }) => roundId)
  const staying = new Set(mine.filter((id) => id === openId || waits(id)))
  for (const { roundId } of rounds) if (!staying.has(roundId)) await abouts.delete(roundId)
  for (const one of kept) {
    const stays = one.seq === null ? isUnsentOf(viewerId, one) : staying.has(one.roundId)
    if (!stays) await events.delete(one.id)
  }
}

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
