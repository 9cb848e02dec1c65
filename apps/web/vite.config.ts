import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, type Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { parsedDocuments } from './parsed-documents.ts'
import { possibleTypes, possibleTypesIn } from './possible-types.ts'
import { offlineApp } from './precache.ts'
import { isSealed, routeFiles } from './route-files.ts'
import { manifestOf, type StoredOperation, storedOperations } from './stored-operations.ts'

const api = process.env.API_URL ?? 'http://localhost:4000'
const toApi = { target: api, headers: { origin: process.env.PUBLIC_URL ?? new URL(api).origin } }

let read: Promise<StoredOperation[]> | undefined
const operations = () => {
  read ??= storedOperations()
  return read
}

/** Gives the app what it must know of the schema, and the API what the ids of the app's operations stand for. */
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
      const types = serving
        ? await possibleTypes()
        : await possibleTypesIn((await operations()).map(({ document }) => document))
      return `export const possibleTypes = ${JSON.stringify(types)}`
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'operations.json', source: manifestOf(await operations()) })
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

/**
 * What every page needs comes in one piece, and what many need in another: that packs better than thirty small ones. Not
 * in it: what opens or marks what is sealed, and the rules of the domain with zod, which the journal's many pages share
 * with few.
 */
const apart = (file: string) =>
  isSealed(file) || /Input|\/ui\/seal\.|\/packages\/domain\/|\/node_modules\/(?:zod|temporal-\w+)\//.test(file)
const pieces = [
  { name: 'base', tags: ['$initial' as const], priority: 1 },
  { name: 'common', minShareCount: 22, test: (file: string) => !apart(file) },
]

export default defineConfig({
  plugins: [react(), graphql(), parsedDocuments(operations), routeFiles(), demo(), precompressed(), offlineApp()],
  // One module of five thousand icons is slow to load in development; the build takes only those that are used.
  resolve: {
    alias: { '@tabler/icons-react': '@tabler/icons-react/dist/esm/icons/index.mjs' },
    // RxJS as it was written, instead of what it is for browsers without classes.
    conditions: ['es2015', ...defaultClientConditions],
  },
  server: {
    port: 5173,
    proxy: {
      '/graphql': { ...toApi, ws: true },
      '/calendar': toApi,
      '/participation/export': toApi,
      '/reminder': toApi,
      '/feedback/pooled': toApi,
      '/demo': toApi,
    },
  },
  build: {
    target: ['chrome111', 'firefox115', 'safari16.4'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    // The first file lists all the others, so their names cost every page: they are short.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: pieces },
        chunkFileNames: 'assets/[hash:7].js',
        assetFileNames: 'assets/[hash:7][extname]',
      },
    },
  },
  test: { include: ['src/**/*.test.{ts,tsx}', '*.test.ts'], environment: 'node' },
})
