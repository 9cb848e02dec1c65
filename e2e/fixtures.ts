import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { newToken } from '@lederkreds/api/cookies'
import { storedOperations } from '@lederkreds/api/operations'
import { tokenHash } from '@lederkreds/api/secrets'
import { startWorker } from '@lederkreds/api/worker'
import { type ApiPair, type ApiProcess, openApiPair, openApiProcess } from '@lederkreds/testing/api-process'
import { dayAhead as dayFromNow } from '@lederkreds/testing/day'
import { type DemoOrganisation, demoPassphrase, seedDemo, seedDemoKeys } from '@lederkreds/testing/demo-organisation'
import { Between } from '@lederkreds/testing/dishonest'
import { forgedItems } from '@lederkreds/testing/forged-items'
import { forgedKeys } from '@lederkreds/testing/forged-keys'
import { openAnew } from '@lederkreds/testing/fresh-device'
import { journalWeeks } from '@lederkreds/testing/journal-weeks'
import { type Mailbox, openMailbox } from '@lederkreds/testing/mailbox'
import { freePort } from '@lederkreds/testing/postgres-process'
import { type Asking, askedCycle } from '@lederkreds/testing/sealed-ask'
import { sealEntry } from '@lederkreds/testing/sealed-entry'
import { sealedJournal } from '@lederkreds/testing/sealed-journal'
import { accountKeyOf, type SealedKeys, sealedKeys, toldEntry, toldKeys } from '@lederkreds/testing/sealed-keys'
import type { Row, Seed, SeededCycle, SeededNetwork, SeededPerson } from '@lederkreds/testing/seed'
import { startTestServer, type TestServer } from '@lederkreds/testing/server'
import { buildUnsealed } from '@lederkreds/testing/unsealed-build'
import { openWatched, type Watched } from '@lederkreds/testing/watched'
import { type BrowserContextOptions, test as base, expect as baseExpect, type Page } from '@playwright/test'
import pino from 'pino'

export type { Between, Told, ToldEntry } from '@lederkreds/testing/dishonest'
export type { TestServer as Server } from '@lederkreds/testing/server'
export type { Watched } from '@lederkreds/testing/watched'
export type { Page } from '@playwright/test'
export const expect = baseExpect
export const dayAhead = dayFromNow
/** What a device that knows nothing opens out of what the server has. */
export const openOnNewDevice = openAnew
/** What a liar can make, and the secrets that must not reach it. */
export const lying = { forgedItems, forgedKeys, sealedKeys, toldKeys, toldEntry, accountKeyOf }
/** Opens the keys that the fixture `keys` makes, and the demo's. */
export const passphrase = demoPassphrase

const built = fileURLToPath(new URL('../apps/web/dist/', import.meta.url))

/** A whole installation of its own for one browser worker: database, API, background worker, mail server. */
export type Installation = { url: string; server: TestServer; mailbox: Mailbox }

/** An organisation with a network of six, made anew for each story. */
type Town = {
  organisation: string
  admin: SeededPerson
  consultant: SeededPerson
  network: SeededNetwork
  ada: SeededPerson
  ben: SeededPerson
  cleo: SeededPerson
  dan: SeededPerson
  eva: SeededPerson
  finn: SeededPerson
  /** Belongs to the organisation and to no network. */
  stranger: SeededPerson
}

/** The invented municipality of the demo, with seasons and attendance, in the worker's installation. */
export type Demo = DemoOrganisation & {
  meeting: string
  upcoming: string
  /** One that is over and was about the leader's case. */
  round: string
  invitationToken: string
  /** Two cycles in which the leader is asked, and her own. */
  asks: { signed: string; pooled: string; own: Record<'first' | 'second' | 'waiting' | 'tooFew' | 'unsent', string> }
}

/**
 * `steppedUp: false` for somebody who signed in a while ago: what asks her to confirm answers 403 first.
 * `goesOffline` for a browser that keeps the app and loses its connection, of which its console tells.
 */
type Signed = BrowserContextOptions & { passkeys?: boolean | 'withoutPrf'; steppedUp?: boolean; goesOffline?: boolean }

