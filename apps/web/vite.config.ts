import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { parsedDocuments } from './parsed-documents.ts'
import { possibleTypes } from './possible-types.ts'
import { offlineApp } from './precache.ts'
import { manifestOf, storedOperations } from './stored-operations.ts'

const api = process.env.API_URL ?? 'http://localhost:4000'
const toApi = { target: api, headers: { origin: process.env.PUBLIC_URL ?? new URL(api).origin } }

/** Gives the app what it must know of the schema and the ids of its own operations, and the API what the ids stand for. */
function graphql(): Plugin {
  const id = 'virtual:graphql'
  let serving = false
  return {
    name: 'graphql',
    configResolved(config) {
      serving = config.command === 'serve'
    },
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    async load(source) {
      if (source !== `\0${id}`) return
      this.addWatchFile(join(import.meta.dirname, '../api/schema.graphql'))
      const ids = serving ? [] : (await storedOperations()).map((operation) => [operation.name, operation.id])
      return [
        `export const ids = ${JSON.stringify(Object.fromEntries(ids))}`,
        `export const possibleTypes = ${JSON.stringify(await possibleTypes())}`,
      ].join('\n')
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'operations.json', source: manifestOf(await storedOperations()) })
    },
  }
}

/** What the API tells the page of the demo; `pnpm dev` serves the page without it. */
function demo(): Plugin {
  const tags = process.env.DEMO ? [{ tag: 'meta', attrs: { name: 'demo', content: 'on' } }] : []
  return { name: 'demo', apply: 'serve', transformIndexHtml: () => tags }
}

/** Lays a .br and a .gz beside every text file, so that the API need not compress. */
function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const files = Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name))
      await Promise.all(
        files.map(async (name) => {
          const text = await readFile(join(dir, name))
          await writeFile(join(dir, `${name}.br`), await promisify(brotliCompress)(text))
          await writeFile(join(dir, `${name}.gz`), await promisify(gzip)(text, { level: 9 }))
        }),
      )
    },
  }
}

export default defineConfig({
  plugins: [react(), graphql(), parsedDocuments(), demo(), precompressed(), offlineApp()],
  // One module of five thousand icons is slow to load in development; the build takes only those that are used.
  resolve: { alias: { '@tabler/icons-react': '@tabler/icons-react/dist/esm/icons/index.mjs' } },
  server: {
    port: 5173,
    proxy: {
      '/graphql': { ...toApi, ws: true },
      '/calendar': toApi,
      '/participation/export': toApi,
      '/demo': toApi,
    },
  },
  build: {
    target: ['chrome111', 'firefox115', 'safari16.4'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    // What every page needs comes in one piece: it packs better than thirty, and a slow line is asked once.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', tags: ['$initial'] }] } } },
  },
  test: { include: ['src/**/*.test.{ts,tsx}', '*.test.ts'], environment: 'node' },
})
