import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromiumLaunch } from '@lederkreds/testing/browser'
import { load } from '@lederkreds/testing/load'
import { Seed } from '@lederkreds/testing/seed'
import { type Browser, chromium, type Page } from 'playwright-core'
import { startApi, startLimit } from './api-process.ts'
import { type Bed, withClient } from './bed.ts'
import { interleave, median, round } from './interleave.ts'

type Sizes = { raw: number; gzip: number; brotli: number }
type RouteSizes = { route: string; js: Sizes; css: Sizes }
/** Milliseconds from the start of the navigation until the page's heading is there: first visit, and again. */
type Visit = { first: number; second: number; scripts: string[] }

export type WebResult = {
  routes: RouteSizes[]
  /** JavaScript that had arrived when the network's page showed its content, brotli; the aim is 200 kB. */
  networkPageScripts: Sizes
  /** The heaviest of them, bytes of brotli. */
  heaviest: Record<string, number>
  aimBytes: number
  throttling: typeof throttling
  app: { first: number; second: number }
  /** The same heading from the same operation by a page of one kilobyte: what the line alone takes. */
  limit: { first: number; second: number }
}

const web = fileURLToPath(new URL('../../../apps/web/', import.meta.url))

/** What Lighthouse and older Chromes call Fast 3G, on a phone that is four times slower than this machine. */
const throttling = { cpuSlowdown: 4, latencyMs: 150, downKbits: 1600, upKbits: 750 }

/** What a first view of each route loads, and how long the network's page takes on a slow phone. */
export async function benchWeb(bed: Bed, { rounds = 5, log = (_line: string) => {} } = {}): Promise<WebResult> {
  const api = await startApi(bed)
  const limit = await startLimit(bed)
  const browser = await chromium.launch(await chromiumLaunch())
  try {
    const people = await signIn(bed)
    const routes: RouteSizes[] = []
    for (const { route, path, who } of await routesOf(bed)) {
      const files = await filesOf(browser, api.url + path, who && people[who])
      routes.push({ route, js: sizesOf(files, '.js'), css: sizesOf(files, '.css') })
    }
    log(`web: ${routes.length} routes looked at`)
    const [network] = bed.large.networks
    if (!network) throw new Error('There is no network to show.')
    const visit = (url: string) => () =>
      visitTwice(browser, `${url}/networks/Network_${network.id}`, people.leader, network.name)
    const runs = await interleave({ app: visit(api.url), limit: visit(limit.url) }, rounds)
    const times = (visits: Visit[]) => ({
      first: round(median(visits.map(({ first }) => first))),
      second: round(median(visits.map(({ second }) => second))),
    })
    const scripts = runs.app.at(-1)?.scripts ?? []
    const result = {
      routes,
      networkPageScripts: sizesOf(scripts, '.js'),
      heaviest: heaviestOf(scripts),
      aimBytes: 200_000,
      throttling,
      app: times(runs.app),
      limit: times(runs.limit),
    }
    log(`web: the network's page in ${result.app.first} ms, again in ${result.app.second} ms`)
    return result
  } finally {
    await browser.close()
    await Promise.all([api.stop(), limit.stop()])
  }
}

type Who = 'leader' | 'consultant' | 'admin'

async function signIn({ ownerUrl, large }: Bed): Promise<Record<Who, string>> {
  const [network] = large.networks
  const leader = network?.members[0]
  if (!network || !leader) throw new Error('There is nobody to sign in.')
  const seed = new Seed()
  const tokens = {
    leader: seed.session(leader),
    consultant: seed.session(network.consultant),
    admin: seed.session(large.admin),
  }
  await load(ownerUrl, seed)
  return tokens
}

