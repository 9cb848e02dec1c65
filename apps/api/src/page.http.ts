import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')

/**
 * For the worker that holds the keys: it may run our own code and the WebAssembly that stretches a passphrase, and has no
 * way to any network at all.
 */
const vaultPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'"

/** Headers that every answer carries. */
export function secureHeaders(app: FastifyInstance, https: boolean) {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
    reply.header('cross-origin-opener-policy', 'same-origin')
    reply.header('cross-origin-resource-policy', 'same-origin')
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()')
    if (https) reply.header('strict-transport-security', 'max-age=63072000; includeSubDomains')
    if (!reply.hasHeader('content-security-policy'))
      reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
  })
}

const pathOf = ({ url }: FastifyRequest) => url.split('?')[0] ?? ''

/** `routes.json`, which the web app's build writes: what the first view of each route fetches. */
interface RouteFiles {
  path: string
  scripts: string[]
  styles: string[]
}

/** The page as each route gets it: it names the route's files, so that they come together with those of every page. */
function pagesOf(dist: string, page: string): (pathname: string) => string {
  const list = join(dist, 'routes.json')
  if (!existsSync(list)) return () => page
  const routes: RouteFiles[] = JSON.parse(readFileSync(list, 'utf8'))
  const pages = routes
    .toSorted((one, other) => Number(one.path.includes(':')) - Number(other.path.includes(':')))
    .map(({ path, scripts, styles }) => {
      const links = [
        ...scripts.map((href) => `<link rel="modulepreload" crossorigin href="${href}">`),
        ...styles.map((href) => `<link rel="stylesheet" crossorigin href="${href}">`),
      ]
      return {
        pattern: new URLPattern({ pathname: path }),
        page: page.replace('</head>', `${links.join('')}</head>`),
      }
    })
  return (pathname) => pages.find(({ pattern }) => pattern.test({ pathname }))?.page ?? page
}

/** Serves the built web app: hashed files for a year, the page itself never from a cache and with a nonce of its own. */
export async function servePages(app: FastifyInstance, dist: string, meta: Record<string, string> = {}) {
  if (!existsSync(join(dist, 'index.html'))) return
  const extra = Object.entries(meta)
    .map(([name, content]) => `<meta name="${name}" content="${content}">`)
    .join('')
  const pageOf = pagesOf(dist, readFileSync(join(dist, 'index.html'), 'utf8').replace('</head>', `${extra}</head>`))
  const sendPage = (request: FastifyRequest, reply: FastifyReply) => {
    const nonce = randomBytes(16).toString('base64')
    return reply
      .header('content-security-policy', policy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(pageOf(pathOf(request)).replaceAll('__CSP_NONCE__', nonce))
  }
  await app.register(fastifyStatic, {
    root: dist,
    index: false,
    preCompressed: true,
    allowedPath: (path) =>
      !path.endsWith('/index.html') && !path.includes('operations.json') && !path.endsWith('/routes.json'),
    setHeaders: (reply, path) => {
      if (path.includes('/assets/')) reply.header('cache-control', 'public, max-age=31536000, immutable')
      if (path.includes('/assets/vault-worker')) reply.header('content-security-policy', vaultPolicy)
    },
  })
  app.get('/', async (request, reply) => sendPage(request, reply))
  app.setNotFoundHandler((request, reply) => {
    const wantsPage =
      request.method === 'GET' &&
      !/\.[a-z0-9]+$/i.test(pathOf(request)) &&
      (request.headers.accept ?? '').includes('text/html')
    return wantsPage ? sendPage(request, reply) : reply.code(404).send({ message: 'Not found.' })
  })
}
