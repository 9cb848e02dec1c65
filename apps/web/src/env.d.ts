/// <reference types="vite/client" />

declare module 'virtual:graphql' {
  /** Operation name → id, made by the build. Empty in development, where whole documents are sent. */
  export const ids: Record<string, string>
  /** Interface or union → the types behind it. */
  export const possibleTypes: Record<string, string[]>
}
