interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string | null; createScriptURL(url: string): string | null },
  ): unknown
}

/**
 * The page is served with `require-trusted-types-for 'script'`. The only HTML that the app writes as text is the content
 * of Mantine's style elements; text without a "<" cannot hold markup, so that, and nothing else, passes. The only scripts
 * that it starts by their address are the worker that holds the keys and the one that serves the app without a network.
 */
export function trustOwnPartsOnly() {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  trustedTypes?.createPolicy('default', {
    createHTML: (text) => (text.includes('<') ? null : text),
    createScriptURL: (url) => (isOwnWorker(new URL(url, location.href)) ? url : null),
  })
}

const isOwnWorker = ({ origin, pathname }: URL) =>
  origin === location.origin && /^\/(?:sw\.js|(?:assets|src)\/vault-worker[\w.-]*)$/.test(pathname)

/**
 * Zod would write its parsers as text and have the browser run them, which this page never does. It looks for this name
 * when the first schema is made; setting it here keeps Zod itself out of the first view.
 */
export function parseWithoutWrittenCode() {
  Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
}
