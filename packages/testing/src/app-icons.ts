import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { chromiumLaunch } from './browser.ts'
import { root } from './prepare.ts'

/** Draws the icons of the installed app from icon.svg. By hand, when the mark has changed: `pnpm --filter @lederkreds/testing icons`. */
const folder = join(root, 'apps/web/public')
const mark = readFileSync(join(folder, 'icon.svg'), 'utf8')
const paper = '#faf7f2'

/** `room` is the part of the icon's width that the mark takes; a maskable icon may lose a fifth on each side. */
const icons = [
  { file: 'icon-192.png', size: 192, room: 0.86, ground: 'transparent' },
  { file: 'icon-512.png', size: 512, room: 0.86, ground: 'transparent' },
  { file: 'icon-maskable-512.png', size: 512, room: 0.58, ground: paper },
]

const browser = await chromium.launch(await chromiumLaunch())
const page = await browser.newPage({ colorScheme: 'light' })
for (const { file, size, room, ground } of icons) {
  await page.setViewportSize({ width: size, height: size })
  const style = `margin:0;height:100vh;display:grid;place-items:center;background:${ground}`
  await page.setContent(`<body style="${style}"><div style="width:${room * 100}vw">${mark}</div></body>`)
  await page.screenshot({ path: join(folder, file), omitBackground: true })
}
await browser.close()
