import type { BrowserContext, Page, Request, Response } from 'playwright-core'
import type { Held } from './database-bytes.ts'

/** Keeps every request, answer and frame of a browser from now on. `bytes` answers them, when they have all arrived. */
export function watchTraffic(context: BrowserContext) {
  const held: Promise<Held[]>[] = []
  const hold = (arriving: Promise<Held[]>) => {
    // What cannot be read is said when all of it is asked for, and not to nobody before.
    arriving.catch(() => {})
    held.push(arriving)
  }
  const note = (place: string, name: string, ...parts: (string | Uint8Array | null)[]) =>
    parts.flatMap((part) => (part ? [{ place, name, bytes: typeof part === 'string' ? Buffer.from(part) : part }] : []))

  const asked = async (request: Request) => [
    ...note('addresses and headers', request.url(), request.url(), JSON.stringify(await request.allHeaders())),
    ...note('request bodies', request.url(), request.postDataBuffer()),
  ]
  const answered = async (response: Response) => {
    const name = response.url()
    const head = note('addresses and headers', name, JSON.stringify(await response.allHeaders()))
    const isBare = response.status() >= 300 && response.status() < 400
    // What the service worker kept beside the page has no body of its own; everything that the API says has one.
    const body = isBare ? null : await response.body().catch((fault) => (isOfApi(name) ? Promise.reject(fault) : null))
    return [...head, ...note('response bodies', name, body)]
  }
  context.on('request', (request) => hold(asked(request)))
  context.on('response', (response) => hold(answered(response)))
  const hear = (page: Page) =>
    page.on('websocket', (socket) => {
      const said = ({ payload }: { payload: string | Buffer }) =>
        hold(Promise.resolve(note('web sockets', socket.url(), payload)))
      socket.on('framesent', said)
      socket.on('framereceived', said)
    })
  context.on('page', hear)
  context.pages().forEach(hear)
  return { bytes: async () => (await Promise.all(held)).flat() }
}

const isOfApi = (url: string) => new URL(url).pathname === '/graphql'

/** What a page's origin keeps in the browser: every value of every store, as text and as bytes; and its cookies. */
export async function storedBytes(page: Page): Promise<Held[]> {
  const held = await page.evaluate(async () => {
    const kept: { place: string; name: string; bytes: Uint8Array }[] = []
    const keep = (place: string, name: string, ...values: unknown[]) => {
      for (const bytes of values.flatMap(bytesIn)) kept.push({ place, name, bytes })
    }
    function bytesIn(value: unknown): Uint8Array[] {
      if (typeof value === 'string') return [new TextEncoder().encode(value)]
      if (value instanceof ArrayBuffer) return [new Uint8Array(value)]
      if (ArrayBuffer.isView(value)) return [new Uint8Array(value.buffer, value.byteOffset, value.byteLength)]
      if (value instanceof Map || value instanceof Set) return [...value].flatMap(bytesIn)
      if (typeof value === 'object' && value !== null) return Object.entries(value).flat().flatMap(bytesIn)
      return [new TextEncoder().encode(String(value))]
    }
    const asked = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })

    for (const { name = '' } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store)
        keep('IndexedDB', `${name} ${store}`, name, ...(await asked(rows.getAllKeys())))
        keep('IndexedDB', `${name} ${store}`, ...(await asked(database.transaction(store).objectStore(store).getAll())))
      }
      database.close()
    }
    keep('localStorage', '', JSON.stringify({ ...localStorage }), { ...localStorage })
    keep('sessionStorage', '', JSON.stringify({ ...sessionStorage }), { ...sessionStorage })
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const answer = await cache.match(request)
        keep('Cache Storage', request.url, request.url, [...(answer?.headers ?? [])], await answer?.arrayBuffer())
      }
    }
    return kept
  })
  const cookies = JSON.stringify(await page.context().cookies())
  return [...held, { place: 'cookies', name: '', bytes: Buffer.from(cookies) }]
}

/** What a page still shows or remembers: its text and markup, title, address, fields, and the addresses that it asked. */
export async function shownBytes(page: Page): Promise<Held[]> {
  const shown = await page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value)
    const addresses = performance.getEntries().map(({ name }) => name)
    const markup = document.documentElement.outerHTML
    return JSON.stringify([document.title, location.href, name, history.state, fields, addresses, markup])
  })
  return [{ place: 'page', name: page.url(), bytes: Buffer.from(shown) }]
}
