import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin, PluginOption, Rolldown } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

/** Bytes over the line for what a device keeps of the app, compressed as it is served; a build that asks for more fails. */
const atMost = 750_000

/** Pages that work without a network, with the parts that they load later; a chart is fetched when it is looked at. */
const pages = /\/src\/(?:journal\/(?:room|[\w-]+\.page)|supervision\/(?:round|table)\.page)\.tsx$/
const charts = /\/node_modules\/recharts\//
/** The frame around them with its dialogs, and the words of both, in both languages. */
const frame =
  /\/src\/(?:shell\.tsx|ui\/[\w-]+-dialog\.tsx|(?:(?:account|journal|supervision|ui|toolbox)\/)?(?:[\w-]+\.)?messages\.(?:[\w-]+\.)?(?:da|en)\.ts)$/
/** Files that no chunk leads to: the keys' worker, and the fonts of the first view. */
const byName = /^(?:index\.html|icon\.svg|assets\/(?:vault-worker|(?:source-sans-3|fraunces)-latin-wght-normal).*)$/

/** The manifest of the installed app, and the service worker that opens it without a network. */
export function offlineApp(): PluginOption[] {
  let wanted = new Set<string>()
  let dist = ''
  const collect: Plugin = {
    name: 'offline-app',
    apply: 'build',
    configResolved({ root, build: { outDir } }) {
      dist = resolve(root, outDir)
    },
    generateBundle(_options, bundle) {
      wanted = filesOf(bundle)
    },
  }
  const pwa = VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src',
    filename: 'sw.ts',
    injectRegister: false,
    includeManifestIcons: false,
    manifest: {
      id: '/',
      name: 'Lederkreds',
      short_name: 'Lederkreds',
      lang: 'da',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      theme_color: '#faf7f2',
      background_color: '#faf7f2',
      icons: [
        { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    injectManifest: {
      rollupFormat: 'iife',
      globPatterns: ['index.html', 'icon.svg', 'assets/*.{js,css,woff2}'],
      dontCacheBustURLsMatching: /^assets\//,
      manifestTransforms: [
        (entries) => {
          const kept = entries.filter(({ url }) => byName.test(url) || wanted.has(url))
          const size = kept.reduce((sum, { url }) => sum + sizeOf(join(dist, url)), 0)
          if (size > atMost)
            throw new Error(`A device would fetch ${size} bytes to keep the app; ${atMost} are allowed.`)
          // The page comes from the API, which gives it its nonce and its policy.
          return { manifest: kept.map((entry) => (entry.url === 'index.html' ? { ...entry, url: '/' } : entry)) }
        },
      ],
    },
  })
  return [collect, pwa]
}

function sizeOf(file: string): number {
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size
}

/** Names of the chunks that the first view and the pages above need, with their styles. */
function filesOf(bundle: Rolldown.OutputBundle): Set<string> {
  const files = new Set<string>()
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const take = (name: string, withLater: boolean) => {
    const chunk = bundle[name]
    if (chunk?.type !== 'chunk' || files.has(name) || chunk.moduleIds.some((id) => charts.test(id))) return
    files.add(name)
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style)
    for (const each of withLater ? [...chunk.imports, ...chunk.dynamicImports] : chunk.imports) take(each, withLater)
  }
  for (const { fileName, isEntry, moduleIds } of chunks) {
    if (isEntry || moduleIds.some((id) => frame.test(id))) take(fileName, false)
  }
  // The first view is taken already, so that from here nothing leads on to the pages that it may load.
  for (const { fileName, moduleIds } of chunks) if (moduleIds.some((id) => pages.test(id))) take(fileName, true)
  return files
}
