import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Asker } from './bed.ts'
import { operationName } from './page-statement.ts'

export const manifest = fileURLToPath(new URL('../../../apps/web/dist/operations.json', import.meta.url))

export type Request = { method: 'POST'; path: string; headers: Record<string, string>; body: string }

/** The page's operation as the web sends it: by the id that the manifest of the built web app gives it. */
export function pageRequest(): (asker: Asker) => Request {
  const operations = Object.entries(JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>)
  const [sha256Hash] = operations.find(([, source]) => source.startsWith(`query ${operationName}(`)) ?? []
  if (!sha256Hash) throw new Error(`The web app has no operation ${operationName}.`)
  const extensions = { persistedQuery: { version: 1, sha256Hash } }
  return ({ token, network }) => ({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', 'x-lederkreds': '1', cookie: `lederkreds-session=${token}` },
    body: JSON.stringify({ operationName, variables: { id: `Network_${network}` }, extensions }),
  })
}

export const ask = async (url: string, { path, ...request }: Request): Promise<string> => {
  const answer = await fetch(url + path, request)
  return answer.text()
}
