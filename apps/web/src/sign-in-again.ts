import { lockNow } from './account/lock.ts'

let leaving = false

/**
 * Leaves for the sign-in page, and comes back to this one afterwards. Only an answer of the server leads here, never a
 * lost connection; what is being written is kept, sealed, and what is open is locked before.
 */
export function signInAgain(): void {
  if (leaving || location.pathname.startsWith('/sign-in')) return
  leaving = true
  void lockNow().finally(() => {
    leaving = false
    location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`)
  })
}
