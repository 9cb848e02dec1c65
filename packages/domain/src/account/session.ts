import { Refusal } from '../errors.ts'

/** A tab that is open and used renews this; a forgotten one ends. */
export const idleMinutes = 30
/** Nobody stays signed in beyond a working day. */
export const absoluteHours = 8
/** How long a passkey or code just used opens exports, keys, roles and erasure. */
export const stepUpMinutes = 10

export interface Session {
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly steppedUpAt: Date | null
  readonly endedAt: Date | null
}

/** The act needs a passkey or code used within the last {@link stepUpMinutes}. */
export class StepUpNeeded extends Refusal {
  constructor() {
    super('StepUpNeeded')
  }
}

/** When the session ends if nothing more is done with it. */
export function expiresAt({ createdAt, lastSeenAt }: Pick<Session, 'createdAt' | 'lastSeenAt'>): Date {
  return new Date(
    Math.min(lastSeenAt.getTime() + idleMinutes * 60_000, createdAt.getTime() + absoluteHours * 3_600_000),
  )
}

/** Neither ended by its owner nor run out; the moment of expiry itself is too late. */
export const isLive = (session: Session, now: Date): boolean => session.endedAt === null && now < expiresAt(session)

/** A live session whose owner has just shown again who they are. */
export const isSteppedUp = (session: Session, now: Date): boolean =>
  isLive(session, now) &&
  session.steppedUpAt !== null &&
  now.getTime() < session.steppedUpAt.getTime() + stepUpMinutes * 60_000

/** Throws {@link StepUpNeeded} unless the owner has just shown again who they are. */
export function checkSteppedUp(session: Session, now: Date): void {
  if (!isSteppedUp(session, now)) throw new StepUpNeeded()
}
