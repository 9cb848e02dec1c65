import { isThere, tellReach } from './reach.ts'
import { isPartUnderWay } from './ui/part.ts'

const reloadedAt = 'lederkreds.reloaded'

let isReloading = false

/**
 * For a part of the app that could not be had. After a new release the files of the old one are gone, and the page is
 * loaded anew, once a minute at most. Without the server the page stays as it is, and what an unreachable server throws
 * is thrown.
 */
export async function afterRelease(fault: unknown): Promise<never> {
  if (!(await isThere())) {
    tellReach(true)
    throw new TypeError('Failed to fetch a part of the app', { cause: fault })
  }
  if (!isReloading && Date.now() - Number(sessionStorage.getItem(reloadedAt)) < 60_000) throw fault
  isReloading = true
  sessionStorage.setItem(reloadedAt, String(Date.now()))
  location.reload()
  return new Promise(() => {})
}

/** The same for code that is no page. For a part that says itself that it is missing, what else is on the page stays. */
export function reloadAfterRelease() {
  window.addEventListener('vite:preloadError', ({ payload }) => {
    if (isPartUnderWay()) void isThere().then((there) => there || tellReach(true))
    else void afterRelease(payload).catch(() => {})
  })
}
