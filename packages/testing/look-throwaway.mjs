import chromium from '@sparticuz/chromium'
import { chromium as pw } from 'playwright-core'
const exe = process.env.CHROMIUM_PATH ?? await chromium.executablePath()
const browser = await pw.launch({ executablePath: exe, args: ['--no-sandbox','--disable-gpu','--disable-background-networking','--disable-component-update','--disable-sync','--no-first-run'] })
const [,, base, out, ...paths] = process.argv
for (const path of paths.length ? paths : ['/ui']) for (const scheme of ['light','dark']) for (const width of [390,1280]) {
  const ctx = await browser.newContext({ viewport:{width,height: width===390?844:900}, colorScheme: scheme, locale:'da-DK', deviceScaleFactor: Number(process.env.DPR ?? 1), hasTouch: width===390, ignoreHTTPSErrors:true })
  const p = await ctx.newPage()
  p.on('console', m => console.log(scheme,width,m.type(),m.text().slice(0,400)))
  p.on('pageerror', e => console.log('pageerror', e.message))
  p.on('requestfailed', r => console.log('failed', r.url(), r.failure()?.errorText))
  await p.goto(base+path); await p.waitForTimeout(2500)
  await p.screenshot({ path: `${out}/${path.replaceAll('/','_')}-${scheme}-${width}.png`, fullPage: !process.env.PART })
  const wide = await p.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (wide > 0) console.log('overflow', wide)
  await ctx.close()
}
await browser.close()
