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
 * How often something may be asked for where nobody may be told from anybody else: so often in a minute by all together.
 * Answers in how many seconds to ask again; 0 when the request is let through. With 0 nothing is counted.
 */
export function openCommonLimit(perMinute: number) {
  const counter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return async (): Promise<number> => {
    if (perMinute === 0) return 0
    try {
      await counter.consume('everybody')
      return 0
    } catch (fault) {
      if (fault instanceof RateLimiterRes) return Math.max(1, Math.ceil(fault.msBeforeNext / 1000))
      throw fault
    }
  }
}
