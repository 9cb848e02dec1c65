import { lockNow } from './account/lock.ts'

let isLeaving = false

/**
 * Leaves for the sign-in page, and comes back to this one afterwards. Only an answer of the server leads here, never a
 * lost connection; what is being written is kept, sealed, and what is open is locked before.
 */
export function signInAgain(): void {
  const { pathname, search } = location
  if (isLeaving || pathname.startsWith('/sign-in')) return
  isLeaving = true
  void lockNow().finally(() => location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`))
}

/** Whoever has signed out does not come back to the page; nor does an answer to what was still being asked lead back there. */
export function leave(): void {
  isLeaving = true
  location.assign('/sign-in')
}

// A page that was left and is shown again out of the browser's memory may be left again.
globalThis.addEventListener?.('pageshow', () => {
  isLeaving = false
})
