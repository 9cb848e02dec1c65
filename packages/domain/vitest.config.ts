import { defineConfig } from 'vitest/config'

// Property tests try hundreds of cases: on a busy machine that takes longer than five seconds.
export default defineConfig({ test: { testTimeout: 30_000, maxWorkers: 2 } })
