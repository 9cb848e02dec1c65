import { cleanupOutdatedCaches, matchPrecache, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

/** What is used here of a service worker's scope; TypeScript's own types for it cannot stand beside those of a page. */
interface Scope {
  readonly __WB_MANIFEST: PrecacheEntry[]
  readonly registration: ServiceWorkerRegistration
  readonly clients: { claim(): Promise<void> }
  addEventListener(name: 'activate', act: (event: { waitUntil(work: Promise<unknown>): void }) => void): void
}
declare const self: Scope

/** Longer than this nobody waits for a page that is here already. */
const patience = 3_000

/** Asked of the server and of nobody else. */
const notPages = [
  /^\/(?:graphql|graphiql|calendar|demo|healthz|readyz|participation\/export|reminder)(?:[/?]|$)/,
  /\.[a-z0-9]+(?:\?|$)/i,
]

/**
 * The newest page from the server. Where it is not reached: the page that came with this release, with the policy and
 * the nonce that it was served with, so that it fits the files that are kept beside it.
 */
async function page(request: Request, preloaded: Promise<Response | undefined> | undefined): Promise<Response> {
  const kept = await matchPrecache('/')
  const asked = Promise.resolve(preloaded).then((answer) => answer ?? fetch(request))
  if (!kept) return asked
  const late = new Promise<Response>((answer) => setTimeout(answer, patience, kept))
  const answer = await Promise.race([asked.catch(() => kept), late])
  return [502, 503, 504].includes(answer.status) ? kept : answer
}

registerRoute(
  new NavigationRoute(
    ({ request, event }) =>
      page(request, (event as { preloadResponse?: Promise<Response | undefined> }).preloadResponse),
    { denylist: notPages },
  ),
)
precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()

// A new release waits until no page of the old one is open; what it brings is asked of the server until then.
self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([self.registration.navigationPreload?.enable(), self.clients.claim()])),
)
