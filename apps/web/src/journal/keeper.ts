/** Keeps what is being written: after every pause, and at once when asked to. */
export interface Keeper<Draft> {
  readonly note: (draft: Draft) => void
  /** Resolves when everything that was noted is kept. */
  readonly now: () => Promise<void>
  /** Nothing that was noted is kept any longer; resolves when nothing is under way. */
  readonly drop: () => Promise<void>
}

/**
 * Calls `keep` with the newest draft when there was no new one for `pause` milliseconds, one call at a time and in order, so
 * that an older text never comes after a newer one. A draft that could not be kept is tried again with the next.
 */
export function makeKeeper<Draft>(keep: (draft: Draft) => Promise<unknown>, pause: number): Keeper<Draft> {
  let noted: { draft: Draft } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let line: Promise<unknown> = Promise.resolve()

  async function keepNoted() {
    const taken = noted
    if (!taken) return
    noted = undefined
    try {
      await keep(taken.draft)
    } catch (fault) {
      noted ??= taken
      throw fault
    }
  }

  function now(): Promise<void> {
    clearTimeout(timer)
    const turn = line.then(keepNoted)
    line = turn.catch(() => {})
    return turn
  }

  return {
    note(draft) {
      noted = { draft }
      clearTimeout(timer)
      timer = setTimeout(() => void now().catch(() => {}), pause)
    },
    now,
    async drop() {
      clearTimeout(timer)
      noted = undefined
      await line
      noted = undefined
    },
  }
}
