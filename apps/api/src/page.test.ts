import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { secureHeaders, servePages } from './page.http.ts'

const dist = mkdtempSync(join(tmpdir(), 'lederkreds-dist-'))
let app: FastifyInstance
beforeAll(async () => {
  mkdirSync(join(dist, 'assets'))
  writeFileSync(join(dist, 'index.html'), '<head><meta nonce="__CSP_NONCE__"></head>')
  for (const file of ['sw.js', 'assets/vault-worker-x1.js', 'assets/base-x1.js']) writeFileSync(join(dist, file), '0')
  app = fastify()
  secureHeaders(app, false)
  await servePages(app, dist)
})
afterAll(async () => {
  await app.close()
  rmSync(dist, { recursive: true })
})

const headersOf = async (url: string) => (await app.inject({ url, headers: { accept: 'text/html' } })).headers

test('the worker that keeps the app is asked for anew each time, and may ask this server only', async () => {
  const headers = await headersOf('/sw.js')
  expect(headers['cache-control']).toBe('no-cache')
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'",
  )
})

test('the worker that holds the keys has no way to any network', async () => {
  const headers = await headersOf('/assets/vault-worker-x1.js')
  expect(headers['cache-control']).toContain('immutable')
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'",
  )
})

test('every answer of the page has a nonce of its own, and no cache keeps it', async () => {
  const [one, other] = [await headersOf('/'), await headersOf('/journal')]
  expect(one['cache-control']).toBe('no-store')
  const nonceOf = (headers: Record<string, unknown>) =>
    /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1]
  expect(nonceOf(one)).toHaveLength(24)
  expect(nonceOf(other)).not.toBe(nonceOf(one))
})