type Fixtures = {
  town: Town
  mailbox: Mailbox
  server: TestServer
  /** A browser of its own in which this person is signed in already. */
  as: (person: SeededPerson, options?: Signed & { at?: Pick<ApiProcess, 'url' | 'seed'> }) => Promise<Page>
  /** An installation in which nobody is yet, and the link that its first start prints. */
  newcomer: { setUpLink: string }
  /** The API as a program of its own that can be killed; signed in to with `as(person, { at: killable })`. */
  killable: ApiProcess
  /** Two of them on one database, behind one address; signed in to in the same way. */
  pair: ApiPair
  /** Keys with the `passphrase` above, as if this person had made them; `after` others, which she lost. */
  keys: (person: SeededPerson, after?: SealedKeys, at?: ApiProcess) => Promise<SealedKeys>
  /** Keys, and a journal of so many weeks up to today, as if this person had written it. Answers how much is in it. */
  journal: (person: SeededPerson, weeks: number) => Promise<JournalCounts>
  /** Somebody with an installation and browsers of her own, in which no byte goes unseen. */
  watched: (sealing: 'on' | 'off') => Promise<Watched>
  /** Lines in somebody's journal, sealed with her keys; answers their ids. */
  written: (person: SeededPerson, keys: SealedKeys, texts: readonly string[]) => Promise<string[]>
  /** Somebody of the town asks some others, with her own keys as her browser would; all who take part get keys. */
  asked: (receiver: SeededPerson, givers: readonly SeededPerson[], how?: How) => Promise<AskedCycle>
  /** Stands between a page's browser and the server, to lie and to write down what is sent. */
  between: (page: Page) => Promise<Between>
  /** A browser of its own in which nobody is signed in. */
  visitor: (options?: Signed) => Promise<Page>
}

const missing = ({ name }: SeededPerson): never => {
  throw new Error(`${name} has no keys`)
}

type How = Omit<Asking, 'receiver' | 'givers'>
type AskedCycle = SeededCycle & {
  /** Where a giver answers. */
  path: string
  keysOf: (person: SeededPerson) => SealedKeys
}

/** How many documents of each kind. */
type JournalCounts = { all: number; entries: number; nights: number; pulses: number }

