import type { TokenState } from '@lederkreds/domain/feedback/pooled'

/** How long everything is that is handed in, answer or no: more than an answer's fields in base64url with their names. */
const handInLength = 24 * 1024

/** What is handed in; without envelope and key it is a blank that says no. All in base64url. */
interface PooledAnswer {
  readonly cycleId: string
  readonly message: string
  readonly signature: string
  readonly envelope?: string
  readonly wrappedKey?: string
}

export type HandIn = Pick<PooledAnswer, 'cycleId' | 'message' | 'signature'>

/** The server has answered that it does not take this; `name` is the refusal's. */
export class PooledRefusal extends Error {
  override name = 'PooledRefusal'
  readonly refusal: string

  constructor(refusal: string) {
    super(refusal)
    this.refusal = refusal
  }
}

/**
 * Beside the API's ordinary way: without the cookie, without the address of the page, so that nothing of it says who asks.
 * Never tried again by itself. Throws {@link PooledRefusal}, or what fetch throws where the server is not reached.
 */
async function post(path: string, body: PooledAnswer, length = 0): Promise<Response> {
  const answer = await fetch(`/feedback/pooled${path}`, {
    method: 'POST',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    headers: { 'content-type': 'application/json', 'x-lederkreds': '1' },
    body: JSON.stringify(body).padEnd(length),
  })
  if (answer.ok) return answer
  if (answer.status >= 500 || answer.status === 429) throw new TypeError('Failed to fetch')
  const { refusal } = (await answer.json().catch(() => ({}))) as { refusal?: string }
  throw new PooledRefusal(refusal ?? 'unknown')
}

/** The spaces behind a no make it as long as an answer, for whoever sees only that something passes. */
export const handIn = async (answer: PooledAnswer): Promise<void> => void (await post('', answer, handInLength))

export const lookAfter = async (token: HandIn): Promise<TokenState> =>
  ((await (await post('/look', token)).json()) as { state: TokenState }).state

export const withdraw = async (token: HandIn): Promise<void> => void (await post('/withdraw', token))
