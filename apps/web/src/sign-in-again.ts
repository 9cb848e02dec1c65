let isLeaving = false

/** Leaves for the sign-in page, and comes back to this one afterwards. */
export function signInAgain() {
  const { pathname, search } = location
  if (isLeaving || pathname.startsWith('/sign-in')) return
  location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`)
}

/** Whoever has signed out does not come back to the page; nor does an answer to what was still being asked lead back there. */
export function leave() {
  isLeaving = true
  location.assign('/sign-in')
}
