/** Leaves for the sign-in page, and comes back to this one afterwards. */
export function signInAgain() {
  const { pathname, search } = location
  if (pathname.startsWith('/sign-in')) return
  location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`)
}
