import type { BrowserContext, Page } from 'playwright-core'

/** A sealed item, a wrap of the account key and a public identity, as the API tells them. */
export interface ToldItem {
  id: string
  kind: string
  version: number
  createdOn: string
  expiresOn: string | null
  envelope: string
  wrappedKey: string
}
export interface ToldWrap {
  id: string
  kind: string
  passkeyId: string | null
  wrapped: string
  version: number
}
export interface ToldEntry {
  number: number
  hpkePublicKey: string
  signingPublicKey: string
  previousHash: string | null
  signature: string
  endorsement: string | null
}

interface ToldAnswer {
  id: string
  envelope: string
  wrappedKey: string
  giver: { id: string; name: string } | null
}

/** What the answers that are lied about hold, as far as a lie changes it. */
export interface Told {
  viewer: {
    /** Heads of her journal: of each kind under its name. */
    journal: { id: string; version: number }[]
    keyWraps: ToldWrap[]
    identity: { number: number; secret: string; entry: ToldEntry } | null
  }
  sealedItems: ToldItem[]
  node: object
  identities: (ToldEntry & { personId: string })[]
  askForFeedback: { __typename: string }
  feedbackCycle: { issuerKey: string | null; ask: { id: string } | null; answers: ToldAnswer[] }
}

/**
 * Makes the answer that the page gets; `honest` asks the real server for its own, and need not be called. A text is sent
 * as a page of HTML; where there is nothing, the connection breaks off.
 */
type Lie = (honest: () => Promise<Told>, variables: Readonly<Record<string, unknown>>) => Promise<unknown>

/**
 * Stands between one browser and the real API: writes down all that the browser sends, and answers what `lies` name (by
 * the operation's name) in its own way. Everything else passes.
 */
export class Between {
  lies: Readonly<Record<string, Lie>> = {}
  /** Whatever left the browser: addresses, headers, bodies, frames of sockets. */
  readonly sent: string[] = []
  /** Names of the operations that were asked for. */
  readonly asked: string[] = []
  /** What went wrong with a lie itself: a test must not take that for a refusal. */
  readonly faults: unknown[] = []
  readonly #names: ReadonlyMap<string, string>

  /** `operations`: the stored operations, text by id. */
  constructor(operations: Readonly<Record<string, string>>) {
    const nameOf = (text: string) => /^\s*(?:query|mutation|subscription)\s+(\w+)/m.exec(text)?.[1] ?? ''
    this.#names = new Map(Object.entries(operations).map(([id, text]) => [id, nameOf(text)]))
  }

  async standBefore(context: BrowserContext): Promise<void> {
    context.on('request', (request) => {
      const body = request.postDataBuffer()?.toString('latin1') ?? ''
      this.sent.push([request.url(), JSON.stringify(request.headers()), body].join('\n'))
    })
    const listen = (page: Page) =>
      page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => this.sent.push(String(payload))))
    for (const page of context.pages()) listen(page)
    context.on('page', listen)
    await context.route('**/graphql', async (route) => {
      const { extensions, variables = {} } = route.request().postDataJSON() ?? {}
      const name = this.#names.get(extensions?.persistedQuery?.sha256Hash) ?? ''
      this.asked.push(name)
      const lie = this.lies[name]
      if (!lie) return route.continue()
      try {
        const data = await lie(async () => (await (await route.fetch()).json()).data, variables)
        if (data === undefined) await route.abort()
        else if (typeof data === 'string') await route.fulfill({ contentType: 'text/html', body: data })
        else await route.fulfill({ contentType: 'application/json', body: JSON.stringify({ data }) })
      } catch (fault) {
        this.faults.push(fault)
        await route.abort()
      }
    })
  }

  /** Names of the secrets that left the browser, in any spelling that {@link spellings} knows. */
  leaked(secrets: Readonly<Record<string, string | Uint8Array>>): string[] {
    const everything = this.sent.join('\n')
    return Object.keys(secrets).filter((name) =>
      spellings(secrets[name] ?? '').some((spelling) => everything.includes(spelling)),
    )
  }
}

/** How a text or bytes might stand in a request: plain, escaped, hex, base64 at any place in other bytes, numbers. */
export function spellings(secret: string | Uint8Array): string[] {
  const bytes = Buffer.from(secret)
  const texts =
    typeof secret === 'string'
      ? [secret, encodeURIComponent(secret), escaped(secret), secret.toLowerCase(), secret.toUpperCase()]
      : []
  const utf16 = typeof secret === 'string' ? [Buffer.from(secret, 'utf16le')] : []
  const numbers = [[...bytes].join(','), [...bytes].map((byte, at) => `"${at}":${byte}`).join(',')]
  const based = [bytes, ...utf16].flatMap((each) => [0, 1, 2].map((place) => inBase64(each, place)))
  const hex = bytes.toString('hex')
  const plain = [bytes.toString('latin1'), hex, hex.toUpperCase(), ...numbers]
  return [...texts, ...plain, ...based, ...based.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))]
}

const escaped = (text: string) =>
  JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(/[^\0-\x7f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The characters of base64 that depend on these bytes alone when so many others stand before them. */
const inBase64 = (bytes: Uint8Array, place: number) => {
  const text = Buffer.concat([new Uint8Array(place), bytes])
    .toString('base64')
    .replaceAll('=', '')
  return text.slice(place === 0 ? 0 : place + 1, (place + bytes.length) % 3 === 0 ? undefined : -1)
}