export const test = base.extend<Fixtures, { installation: Installation; demo: Demo }>({
  installation: [
    async ({}, use) => {
      const { stop, ...installation } = await openInstallation()
      await use(installation)
      await stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  demo: [
    async ({ installation }, use) => {
      const { server } = installation
      await use(
        await server.seed(async (seed) => {
          const demo = seedDemoWithInvitation(seed)
          return { ...demo, asks: await seedDemoKeys(seed, demo, server.settings.SECRET) }
        }),
      )
    },
    { scope: 'worker' },
  ],
  newcomer: async ({}, use) => {
    const { url, server, stop } = await openInstallation()
    const token = newToken()
    await server.api.door.step('offer_set_up', tokenHash(token))
    await use({ setUpLink: `${url}/set-up#${token}` })
    await stop()
  },
  killable: async ({}, use) => {
    const api = await openApiProcess()
    await use(api)
    await api.stop()
  },
  pair: async ({}, use) => {
    const pair = await openApiPair()
    await use(pair)
    await pair.stop()
  },
  baseURL: async ({ installation }, use) => use(installation.url),
  mailbox: async ({ installation }, use) => use(installation.mailbox),
  server: async ({ installation }, use) => use(installation.server),

  town: async ({ server }, use) => {
    const town = await server.seed((seed) => {
      const organisation = seed.organisation('Sønderby Kommune')
      const leader = (name: string, workplace: string) =>
        seed.person(organisation, { name, workplace, title: 'Skoleleder', level: 3 })
      const admin = seed.person(organisation, { name: 'Astrid Lund', title: 'HR-chef', roles: ['admin'] })
      const consultant = seed.person(organisation, { name: 'Kim Bach', title: 'Konsulent', roles: ['consultant'] })
      const [ada, ben, cleo] = [
        leader('Ada Holm', 'Nordskolen'),
        leader('Ben Friis', 'Vestskolen'),
        leader('Cleo Dam', 'Havneskolen'),
      ]
      const [dan, eva, finn] = [
        leader('Dan Krog', 'Byskolen'),
        leader('Eva Toft', 'Søskolen'),
        leader('Finn Juhl', 'Skovskolen'),
      ]
      const stranger = leader('Gry Vang', 'Engskolen')
      const network = seed.network(organisation, {
        name: 'Skolelederne Nord',
        consultant,
        members: [ada, ben, cleo, dan, eva, finn],
      })
      return { organisation, admin, consultant, network, ada, ben, cleo, dan, eva, finn, stranger }
    })
    await use(town)
  },

  watched: async ({ playwright, launchOptions }, use) => {
    const closing: (() => Promise<unknown>)[] = []
    await use(async (sealing) => {
      const dist = sealing === 'on' ? built : await buildUnsealed()
      if (sealing === 'off') closing.push(async () => rmSync(dist, { recursive: true }))
      const said: string[] = []
      const log = pino({ level: 'trace' }, { write: (line: string) => said.push(line) })
      const installation = await openInstallation({ dist, log })
      closing.push(installation.stop)
      const launch = (profile: string) =>
        playwright.chromium.launchPersistentContext(profile, {
          ...launchOptions,
          baseURL: installation.url,
          locale: 'da-DK',
          timezoneId: 'Europe/Copenhagen',
        })
      const watched = await openWatched({ ...installation, dist, said, launch, passphrase })
      closing.push(watched.stop)
      return watched
    })
    for (const close of closing.toReversed()) await close()
  },

  visitor: async ({ browser, baseURL }, use, info) => {
    const open = openPages(browser, baseURL ?? '')
    await use((options) => open.page(options))
    await open.finish(info.errors.length === 0)
  },

  written: async ({ server }, use) => {
    await use(async (person, { vault }, texts) => {
      const day = dayAhead(0)
      const entries = await Promise.all(texts.map((text) => sealEntry(vault, day, text)))
      return server.seed((seed) => entries.map((entry) => seed.sealedItem(person, entry)))
    })
  },

  asked: async ({ town, server, keys }, use) => {
    const made = new Map<string, SealedKeys>()
    const keysOf = (person: SeededPerson) => made.get(person.id) ?? missing(person)
    await use(async (receiver, givers, how = {}) => {
      for (const person of [receiver, ...givers]) if (!made.has(person.id)) made.set(person.id, await keys(person))
      const both = (person: SeededPerson) => ({ person, keys: keysOf(person) })
      const people = { receiver: both(receiver), givers: givers.map(both) }
      const cycle = await server.seed((seed) =>
        askedCycle(seed, town.network, { ...how, ...people }, server.settings.SECRET),
      )
      return { ...cycle, path: `/feedback/FeedbackCycle_${cycle.id}/answer`, keysOf }
    })
  },

  between: async ({}, use) => {
    const all: Between[] = []
    await use(async (page) => {
      const between = new Between(JSON.parse(readFileSync(`${built}operations.json`, 'utf8')))
      await between.standBefore(page.context() as never)
      all.push(between)
      return between
    })
    for (const { faults } of all) expect(faults).toEqual([])
  },

  keys: async ({ server }, use) => {
    await use(async (person, after, at) => {
      const made = await sealedKeys(person, { passphrase: demoPassphrase, after: after?.identity })
      await (at ?? server).seed((seed) => seed.keys(person, after ? { ...made, wraps: [] } : made))
      return made
    })
  },

  journal: async ({ server, keys }, use) => {
    await use(async (person, weeks) => {
      const { vault } = await keys(person)
      const documents = journalWeeks(dayAhead(0), weeks)
      const items = await sealedJournal(vault, documents)
      await server.seed((seed) => items.map((item) => seed.sealedItem(person, item)))
      const of = (type: string) => documents.filter((each) => each.type === type).length
      return { all: items.length, entries: of('entry'), nights: of('sleep'), pulses: of('pulse') }
    })
  },

  as: async ({ browser, baseURL, server }, use, info) => {
    const open = openPages(browser, baseURL ?? '')
    await use(async (person, { at, ...options } = {}) => {
      const token = await (at ?? server).seed((seed) => seed.session(person, { steppedUp: options.steppedUp ?? true }))
      return open.page({ ...options, ...(at && { baseURL: at.url }) }, token)
    })
    await open.finish(info.errors.length === 0)
  },
})

/** The demo's meetings around now, and an invitation that nobody has answered. */
function seedDemoWithInvitation(seed: Seed): Omit<Demo, 'asks'> {
  const demo = seedDemo(seed)
  const meetings = (seed.rows.get('meeting') ?? []).filter(({ network_id }) => network_id === demo.network.id)
  const isOver = ({ starts_at }: Row) => starts_at instanceof Date && starts_at < seed.now
  const invitationToken = 'demo-invitation'.padEnd(43, 'x')
  seed.add('invitation', {
    id: seed.id(),
    network_id: demo.network.id,
    email: 'ny.leder@sonderby.example',
    name: 'Nina Leder',
    title: 'Skoleleder',
    workplace: 'Bakkeskolen',
    invited_by_id: demo.consultant.id,
    token_hash: createHash('sha256').update(invitationToken).digest(),
    expires_at: new Date(seed.now.getTime() + 14 * 24 * 3_600_000),
  })
  const [meeting, upcoming] = [meetings.findLast(isOver), meetings.find((row) => !isOver(row))]
  const isHers = ({ person_id, is_focus }: Row) => person_id === demo.leader.id && is_focus === true
  const round = String((seed.rows.get('round_role') ?? []).findLast(isHers)?.round_id)
  return { ...demo, meeting: String(meeting?.id), upcoming: String(upcoming?.id), round, invitationToken }
}

/** Database, mail server, API and background worker, of their own. */
async function openInstallation({
  dist = built,
  log = pino({ level: 'silent' }),
} = {}): Promise<Installation & { stop: () => Promise<void> }> {
  if (!existsSync(`${dist}operations.json`))
    throw new Error('The web app is not built: run "pnpm --filter @lederkreds/web build" first.')
  const mailbox = await openMailbox()
  const port = (await freePort()) ?? 0
  const url = `http://localhost:${port}`
  const server = await startTestServer({
    dist,
    operations: storedOperations(`${dist}operations.json`),
    log,
    settings: { PUBLIC_URL: url, PORT: port, SMTP_URL: mailbox.url },
  })
  const worker = await startWorker(server.settings, log)
  const stop = async () => {
    await worker.stop()
    await server.stop()
    await mailbox.stop()
  }
  return { url, server, mailbox, stop }
}

/** Opens pages and listens to their consoles: an error there fails the story. */
function openPages(browser: import('@playwright/test').Browser, baseURL: string) {
  const faults: string[] = []
  const contexts: import('@playwright/test').BrowserContext[] = []
  return {
    page: async ({ passkeys, steppedUp = true, goesOffline = false, ...options }: Signed = {}, token?: string) => {
      const context = await browser.newContext({
        baseURL,
        locale: 'da-DK',
        timezoneId: 'Europe/Copenhagen',
        serviceWorkers: goesOffline ? 'allow' : 'block',
        ...options,
      })
      contexts.push(context)
      if (token)
        await context.addCookies([
          {
            name: 'lederkreds-session',
            value: token,
            url: options.baseURL ?? baseURL,
            httpOnly: true,
            sameSite: 'Lax',
          },
        ])
      const page = await context.newPage()
      page.on('console', (message) => {
        const isAsked = !steppedUp && message.text().includes('status of 403')
        const isLost = goesOffline && isOfLostConnection(message.text())
        if (message.type() === 'error' && !isAsked && !isLost && !isOfInspection(page, message.text()))
          faults.push(message.text())
      })
      page.on('pageerror', (error) => faults.push(String(error)))
      if (passkeys) await addAuthenticator(page, passkeys !== 'withoutPrf')
      return page
    },
    finish: async (passed: boolean) => {
      // What closing breaks off, a request that is under way, is not the story's fault.
      const told = [...faults]
      for (const context of contexts) await context.close()
      if (passed && told.length > 0) throw new Error(`The console told of errors:\n${told.join('\n')}`)
    },
  }
}

/** The last of these is what Chromium says of a service worker that it wanted to look for anew just then. */
const isOfLostConnection = (text: string) =>
  /net::ERR_(?:INTERNET_DISCONNECTED|CONNECTION_\w+|FAILED)|WebSocket|error occurred when fetching the script/.test(
    text,
  )

/** Chromium's virtual authenticator: a phone with a fingerprint reader that always agrees, and unlocks if it has PRF. */
async function addAuthenticator(page: Page, hasPrf: boolean) {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

// axe itself runs text as script to find out where it is; the page's policy stops it, and axe goes on without.
const inspected = new WeakSet<Page>()
const isOfInspection = (page: Page, text: string) => inspected.has(page) && text.includes("'TrustedScript' assignment")

/** What axe finds against WCAG 2.0 to 2.2, levels A and AA, one line for each kind. */
export async function accessFaults(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  inspected.add(page)
  // Half a megabyte that a page which was not left has already.
  const known = (await page.evaluate(() => 'axe' in window)) && { axeSource: ';' }
  const axe = new AxeBuilder({ page: page as never, ...known }).options({ resultTypes: ['violations'] }).withTags(tags)
  // Otherwise axe puts its results together on an empty page of its own, anew each time: that is for frames, and there are none.
  const { violations } = await axe.setLegacyMode().analyze()
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}

/**
 * Fields that the browser may write into its own files, to fill them again when it comes back after a crash: all that stand
 * in no form with autocomplete="off". Where something sealed is written there must be none.
 */
export const remembered = (page: Page): Promise<string[]> =>
  page.locator('textarea, input, select').evaluateAll((fields) =>
    (fields as HTMLInputElement[])
      .filter(({ form, type }) => form?.autocomplete !== 'off' && type !== 'hidden')
      // Mantine measures how high a text is in a field of its own, and leaves an x in it.
      .filter(({ ariaHidden, value }) => !(ariaHidden === 'true' && value === 'x'))
      .map(({ outerHTML }) => outerHTML.slice(0, 160)),
  )

/** Waits until the device has everything that opens the app without a network. */
export const isKept = (page: Page) =>
  baseExpect
    .poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).active)), { timeout: 30_000 })
    .toBe(true)

const unlocking = /^(?:Lås op|Unlock)$/

/** What is locked, opened with the {@link passphrase}. */
export async function unlock(page: Page) {
  await page.getByLabel(/^(?:Adgangssætning|Passphrase)$/).fill(passphrase)
  await page.getByRole('button', { name: unlocking }).click()
  await page.getByRole('heading', { name: unlocking }).waitFor({ state: 'detached' })
}

/** The journal of somebody who has keys, unlocked. */
export async function openJournal(page: Page) {
  await page.goto('/journal')
  await unlock(page)
}
