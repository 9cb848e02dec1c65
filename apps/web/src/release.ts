const reloadedAt = 'lederkreds.reloaded'

/** After a new release the files of the old one are gone: a page that misses one loads the app anew, once a minute at most. */
export function reloadAfterRelease() {
  window.addEventListener('vite:preloadError', (event) => {
    if (Date.now() - Number(sessionStorage.getItem(reloadedAt)) < 60_000) return
    sessionStorage.setItem(reloadedAt, String(Date.now()))
    event.preventDefault()
    location.reload()
  })
}
