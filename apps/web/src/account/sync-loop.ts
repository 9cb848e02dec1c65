import { isUnreachable } from '../apollo-links.ts'

export type Reach = 'reached' | 'notReached' | 'refused'

const again = 60_000
const retryAfter = [1_000, 3_000, 10_000, 30_000]

/**
 * Does one exchange with the server at a time: at once when asked to, again in a minute for as long as the exchange answers
 * that it is worth while, and later and later when it fails.
 */
export class SyncLoop {
  readonly #exchange: () => Promise<boolean>
  readonly #tell: (reach: Reach) => void
  #running: Promise<void> | undefined
  #wanted = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #failures = 0

  constructor(exchange: () => Promise<boolean>, tell: (reach: Reach) => void) {
    this.#exchange = exchange
    this.#tell = tell
  }

  /** What is under way is not begun twice; one more follows it, since it may have passed what is new. */
  soon(): void {
    clearTimeout(this.#timer)
    if (this.#running) this.#wanted = true
    else this.#running = this.#once()
  }

  /** An exchange that began after the call is done, whether it reached the server or not. */
  async now(): Promise<void> {
    this.soon()
    do await this.#running
    while (this.#running)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  async #once(): Promise<void> {
    this.#wanted = false
    const goesOn = await this.#exchange().catch((fault: unknown) => {
      this.#failures++
      this.#tell(isUnreachable(fault) ? 'notReached' : 'refused')
    })
    this.#running = undefined
    if (goesOn === undefined) return this.#in(retryAfter[Math.min(this.#failures, retryAfter.length) - 1] ?? again)
    this.#failures = 0
    this.#tell('reached')
    if (this.#wanted) this.soon()
    else if (goesOn) this.#in(again)
  }

  #in(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.soon(), milliseconds)
  }
}
