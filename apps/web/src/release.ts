import { isThere } from './reach.ts'

const reloadedAt = 'lederkreds.reloaded'

/** Where the server is there, it has a new release whose files are other ones; the app is then loaded anew, once a minute at most. */
async function mayReload(): Promise<boolean> {
  if (Date.now() - Number(sessionStorage.getItem(reloadedAt)) < 60_000 || !(await isThere())) return false
  sessionStorage.setItem(reloadedAt, String(Date.now()))
  return true
}

let asked: Promise<boolean> | undefined

/**
 * For a part of the app that could not be had. After a new release the files of the old one are gone, and the page is
 * loaded anew; without a network the page stays as it is, and the fault is thrown on.
 */
export async function afterRelease(fault: unknown): Promise<never> {
  asked ??= mayReload().finally(() => {
    asked = undefined
  })
  if (!(await asked)) throw fault
  location.reload()
  return new Promise(() => {})
}

/** The same for parts that are not pages. */
export function reloadAfterRelease() {
  window.addEventListener('vite:preloadError', ({ payload }) => void afterRelease(payload).catch(() => {}))
}
