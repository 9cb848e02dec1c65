import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

/** What the first view of a route fetches besides what `index.html` names; paths as the page asks for them. */
export interface RouteFiles {
  path: string
  scripts: string[]
  styles: string[]
  /** The scripts that hold its words, in each language. */
  words: { da: string[]; en: string[] }
  /** What of all that is code of what is sealed: bytes before they are packed, by module. */
  sealed: Record<string, number>
}

interface Route {
  path: string
  modules: string[]
  namespaces: string[]
}

const src = join(import.meta.dirname, 'src')
const workspace = join(import.meta.dirname, '../..')

/** The journal, the vault, and the packages that nothing else uses. Whom to call is public, and only stands beside it. */
const sealedCode = [
  /^packages\/sealing\//,
  /^packages\/domain\/src\/journal\/(?!help-contact)/,
  /^apps\/web\/src\/journal\/(?!(?:messages\.|edit-)?help-contact)/,
  /^apps\/web\/src\/account\/(?:vault|joint|sync|keyring|outbox|device-memory|trust|idle-clock)[\w-]*\.tsx?$/,
  /\/node_modules\/(?:comlink|idb|hash-wasm|@hpke\/\w+|@scure\/\w+)\//,
]

export const isSealed = (file: string): boolean => {
  const name = relative(workspace, file.split('?')[0] ?? '')
  return sealedCode.some((pattern) => pattern.test(name))
}

/** Writes `routes.json`, from which the API tells the browser at once what it would learn only from the app's code. */
export function routeFiles(): Plugin {
  return {
    name: 'route-files',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const routes = routesIn(await readFile(join(src, 'router.tsx'), 'utf8'))
      const files = routes.map((route) => filesOf(route, bundle))
      this.emitFile({ type: 'asset', fileName: 'routes.json', source: JSON.stringify(files, null, 2) })
    },
  }
}

/** The lines of router.tsx: `{ path: 'networks', lazy: page(() => import('./networks/networks.page.tsx'), 'networks') }`. */
function routesIn(router: string): Route[] {
  const line = /(?:index: true|path: '([^']+)'),\s*lazy: page\(\s*\(\) => import\('\.\/([^']+)'\)([^)]*)\)/g
  const signedIn = router.indexOf('const signedIn')
  return [...router.matchAll(line)].map(({ index, 1: path = '', 2: module = '', 3: namespaces = '' }) => ({
    path: `/${path}`,
    modules: index > signedIn ? ['shell.tsx', module] : [module],
    namespaces: [...namespaces.matchAll(/'([^']+)'/g)].map(([, name = '']) => name),
  }))
}

function filesOf({ path, modules, namespaces }: Route, bundle: Rolldown.OutputBundle): RouteFiles {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const withImports = (starts: Rolldown.OutputChunk[]): Set<Rolldown.OutputChunk> => {
    const found = new Set(starts)
    for (const { imports } of found)
      for (const name of imports) {
        const chunk = bundle[name]
        if (chunk?.type === 'chunk') found.add(chunk)
      }
    return found
  }
  const known = withImports(chunks.filter(({ isEntry }) => isEntry))
  const chunkOf = (module: string) => {
    const chunk = chunks.find(({ moduleIds }) => moduleIds.includes(join(src, module)))
    if (!chunk) throw new Error(`${path}: ${module} is nowhere in the build`)
    return chunk
  }
  const beyond = (names: string[]) => [...withImports(names.map(chunkOf))].filter((chunk) => !known.has(chunk))
  const scriptsOf = (found: Rolldown.OutputChunk[]) => found.map(({ fileName }) => `/${fileName}`)
  const words = (language: 'da' | 'en') => beyond(messagesIn(namespaces, language))

  const own = beyond(modules)
  const spoken = { da: words('da'), en: words('en') }
  const styles = own.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
  return {
    path,
    scripts: scriptsOf(own),
    styles: [...new Set(styles)].map((name) => `/${name}`),
    words: { da: scriptsOf(spoken.da), en: scriptsOf(spoken.en) },
    sealed: sealedIn([...known, ...own, ...spoken.da, ...spoken.en]),
  }
}

function sealedIn(chunks: Rolldown.OutputChunk[]): Record<string, number> {
  const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules))
  const rendered = modules.filter(([id, { renderedLength }]) => renderedLength > 0 && isSealed(id))
  return Object.fromEntries(rendered.map(([id, { renderedLength }]) => [relative(workspace, id), renderedLength]))
}

const messagesIn = (namespaces: string[], language: 'da' | 'en') =>
  ['app', 'ui', ...namespaces].map((namespace) => messagesOf(namespace, language))

function messagesOf(namespace: string, language: 'da' | 'en'): string {
  const [feature, part] = namespace.split('/')
  return [feature === 'app' ? '' : `${feature}/`, 'messages.', part ? `${part}.` : '', language, '.ts'].join('')
}
