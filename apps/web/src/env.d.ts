/// <reference types="vite/client" />

/** Made by the build: operation name → id. Empty in development, where whole documents are sent. */
declare module 'virtual:stored-operations' {
  export const ids: Record<string, string>
}
