import { useEffect } from 'react'

/** When the first page has been shown and nothing else is to do, the device gets what opens the app without a network. */
export function useKeptApp() {
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
    const keep = () => void navigator.serviceWorker.register('/sw.js').catch(() => {})
    if (!('requestIdleCallback' in globalThis)) return void setTimeout(keep, 3_000)
    requestIdleCallback(keep, { timeout: 10_000 })
  }, [])
}
