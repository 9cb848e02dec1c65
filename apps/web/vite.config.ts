import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { manifestOf, storedOperations } from './stored-operations.ts'

const api = process.env['API_URL'] ?? 'http://localhost:4000'
const toApi = { target: api, changeOrigin: false }

/** Gives the app the ids of its own operations, and the API the file that says what they stand for. */
function storedOperationsPlugin(): Plugin {
  const id = 'virtual:stored-operations'
  let serving = false
  return {
    name: 'stored-operations',
    configResolved(config) {
      serving = config.command === 'serve'
    },
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    async load(source) {
      if (source !== `\0${id}`) return
      const ids = serving ? [] : (await storedOperations()).map((operation) => [operation.name, operation.id])
      return `export const ids = ${JSON.stringify(Object.fromEntries(ids))}`
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'operations.json', source: manifestOf(await storedOperations()) })
    },
  }
}

export default defineConfig({
  plugins: [react(), storedOperationsPlugin()],
  // One module of five thousand icons is slow to load in development; the build takes only those that are used.
  resolve: { alias: { '@tabler/icons-react': '@tabler/icons-react/dist/esm/icons/index.mjs' } },
  server: {
    port: 5173,
    proxy: {
      '/graphql': { ...toApi, ws: true },
      '/auth': toApi,
      '/calendar': toApi,
      '/exports': toApi,
      '/mailbox': toApi,
      '/demo': toApi,
    },
  },
  build: {
    target: ['chrome111', 'firefox115', 'safari16.4'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
  },
  test: { include: ['src/**/*.test.{ts,tsx}', '*.test.ts'], environment: 'node' },
})
