interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(text: string): string | null }): unknown
}

/**
 * The page is served with `require-trusted-types-for 'script'`. The only HTML that the app writes as text is the content
 * of Mantine's style elements; text without a "<" cannot hold markup, so that, and nothing else, passes.
 */
export function trustStylesOnly() {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  trustedTypes?.createPolicy('default', { createHTML: (text) => (text.includes('<') ? null : text) })
}
