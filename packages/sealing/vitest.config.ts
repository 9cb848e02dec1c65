import { defineConfig } from 'vitest/config'

// Stretching a passphrase takes a third of a second, and some tests do it often: on a busy machine that adds up.
export default defineConfig({ test: { testTimeout: 60_000, maxWorkers: 2 } })
