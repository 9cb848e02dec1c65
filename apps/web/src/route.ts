import { loadMessages, type Namespace } from './i18n.ts'

type Loader = (...args: never[]) => Promise<unknown>

/**
 * A route's code and its words, fetched side by side: `lazy: page(() => import('./networks/network.page.tsx'), 'networks')`.
 * Its data is asked for as soon as the code is there.
 */
export const page =
  <Module extends object>(load: () => Promise<Module>, ...namespaces: Namespace[]) =>
  async (): Promise<Module> => {
    const words = loadMessages(...namespaces)
    const module: Module & { loader?: Loader } = await load()
    const { loader } = module
    if (loader) return { ...module, loader: (...args: never[]) => both(loader(...args), words) }
    await words
    return module
  }

async function both<Data>(data: Promise<Data>, words: Promise<void>): Promise<Data> {
  const [result] = await Promise.all([data, words])
  return result
}
