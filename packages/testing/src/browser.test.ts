import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { chromiumLaunch } from './browser.ts'

test('a Chromium starts on this machine and renders Danish letters in a page', { timeout: 60_000 }, async () => {
  const browser = await chromium.launch(await chromiumLaunch())
  const page = await browser.newPage()
  await page.setContent('<h1>Blåbærgrød</h1>')
  expect(await page.getByRole('heading').innerText()).toBe('Blåbærgrød')
  expect((await page.getByRole('heading').boundingBox())?.height).toBeGreaterThan(10)
  await browser.close()
})

test('a wrong CHROMIUM_PATH is refused in one sentence', async () => {
  const before = process.env.CHROMIUM_PATH
  process.env.CHROMIUM_PATH = '/nowhere/chromium'
  await expect(chromiumLaunch()).rejects.toThrow('CHROMIUM_PATH names /nowhere/chromium, which does not exist.')
  if (before === undefined) delete process.env.CHROMIUM_PATH
  else process.env.CHROMIUM_PATH = before
})