/** Every route of the app's router that is built for production, with ids of the data in its path, and who may see it. */
async function routesOf({ ownerUrl, large }: Bed) {
  const router = readFileSync(join(web, 'src/router.tsx'), 'utf8')
  const [network] = large.networks
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<{ id: string }>(
      'SELECT id FROM meeting WHERE network_id = $1 AND ends_at > now() ORDER BY starts_at LIMIT 1',
      [network?.id],
    ),
  )
  const ids = {
    networkId: `Network_${network?.id}`,
    meetingId: `Meeting_${rows[0]?.id}`,
    personId: `Person_${network?.members[0]?.id}`,
  }
  const found = [...router.matchAll(/\{\s*(?:index: true|path: '([^']+)'),\s*lazy: page\(/g)]
  if (found.length === 0) throw new Error('No route was found in router.tsx.')
  return found.map(([, pattern = '']) => ({
    route: `/${pattern}`,
    path: `/${pattern.replaceAll(/:(\w+)/g, (_, name: keyof typeof ids) => ids[name] ?? name)}`,
    who: whoSees(pattern),
  }))
}

function whoSees(pattern: string): Who | null {
  if (['sign-in', 'set-up', 'invitation'].includes(pattern)) return null
  if (pattern.startsWith('admin')) return 'admin'
  return pattern.startsWith('consultant') ? 'consultant' : 'leader'
}

async function contextOf(browser: Browser, url: string, token: string | null) {
  const context = await browser.newContext({ locale: 'da-DK', viewport: { width: 390, height: 844 } })
  if (token) await context.addCookies([{ name: 'lederkreds-session', value: token, url: new URL(url).origin }])
  return context
}

/** Names of the files that a first view loads until the line is quiet. */
async function filesOf(browser: Browser, url: string, token: string | null): Promise<string[]> {
  const context = await contextOf(browser, url, token)
  try {
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'networkidle' })
    return await loadedBy(page, Number.POSITIVE_INFINITY)
  } finally {
    await context.close()
  }
}

const loadedBy = (page: Page, end: number) =>
  page.evaluate(
    (latest) =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => entry.startTime + entry.duration <= latest)
        .map(({ name }) => new URL(name).pathname),
    end,
  )

async function visitTwice(browser: Browser, url: string, token: string, heading: string): Promise<Visit> {
  const context = await contextOf(browser, url, token)
  try {
    const first = await visit(await context.newPage(), url, heading)
    const second = await visit(await context.newPage(), url, heading)
    return { first: first.at, second: second.at, scripts: first.scripts }
  } finally {
    await context.close()
  }
}

async function visit(page: Page, url: string, heading: string) {
  const line = await page.context().newCDPSession(page)
  const bytes = (kbits: number) => (kbits * 1000) / 8
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: throttling.latencyMs,
    downloadThroughput: bytes(throttling.downKbits),
    uploadThroughput: bytes(throttling.upKbits),
  })
  await line.send('Emulation.setCPUThrottlingRate', { rate: throttling.cpuSlowdown })
  await page.addInitScript({ content: markHeading(heading) })
  await page.goto(url, { waitUntil: 'commit' })
  await page.getByRole('heading', { level: 1, name: heading }).waitFor({ timeout: 60_000 })
  const at = await page.evaluate(() => performance.getEntriesByName('content')[0]?.startTime ?? Number.NaN)
  const scripts = await loadedBy(page, at)
  await page.close()
  return { at, scripts }
}

/** Runs in the page: marks the frame in which the heading is there. */
const markHeading = (heading: string) => `
  const look = () => {
    const isThere = [...document.querySelectorAll('h1')].some((title) => title.textContent === ${JSON.stringify(heading)})
    if (isThere) performance.mark('content')
    else requestAnimationFrame(look)
  }
  look()`

const namesOf = (paths: string[], ending: string) => [
  ...new Set(paths.filter((path) => path.endsWith(ending)).map((path) => basename(path))),
]

const sizeOf = (name: string) => readFileSync(join(web, 'dist/assets', name)).length

/** Sizes of built files as they lie beside each other in `dist`, compressed once for all. */
function sizesOf(paths: string[], ending: string): Sizes {
  const sum = (suffix: string) => namesOf(paths, ending).reduce((total, name) => total + sizeOf(name + suffix), 0)
  return { raw: sum(''), gzip: sum('.gz'), brotli: sum('.br') }
}

function heaviestOf(paths: string[]): Record<string, number> {
  const sizes = namesOf(paths, '.js').map((name): [string, number] => [name, sizeOf(`${name}.br`)])
  return Object.fromEntries(sizes.sort(([, one], [, other]) => other - one).slice(0, 15))
}
