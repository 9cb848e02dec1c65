import { expose, proxy } from 'comlink'
import { expect, test, vi } from 'vitest'
import { RoomKeeper, untilEnded } from './vault-room.ts'

/** A worker that starts, and answers to nothing that its desk is asked. */
class SilentWorker extends EventTarget {
  readonly #channel = new MessageChannel()
  constructor() {
    super()
    const room = { desk: { problemsOf: () => new Promise(() => {}) }, documents: { onChange: () => {} } }
    expose({ start: () => proxy(room) }, this.#channel.port2)
    this.#channel.port1.onmessage = ({ data, ports }) =>
      this.dispatchEvent(new MessageEvent('message', { data, ports: [...ports] }))
  }
  postMessage(message: unknown, transfer: Transferable[] = []) {
    this.#channel.port1.postMessage(message, transfer)
  }
  terminate() {
    this.#channel.port1.close()
  }
}

test('whoever has asked a worker that ends is told so, also when another has started since', async () => {
  vi.stubGlobal('Worker', SilentWorker)
  const keeper = new RoomKeeper(crypto.randomUUID(), () => {})
  const room = await keeper.start()
  const asked = untilEnded(room, room.desk.problemsOf('a passphrase'))
  const told = expect(asked).rejects.toMatchObject({ name: 'Locked' })
  keeper.end()
  const other = await keeper.start()
  await told
  await expect(untilEnded(other, Promise.resolve('answered'))).resolves.toBe('answered')
  keeper.end()
})
