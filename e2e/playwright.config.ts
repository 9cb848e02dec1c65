import { chromiumLaunch } from '@lederkreds/testing/browser'
import { defineConfig } from '@playwright/test'

const viewport = { width: 1280, height: 900 }
/** Stories that wait for minutes: they take nobody's place, since whoever waits needs no processor. */
const waiting = '**/*-minutes.spec.ts'
/** The longest of all: begun last, they would go on alone. */
const longest = '**/canary.spec.ts'

/** No retries: a story that passes the second time hides a fault from its reader. */
export default defineConfig({
  testMatch: '**/*.spec.ts',
  outputDir: '../.data/e2e',
  globalSetup: './global-setup.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 4,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    launchOptions: await chromiumLaunch(),
    actionTimeout: 10_000,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    // Writing every story down takes a fifth of its time; "--trace on" does it for one that is looked into.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'longest', testMatch: longest, use: { viewport } },
    { name: 'da desktop', testIgnore: [longest, waiting], workers: 3, use: { viewport } },
    { name: 'waiting', testMatch: waiting, workers: 1, use: { viewport } },
  ],
})
