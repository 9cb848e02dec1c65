import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

export type BareTask = 'stretch' | 'decrypt' | 'operations' | 'answers' | 'spin'

/**
 * A page with nothing in it that starts a worker, which does one thing and says how long it took. `own` is a worker of
 * the product's code that keeps to the same two messages.
 */
export async function serveBareWorker(own = '') {
  const argon2 = readFileSync(fileURLToPath(import.meta.resolve('hash-wasm/dist/argon2.umd.min.js')))
  const files: Record<string, [type: string, body: string | Buffer]> = {
    '/': ['text/html', '<!doctype html><title>Bare</title>'],
    '/worker.js': ['text/javascript', bareWorker],
    '/argon2.js': ['text/javascript', argon2],
    '/own.js': ['text/javascript', own],
  }
  const server = createServer(({ url = '' }, response) => {
    const [type, body] = files[url] ?? ['text/plain', '']
    response.writeHead(type === 'text/plain' ? 404 : 200, { 'content-type': type }).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, stop: () => void server.close() }
}

/** In the page: a new worker, ready for its task. */
export const startBareWorker = (task: BareTask | 'own') => {
  const worker = new Worker(task === 'own' ? '/own.js' : '/worker.js')
  const ask = (what: string | null) =>
    new Promise<number>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data)
      worker.onerror = ({ message }) => reject(new Error(message))
      worker.postMessage(what)
    })
  Object.assign(globalThis, { ask })
  return ask(task)
}

/** In the page, afterwards: milliseconds that the task took in the worker. */
export const runBareWorker = () => (globalThis as unknown as { ask: (what: null) => Promise<number> }).ask(null)

/**
 * What the machine allows. `stretch`: hash-wasm's Argon2id as a passphrase is stretched, in a worker that is as new as the
 * app's. `decrypt`: a thousand blocks of 4 KiB under one key. `operations`: all that format v1 asks of WebCrypto for a
 * thousand items: the item's key, the block, a hash, the signature. `answers`: all that it asks for a hundred answers:
 * HPKE's key agreement and derivations, the item's key, a block of 16 KiB. `spin`: nothing but arithmetic.
 */
const bareWorker = `
  importScripts('/argon2.js')
  const many = 1000
  const all = (work) => Promise.all(Array.from({ length: many }, (_, at) => work(at)))
  const random = (length) => crypto.getRandomValues(new Uint8Array(length))
  const aes = (raw) => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
  const gcm = () => ({ name: 'AES-GCM', iv: random(12), additionalData: random(100) })
  const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

  const tasks = {
    stretch: async () => {
      const [password, salt] = [random(30), random(16)]
      const cost = { memorySize: 65536, iterations: 3, parallelism: 1, hashLength: 32, outputType: 'binary' }
      return () => hashwasm.argon2id({ password, salt, ...cost })
    },
    decrypt: async () => {
      const key = await aes(random(32))
      const sealed = await all(async () => {
        const how = gcm()
        return [how, await crypto.subtle.encrypt(how, key, random(4096))]
      })
      return () => all((at) => crypto.subtle.decrypt(sealed[at][0], key, sealed[at][1]))
    },
    operations: async () => {
      const self = await aes(random(32))
      const { privateKey, publicKey } = await crypto.subtle.generateKey(ecdsa, false, ['sign', 'verify'])
      const items = await all(async () => {
        const [raw, wrapping, sealing, block] = [random(32), gcm(), gcm(), random(4096)]
        const wrapped = await crypto.subtle.encrypt(wrapping, self, raw)
        const sealed = await crypto.subtle.encrypt(sealing, await aes(raw), block)
        const signature = await crypto.subtle.sign(ecdsa, privateKey, await crypto.subtle.digest('SHA-256', block))
        return { wrapping, wrapped, sealing, sealed, signature }
      })
      return () => all(async (at) => {
        const { wrapping, wrapped, sealing, sealed, signature } = items[at]
        const key = await aes(await crypto.subtle.decrypt(wrapping, self, wrapped))
        const block = await crypto.subtle.decrypt(sealing, key, sealed)
        const hash = await crypto.subtle.digest('SHA-256', block)
        if (!(await crypto.subtle.verify(ecdsa, publicKey, signature, hash))) throw new Error('Not signed.')
      })
    },
    answers: async () => {
      const curve = { name: 'ECDH', namedCurve: 'P-256' }
      const reader = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
      const answers = await Promise.all(Array.from({ length: 100 }, async () => {
        const { publicKey } = await crypto.subtle.generateKey(curve, true, ['deriveBits'])
        const [point, how, raw, block] = [await crypto.subtle.exportKey('raw', publicKey), gcm(), random(32), gcm()]
        const wrapped = await crypto.subtle.encrypt(how, await aes(raw), random(32))
        return { point, how, raw, wrapped, block, sealed: await crypto.subtle.encrypt(block, await aes(raw), random(16384)) }
      }))
      const mac = async (secret, text) => {
        const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
        return crypto.subtle.sign('HMAC', key, text)
      }
      return () => Promise.all(answers.map(async ({ point, how, raw, wrapped, block, sealed }) => {
        const theirs = await crypto.subtle.importKey('raw', point, curve, false, [])
        let secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, reader.privateKey, 256)
        for (let step = 0; step < 7; step++) secret = await mac(secret, point)
        await crypto.subtle.decrypt(how, await aes(raw), wrapped)
        await crypto.subtle.decrypt(block, await aes(raw), sealed)
      }))
    },
    spin: async () => () => {
      let sum = 0
      for (let turn = 0; turn < 30_000_000; turn++) sum = (sum * 31 + turn) | 0
      return sum
    },
  }

  let run
  onmessage = async ({ data: task }) => {
    if (task) {
      run = await tasks[task]()
      return postMessage(null)
    }
    const start = performance.now()
    await run()
    postMessage(performance.now() - start)
  }`
