/** Says once that nobody has touched anything for `patience` milliseconds; also after a sleep of the device. */
export class IdleClock {
  readonly #patience: number
  readonly #onIdle: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #until = 0

  constructor(patience: number, onIdle: () => void) {
    this.#patience = patience
    this.#onIdle = onIdle
  }

  /** Somebody is here: the time begins anew. After a sleep that was longer than the patience it is too late. */
  touch(): void {
    if (this.look()) return
    clearTimeout(this.#timer)
    this.#until = Date.now() + this.#patience
    this.#timer = setTimeout(() => this.#ring(), this.#patience)
  }

  /** Whether the time is up: a timer stands still while the device sleeps. */
  look(): boolean {
    const isLate = this.#timer !== undefined && Date.now() >= this.#until
    if (isLate) this.#ring()
    return isLate
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #ring(): void {
    this.stop()
    this.#onIdle()
  }
}
