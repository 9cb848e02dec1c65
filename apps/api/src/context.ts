import { isSteppedUp } from '@lederkreds/domain/account/session'
import type { Asker, Db, Standing, Viewer } from './db.ts'
import type { Door } from './door.ts'
import type { ApiSettings } from './env.ts'
import { forbidden, stepUpNeeded, unauthenticated } from './errors.ts'
import type { Live } from './live.ts'

/** What belongs to the browser that asks, apart from who is signed in. */
export type Browser = {
  /** SHA-256 of a random cookie of this browser; codes and challenges are bound to it. */
  readonly hash: Buffer
  /** How its owner would name it, for instance "Safari, iPhone". */
  readonly device: string
  /** Signs this browser in with a session's token, or out with null, once the operation has committed. */
  signIn(token: string | null): void
}

/** A subscription's own connection: it outlives every transaction and opens one for each look. */
export type Socket = {
  readonly live: Live
  /** Aborts when the subscription or its socket ends. */
  readonly signal: AbortSignal
  /** One transaction as the socket's session. */
  look<T>(work: (context: Context) => Promise<T>): Promise<T>
}

const whole = new WeakSet<object>()

/**
 * Marks what a subscription yields as whole: everything that can be asked of it was read with it, in the look that its
 * viewer just had, so that telling it needs no transaction of its own. A field of it that reads more would have no database.
 */
export function markWhole<Told extends object>(told: Told): Told {
  whole.add(told)
  return told
}

export const isWhole = (told: unknown): boolean => typeof told === 'object' && told !== null && whole.has(told)

export type Context = Asker & {
  readonly db: Db
  readonly door: Door
  readonly settings: ApiSettings
  readonly browser: Browser
  readonly now: Date
  /** Off only in the tests that prove the row policies alone: then every rule of the code says yes. */
  readonly codeWall: boolean
  readonly socket?: Socket
}

/** The caller, or the answer that sends the page to sign-in. */
export function signedIn({ viewer }: Pick<Context, 'viewer'>): Viewer {
  if (!viewer) throw unauthenticated()
  return viewer
}

/** Throws what an outsider gets unless the rule says yes. */
export function demand({ codeWall }: Pick<Context, 'codeWall'>, allowed: boolean): void {
  if (!allowed && codeWall) throw forbidden()
}

/** The filter that limits what a store reads to what its caller may see; the row policies are the second wall. */
export const visible = <Where extends object>(
  { codeWall }: Pick<Context, 'codeWall'>,
  where: Where,
): Where | Record<string, never> => (codeWall ? where : {})

const outsider: Standing = { member: false, convenor: false, accepted: false, consultant: false }

/** Where the caller stands in a network; an outsider's standing for any other id. */
export const standingIn = ({ standing }: Pick<Context, 'standing'>, networkId: string): Standing =>
  standing.get(networkId) ?? outsider

/** Notes a standing that this operation has just brought about, so that what follows in it goes by that. */
export function takeStanding(
  { standing }: Pick<Context, 'standing'>,
  networkId: string,
  change: Partial<Standing>,
): void {
  const known = standing as Map<string, Standing>
  known.set(networkId, { ...outsider, ...known.get(networkId), ...change })
}

/** Ids of the networks whose inside the caller may see: as a member who has accepted the rules, or as consultant. */
export const networksSeen = ({ standing }: Pick<Context, 'standing'>): string[] =>
  [...standing].filter(([, { member, accepted, consultant }]) => (member && accepted) || consultant).map(([id]) => id)

/** Throws unless the caller gave a passkey or code within the last ten minutes. */
export function demandStepUp(context: Pick<Context, 'viewer' | 'now'>): void {
  const { steppedUpAt } = signedIn(context)
  if (!isSteppedUp(steppedUpAt, context.now)) throw stepUpNeeded()
}
