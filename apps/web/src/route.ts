import { loadMessages, type Namespace } from './i18n.ts'
import { afterRelease } from './release.ts'

/** A route's code and its words, fetched side by side: `lazy: page(() => import('./networks/network.page.tsx'), 'networks')`. */
export const page =
  <Module>(load: () => Promise<Module>, ...namespaces: Namespace[]) =>
  async (): Promise<Module> => {
    const [module] = await Promise.all([load(), loadMessages(...namespaces)]).catch(afterRelease)
    return module
  }
