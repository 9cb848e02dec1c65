import { test } from '../fixtures.ts'

const out = '/tmp/team/tb-shots/'
const paths = (process.env.LOOK ?? '/toolbox').split(',')
const views = (process.env.VIEWS ?? 'light-390,dark-390,light-1280').split(',').map((v) => v.split('-'))
test('look', async ({ demo, as, server }) => {
  test.setTimeout(300_000)
  const who = (process.env.WHO ?? 'leader') as 'leader' | 'consultant'
  const own = await server.seed((seed) =>
    seed.protocol(demo.consultant, 'kollegial-sparring-8-trin', [{ name: { da: 'Vores sparring' } }]),
  )
  for (const [scheme, width] of views) {
    const page = await as(demo[who], {
      viewport: { width: Number(width), height: Number(process.env.H ?? 1600) },
      colorScheme: scheme as 'light',
      reducedMotion: 'reduce',
    })
    for (const raw of paths) {
      const path = raw.replace('OWN', `Protocol_${own.id}`)
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (wide > 0) console.log(path, width, 'wide', wide)
      for (const summary of await page.locator('details.none > summary').all()) await summary.click()
      if (path.includes('new')) await page.locator('li > details > summary').nth(1).click()
      if (process.env.PRINT) await page.emulateMedia({ media: 'print' })
      await page.screenshot({ path: `${out}${raw.replace(/\W+/g, '_')}-${scheme}-${width}.png` })
    }
  }
})
