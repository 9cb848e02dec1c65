import pg from 'pg'

/** Told when something may have happened: look again. */
type Wake = () => void

/** How often everybody is woken without a word, in milliseconds, and in how many parts. */
const lookAgainEvery = 5_000
const parts = 100

/**
 * One LISTEN connection for the whole process. NOTIFY only wakes those who wait; whoever is woken reads the events
 * itself. Everybody is woken every five seconds as well, so that a lost notification delays and never loses: a part of
 * them at a time, or a thousand looks would stand in line before whoever has something to hear.
 */
export class Live {
  readonly #url: string
  readonly #waiting = new Map<string, Set<Wake>>()
  readonly #parts = Array.from({ length: parts }, () => new Set<Wake>())
  readonly #sessionEnded = new Set<(sessionId: string) => void>()
  readonly #again: NodeJS.Timeout
  #client: pg.Client | undefined
  #closed = false
  #turn = 0

  constructor(url: string) {
    this.#url = url
    this.#again = setInterval(() => {
      this.#turn = (this.#turn + 1) % parts
      for (const wake of this.#parts[this.#turn] ?? []) wake()
    }, lookAgainEvery / parts)
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
        for (const wake of this.#waiting.get(payload) ?? []) wake()
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
    let wake: Wake = () => {}
    const note = () => {
      woken = true
      wake()
    }
    const wakes = this.#waiting.get(id) ?? new Set()
    this.#waiting.set(id, wakes.add(note))
    const part = this.#smallest()
    part.add(note)
    signal.addEventListener('abort', note, { once: true })
    try {
      while (!signal.aborted) {
        if (!woken) await new Promise<void>((resolve) => (wake = resolve))
        woken = false
        if (!signal.aborted) yield
      }
    } finally {
      signal.removeEventListener('abort', note)
      part.delete(note)
      wakes.delete(note)
      if (wakes.size === 0) this.#waiting.delete(id)
    }
  }

  #smallest = () => this.#parts.reduce((smallest, part) => (part.size < smallest.size ? part : smallest))

  async close() {
    this.#closed = true
    clearInterval(this.#again)
    for (const wakes of this.#waiting.values()) for (const wake of wakes) wake()
    await this.#client?.end().catch(() => {})
  }
}
