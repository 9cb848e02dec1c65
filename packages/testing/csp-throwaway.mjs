import chromium from '@sparticuz/chromium'
import { chromium as pw } from 'playwright-core'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
const browser = await pw.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox','--disable-gpu','--disable-background-networking','--disable-component-update','--disable-sync','--no-first-run'] })
const types = { '.js':'text/javascript','.css':'text/css','.html':'text/html; charset=utf-8','.woff2':'font/woff2','.svg':'image/svg+xml' }
const csp = "default-src 'none'; connect-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; style-src 'self' 'nonce-abc123'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'"
const ctx = await browser.newContext({ viewport:{width:1280,height:900}, locale:'da-DK' })
await ctx.route('**/*', async (route) => {
  const url = new URL(route.request().url())
  if (url.pathname === '/graphql') { console.log('graphql', route.request().postData(), JSON.stringify(route.request().headers()['x-lederkreds']))
    return process.argv[2] === 'out' ? route.fulfill({ json: { errors:[{message:'Sign in', extensions:{code:'UNAUTHENTICATED'}}] } }) : process.argv[2]==='down' ? route.abort() : route.fulfill({ json: { data: { viewer: { __typename:'Viewer', id:'1', name:'Mette Østergaard', isConsultant:true, isAdmin:true } } } }) }
  const file = extname(url.pathname) ? url.pathname : '/index.html'
  try { let body = await readFile('/tmp/dist'+file); if (file==='/index.html') body = body.toString().replaceAll('__CSP_NONCE__','abc123')
    await route.fulfill({ body, headers: { 'content-type': types[extname(file)] ?? 'text/plain', 'content-security-policy': csp } }) } catch (e) { await route.fulfill({ status: 404, body: '' }) }
})
const p = await ctx.newPage()
p.on('console', m => console.log(m.type(), m.text().slice(0,500))); p.on('pageerror', e => console.log('pageerror', e.message))
p.on('framenavigated', f => console.log('nav', f.url()))
await p.goto('http://localhost:4999/nowhere'); await p.waitForTimeout(1500)
await p.screenshot({ path: '/tmp/shots/prod-1.png' })
await p.keyboard.press('?'); await p.waitForTimeout(700); await p.screenshot({ path: '/tmp/shots/prod-2.png' })
await p.keyboard.press('Escape'); await p.waitForTimeout(400)
await p.getByRole('button', { name: /Din menu/ }).click({timeout:2000}).catch(e=>console.log(e.message.slice(0,100))); await p.waitForTimeout(300); await p.screenshot({ path: '/tmp/shots/prod-3.png' })
await browser.close()
