import { Locked } from '@lederkreds/sealing/faults'
import { type ProxyMarked, proxy, type Remote, releaseProxy, wrap } from 'comlink'
import type { VaultRoom, VaultWorker } from '../vault-worker.ts'
import type { Change } from './vault-documents.ts'

/** The worker's side of the vault: the desk with the keys, and the documents. */
export type Room = Remote<VaultRoom>

const ends = new WeakMap<Room, Promise<never>>()

/** What is asked of a worker is never answered once it has ended; this throws `Locked` then. */
export async function untilEnded<Result>(room: Room, work: Promise<Result>): Promise<Result> {
  const ended = ends.get(room)
  return ended ? Promise.race([work, ended]) : work
}

/** One worker at a time, started when it is needed; everything in it is gone when it ends. */
export class RoomKeeper {
  readonly #personId: string
  readonly #onChange: ((ids: readonly string[], from: Change) => void) & ProxyMarked
  #starting: Promise<Room> | undefined
  #room: Room | undefined
  #end: (() => void) | undefined
  #ended: Promise<never> | undefined

  constructor(personId: string, onChange: (ids: readonly string[], from: Change) => void) {
    this.#personId = personId
    this.#onChange = proxy(onChange)
  }

  /** The worker while it runs. */
  get running(): Room | undefined {
    return this.#room
  }

  /** Throws `Locked` when it is ended before it has started. */
  start(): Promise<Room> {
    this.#starting ??= this.#start()
    return this.#starting
  }

  /** The same for the worker that runs now, or that is being started. */
  async untilEnded<Result>(work: Promise<Result>): Promise<Result> {
    return this.#ended ? Promise.race([work, this.#ended]) : work
  }

  end(): void {
    this.#room?.[releaseProxy]()
    this.#end?.()
    this.#end = this.#ended = this.#room = this.#starting = undefined
  }

  async #start(): Promise<Room> {
    const worker = new Worker(new URL('../vault-worker.ts', import.meta.url), { type: 'module', name: 'vault' })
    const ended = new Promise<never>((_resolve, reject) => {
      this.#end = () => [worker.terminate(), reject(new Locked())]
    })
    ended.catch(() => {})
    this.#ended = ended
    const start = async () => {
      const room = (await wrap<VaultWorker>(worker).start(this.#personId)) as unknown as Room
      await room.documents.onChange(this.#onChange)
      return room
    }
    const room = await Promise.race([start(), ended])
    ends.set(room, ended)
    this.#room = room
    return room
  }
}
