import { chromiumLaunch } from '@lederkreds/testing/browser'
import { defineConfig } from '@playwright/test'

/** No retries: a story that passes the second time hides a fault from its reader. */
export default defineConfig({
  testMatch: '**/*.spec.ts',
  outputDir: '../.data/e2e',
  globalSetup: './global-setup.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    launchOptions: await chromiumLaunch(),
    actionTimeout: 10_000,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [{ name: 'da desktop', use: { viewport: { width: 1280, height: 900 } } }],
})
