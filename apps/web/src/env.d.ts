/// <reference types="vite/client" />

declare module 'virtual:graphql' {
  /** Interface or union → the types behind it; a release holds those that its documents name. */
  export const possibleTypes: Record<string, string[]>
}
