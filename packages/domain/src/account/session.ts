/** A tab that is open and used renews this; a forgotten one ends. The database holds to it (app.viewer_session). */
export const idleMinutes = 30
/** Nobody stays signed in beyond a working day. The database holds to it (app.open_session). */
export const absoluteHours = 8
/** How long a passkey or code just used opens exports, keys, roles and erasure. */
export const stepUpMinutes = 10

/** Until when a recent sign-in opens the acts that ask for one. */
export const steppedUpUntil = (steppedUpAt: Date): Date => new Date(steppedUpAt.getTime() + stepUpMinutes * 60_000)

/** Whether whoever is signed in has just shown who she is; the last moment itself is too late. */
export const isSteppedUp = (steppedUpAt: Date | null, now: Date): boolean =>
  steppedUpAt !== null && now < steppedUpUntil(steppedUpAt)

/** Sessions used before this moment have been left alone for too long. */
export const idleSince = (now: Date): Date => new Date(now.getTime() - idleMinutes * 60_000)
