import { randomInt } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/**
 * How often GraphQL may be asked: each session `perMinute` times a minute, each address ten times that, since a whole
 * town hall may stand behind one, and everybody without a session at one address together `perMinute` times. Counted in
 * the memory of one process: n instances let through n times as much. Codes are counted in the database besides. With 0
 * nothing is counted.
 */
export function openLimits(perMinute: number) {
  const counter = (points: number) => new RateLimiterMemory({ points, duration: 60 })
  const [session, stranger, address] = [counter(perMinute), counter(perMinute), counter(perMinute * 10)]

  /** In how many seconds to ask again; 0 when the request is let through. */
  return async (from: { address: string; session: string | null }): Promise<number> => {
    if (perMinute === 0) return 0
    const own = from.session ? session.consume(from.session) : stranger.consume(from.address)
    const results = await Promise.allSettled([address.consume(from.address), own])
    const waits = results.map((result) => {
      if (result.status === 'fulfilled') return 0
      if (result.reason instanceof RateLimiterRes) return Math.max(1, Math.ceil(result.reason.msBeforeNext / 1000))
      throw result.reason
    })
    return Math.max(...waits)
  }
}

/**
 * How often something may be asked for where nobody may be told from anybody else: about so often in a minute by all
 * together. Answers in how many seconds to ask again; 0 when the request is let through. With 0 nothing is counted. How
 * often exactly is drawn anew for each minute of the clock: whoever uses it up finds out neither how many others have asked
 * nor when.
 */
export function openCommonLimit(perMinute: number, { now = Date.now, below = randomInt } = {}) {
  const minute = 60_000
  const spread = Math.ceil(perMinute / 8)
  let current = -1
  let left = 0
  return (): number => {
    if (perMinute === 0) return 0
    const at = now()
    if (Math.floor(at / minute) !== current) {
      current = Math.floor(at / minute)
      left = perMinute + below(spread) + below(spread)
    }
    left -= 1
    return left >= 0 ? 0 : 60 - Math.floor((at % minute) / 1000)
  }
}
