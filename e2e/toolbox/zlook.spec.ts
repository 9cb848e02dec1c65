import { test } from '../fixtures.ts'

const out = '/tmp/team/tb-shots/'
const paths = (process.env.LOOK ?? '/toolbox,/toolbox/reflekterende-team,/toolbox/troika').split(',')
test('look', async ({ demo, as }) => {
  test.setTimeout(300_000)
  const who = (process.env.WHO ?? 'leader') as 'leader' | 'consultant'
  for (const [scheme, width] of [
    ['light', 390],
    ['dark', 390],
    ['light', 1280],
    ['dark', 1280],
  ] as const) {
    const page = await as(demo[who], { viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: 'reduce' })
    for (const path of paths) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (wide > 0) console.log(path, width, 'wide', wide)
      await page.screenshot({ path: `${out}${path.replace(/\W+/g, '_')}-${scheme}-${width}.png`, fullPage: true })
    }
  }
})
