import type { Browser, BrowserContext, Page, Worker } from 'playwright-core'
import { passphrase, type Writer } from './journals.ts'
import { onSlowProcessor, slowdown } from './slow-processor.ts'

/** Milliseconds. */
export type Unlocking = {
  /** From the button to the frame in which the journal is there. */
  shown: number
  /** Of that, Argon2id in the worker. */
  stretched: number
  /** Of that, from the stretched passphrase on: everything is opened, indexed and counted, and the front is there. */
  opened: number
}

const mostly = 120_000

/** The marks of a page, each the first time that it is so: when the button was pressed, and what was there in which frame. */
const marks = `
  const is = {
    front: () => document.querySelector('a[href="/journal/patterns"]'),
    patterns: () => location.pathname === '/journal/patterns' && document.querySelector('main h1, h1') && (
      [...document.querySelectorAll('h2, h3, p')].some(({ textContent }) => /^(?:Uge for uge|Her er ikke noget at se endnu)$/.test(textContent))
    ),
    charts: () => document.querySelector('.recharts-surface'),
  }
  addEventListener('click', () => {
    performance.clearMarks()
    performance.mark('pressed')
  }, true)
  const look = () => {
    for (const [name, there] of Object.entries(is))
      if (performance.getEntriesByName(name).length === 0 && there()) performance.mark(name)
    requestAnimationFrame(look)
  }
  look()`

/** Runs in the vault's worker before it is asked for anything: notes when Argon2id began and what came after it. */
const noteStretching = () => {
  const { compile } = WebAssembly
  const { importKey } = crypto.subtle
  WebAssembly.compile = (bytes) => {
    if (performance.getEntriesByName('begun').length === 0) performance.mark('begun')
    return compile(bytes)
  }
  crypto.subtle.importKey = (...given: unknown[]) => {
    const isFirst = performance.getEntriesByName('stretched').length === 0
    if (isFirst && performance.getEntriesByName('begun').length > 0) performance.mark('stretched')
    return Reflect.apply(importKey, crypto.subtle, given)
  }
}

/** Answers when that was on the clock that pages and workers share. */
const timeOf = (place: Page | Worker, mark: string): Promise<number> =>
  (place as Page).evaluate(
    (name) => performance.timeOrigin + (performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN),
    mark,
  )

/** A browser of its own on which somebody is signed in; what it fetches of her journal it keeps. */
export class JournalDevice {
  readonly #browser: Browser
  readonly #context: BrowserContext
  readonly #url: string
  readonly #writer: Writer
  #page: Page | undefined

  constructor(browser: Browser, context: BrowserContext, url: string, writer: Writer) {
    this.#browser = browser
    this.#context = context
    this.#url = url
    this.#writer = writer
  }

  static async open(browser: Browser, url: string, writer: Writer): Promise<JournalDevice> {
    const context = await browser.newContext({
      locale: 'da-DK',
      timezoneId: 'Europe/Copenhagen',
      viewport: { width: 390, height: 844 },
      serviceWorkers: 'block',
    })
    await context.addCookies([{ name: 'lederkreds-session', value: writer.token, url }])
    await context.addInitScript({ content: marks })
    return new JournalDevice(browser, context, url, writer)
  }

  /** Unlocks and waits until everything is here: milliseconds from the stretched passphrase on. */
  async fetchAll(): Promise<number> {
    const { page, worker } = await this.#locked()
    return onSlowProcessor(this.#browser, slowdown, async () => {
      await this.#unlock(page)
      const start = await timeOf(worker, 'stretched')
      for (let tries = 0; !(await this.#isHere(page)); tries++) {
        if (tries > 600) throw new Error('The journal did not come.')
        await page.waitForTimeout(200)
      }
      return (await page.evaluate(() => performance.timeOrigin + performance.now())) - start
    })
  }

  /** Opens the journal in a new tab and unlocks it. */
  async unlock(): Promise<Unlocking> {
    const { page, worker } = await this.#locked()
    await onSlowProcessor(this.#browser, slowdown, () => this.#unlock(page))
    const [pressed, front] = [await timeOf(page, 'pressed'), await timeOf(page, 'front')]
    const [begun, stretched] = [await timeOf(worker, 'begun'), await timeOf(worker, 'stretched')]
    const times = { shown: front - pressed, stretched: stretched - begun, opened: front - stretched }
    if (Object.values(times).some((time) => !(time > 0)))
      throw new Error(`No times: ${JSON.stringify({ pressed, front, begun, stretched })}`)
    await this.#mustBeReadable(page)
    return times
  }

  /** Goes from the open journal to its patterns: until their words and tables are there, and until the charts are, if any. */
  async patterns(): Promise<{ shown: number; charts: number }> {
    const { page } = await this.#locked()
    await this.#unlock(page)
    await page.waitForLoadState('networkidle')
    await onSlowProcessor(this.#browser, slowdown, async () => {
      await page.locator('a[href="/journal/patterns"]').click()
      await hasMark(page, 'patterns')
      if (this.#writer.documents > 0) await hasMark(page, 'charts')
    })
    const [pressed, shown] = [await timeOf(page, 'pressed'), await timeOf(page, 'patterns')]
    const charts = this.#writer.documents > 0 ? (await timeOf(page, 'charts')) - pressed : Number.NaN
    return { shown: shown - pressed, charts }
  }

  close(): Promise<void> {
    return this.#context.close()
  }

  async #locked() {
    await this.#page?.close()
    const page = await this.#context.newPage()
    this.#page = page
    const worker = page.waitForEvent('worker', { timeout: mostly }).then(async (started) => {
      await started.evaluate(noteStretching)
      return started
    })
    worker.catch(() => {})
    await page.goto(`${this.#url}/journal`, { waitUntil: 'networkidle' })
    await page.getByLabel('Adgangssætning').fill(passphrase)
    return { page, worker: await worker }
  }

  async #unlock(page: Page) {
    await page.getByRole('button', { name: 'Lås op', exact: true }).click({ timeout: mostly })
    await hasMark(page, 'front')
  }

  #isHere(page: Page): Promise<boolean> {
    const { personId, documents } = this.#writer
    return page.evaluate(isHere, { name: `lederkreds-${personId}`, documents })
  }

  /** A journal that shows less than all of it would be opened in no time. */
  async #mustBeReadable(page: Page) {
    if (!(await this.#isHere(page))) throw new Error('Not everything is on the device.')
    if (await page.getByText('kan ikke åbnes').count()) throw new Error('Something could not be opened.')
  }
}

const hasMark = (page: Page, name: string) =>
  page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, name, { polling: 50, timeout: mostly })

/** Whether the device keeps as many items as there are. */
const isHere = ({ name, documents }: { name: string; documents: number }) =>
  new Promise<boolean>((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const counting = opening.result.transaction('item').objectStore('item').count()
      counting.onsuccess = () => {
        opening.result.close()
        resolve(counting.result >= documents)
      }
    }
  })
