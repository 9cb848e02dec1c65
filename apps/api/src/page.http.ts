import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

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

/** For the worker that opens the app without a network: it asks this server and nobody else. */
const keptAppPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'"

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

/** Serves the built web app: hashed files for a year, the page itself never from a cache and with a nonce of its own. */
export async function servePages(app: FastifyInstance, dist: string, meta: Record<string, string> = {}) {
  if (!existsSync(join(dist, 'index.html'))) return
  const extra = Object.entries(meta)
    .map(([name, content]) => `<meta name="${name}" content="${content}">`)
    .join('')
  const page = readFileSync(join(dist, 'index.html'), 'utf8').replace('</head>', `${extra}</head>`)
  const sendPage = (reply: FastifyReply) => {
    const nonce = randomBytes(16).toString('base64')
    return reply
      .header('content-security-policy', policy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__CSP_NONCE__', nonce))
  }
  await app.register(fastifyStatic, {
    root: dist,
    index: false,
    preCompressed: true,
    allowedPath: (path) => !path.endsWith('/index.html') && !path.includes('operations.json'),
    setHeaders: (reply, path) => {
      if (path.includes('/assets/')) reply.header('cache-control', 'public, max-age=31536000, immutable')
      if (path.includes('/assets/vault-worker')) reply.header('content-security-policy', vaultPolicy)
      if (path.endsWith('/sw.js'))
        reply.header('cache-control', 'no-cache').header('content-security-policy', keptAppPolicy)
    },
  })
  app.get('/', async (_request, reply) => sendPage(reply))
  app.setNotFoundHandler((request, reply) => {
    const wantsPage =
      request.method === 'GET' &&
      !/\.[a-z0-9]+$/i.test(request.url.split('?')[0] ?? '') &&
      (request.headers.accept ?? '').includes('text/html')
    return wantsPage ? sendPage(reply) : reply.code(404).send({ message: 'Not found.' })
  })
}
