import pg from 'pg'

/** Whoever waits for something to have happened: woken, she looks again. */
type Follower = { readonly wake: () => void; lookedAt: number; isLooking: boolean }

/** Who has not looked for so long looks again without a word, in milliseconds; so many of those at a time. */
const lookAgainAfter = 5_000
const atOnce = 2
/** How long one of them may take before the next one does not wait for it any more. */
const patience = 5_000

/**
 * One LISTEN connection for the whole process. NOTIFY only wakes those who wait; whoever is woken reads the events
 * itself. Everybody is woken every five seconds as well, so that a lost notification delays and never loses: two at a
 * time, or a thousand looks would stand in line before whoever has something to hear.
 */
export class Live {
  readonly #url: string
  readonly #waiting = new Map<string, Set<Follower>>()
  /** Whoever has not looked for longest comes first. */
  readonly #inTurn = new Set<Follower>()
  readonly #lookingAgain = new Map<Follower, number>()
  readonly #sessionEnded = new Set<(sessionId: string) => void>()
  readonly #again: NodeJS.Timeout
  #client: pg.Client | undefined
  #closed = false

  constructor(url: string) {
    this.#url = url
    this.#again = setInterval(() => this.#lookAgain(), 50)
    this.#again.unref()
  }

  async start() {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'lederkreds listen',
      keepAlive: true,
    })
    this.#client = client
    client.on('notification', ({ channel, payload = '' }) => {
      if (channel === 'network_event' || channel === 'round_event')
        for (const { wake } of this.#waiting.get(payload) ?? []) wake()
      if (channel === 'session_ended') for (const tell of this.#sessionEnded) tell(payload)
    })
    const again = () => {
      if (this.#client !== client || this.#closed) return
      this.#client = undefined
      setTimeout(() => void this.start().catch(() => {}), 500).unref()
    }
    client.on('error', again)
    client.on('end', again)
    try {
      await client.connect()
      await client.query('LISTEN network_event; LISTEN round_event; LISTEN session_ended')
    } catch (fault) {
      again()
      throw fault
    }
  }

  onSessionEnded(tell: (sessionId: string) => void): () => void {
    this.#sessionEnded.add(tell)
    return () => this.#sessionEnded.delete(tell)
  }

  /** Yields at once and then whenever the events of this network or round may have grown, until the signal aborts. */
  async *changes(id: string, signal: AbortSignal): AsyncGenerator<void> {
    let woken = true
    let wake = () => {}
    const note = () => {
      woken = true
      wake()
    }
    const follower: Follower = { wake: note, lookedAt: Date.now(), isLooking: false }
    const followers = this.#waiting.get(id) ?? new Set()
    this.#waiting.set(id, followers.add(follower))
    this.#inTurn.add(follower)
    signal.addEventListener('abort', note, { once: true })
    try {
      while (!signal.aborted) {
        if (!woken) await new Promise<void>((resolve) => (wake = resolve))
        woken = false
        if (signal.aborted) break
        follower.isLooking = true
        yield
        follower.isLooking = false
        this.#hasLooked(follower)
      }
    } finally {
      signal.removeEventListener('abort', note)
      followers.delete(follower)
      if (followers.size === 0) this.#waiting.delete(id)
      this.#inTurn.delete(follower)
      if (this.#lookingAgain.delete(follower)) this.#lookAgain()
    }
  }

  #hasLooked(follower: Follower) {
    this.#putLast(follower)
    if (this.#lookingAgain.delete(follower)) this.#lookAgain()
  }

  #putLast(follower: Follower) {
    follower.lookedAt = Date.now()
    this.#inTurn.delete(follower)
    this.#inTurn.add(follower)
  }

  #lookAgain() {
    const now = Date.now()
    for (const [follower, since] of this.#lookingAgain)
      if (since + patience <= now && this.#lookingAgain.delete(follower)) this.#putLast(follower)
    for (const follower of this.#inTurn) {
      if (this.#lookingAgain.size >= atOnce || follower.lookedAt + lookAgainAfter > now) return
      if (this.#lookingAgain.has(follower)) continue
      // Who is looking already does it once more then, and keeps nobody waiting.
      if (follower.isLooking) this.#putLast(follower)
      else this.#lookingAgain.set(follower, now)
      follower.wake()
    }
  }

  async close() {
    this.#closed = true
    clearInterval(this.#again)
    for (const { wake } of this.#inTurn) wake()
    await this.#client?.end().catch(() => {})
  }
}
