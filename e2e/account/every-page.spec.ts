import { accessFaults, type Demo, expect, type Page, passphrase, remembered, test, unlock } from '../fixtures.ts'

type Who = 'visitor' | 'leader' | 'consultant' | 'admin'
type Language = 'da' | 'en'
/** `first` is done on the page before it is looked at; an `open` one needs its owner's keys. */
type Stop = {
  name: string
  who: Who
  path: (demo: Demo) => string
  open?: boolean
  first?: (page: Page) => Promise<unknown>
}

const literally = (words: string) => words.replace(/[?.()]/g, '\\$&')
/** The same words in both languages. */
const either = (...words: [danish: string, english: string]) => new RegExp(`^(?:${words.map(literally).join('|')})$`)
const press =
  (...words: [danish: string, english: string]) =>
  (page: Page) =>
    page.getByRole('button', { name: either(...words) }).click()

const network = ({ network }: Demo) => `/networks/Network_${network.id}`

/** A cycle of the leader's own. */
const ownCycle = (which: keyof Demo['asks']['own']): Stop => ({
  name: `feedback-${which}`,
  who: 'leader',
  path: ({ asks }) => `/feedback/FeedbackCycle_${asks.own[which]}`,
  open: true,
})

/** Every route of the app, as somebody for whom it is full. */
const stops: Stop[] = [
  { name: 'sign-in', who: 'visitor', path: () => '/sign-in' },
  { name: 'set-up', who: 'visitor', path: () => '/set-up#nothing' },
  { name: 'invitation', who: 'visitor', path: ({ invitationToken }) => `/invitation#${invitationToken}` },
  { name: 'not-found', who: 'leader', path: () => '/nowhere' },
  { name: 'today', who: 'leader', path: () => '/' },
  { name: 'networks', who: 'leader', path: () => '/networks' },
  { name: 'network', who: 'leader', path: network },
  { name: 'ground-rules', who: 'leader', path: (demo) => `${network(demo)}/ground-rules` },
  { name: 'season', who: 'leader', path: (demo) => `${network(demo)}/season` },
  { name: 'closing', who: 'leader', path: (demo) => `${network(demo)}/closing` },
  {
    name: 'closing-led',
    who: 'leader',
    path: (demo) => `${network(demo)}/closing`,
    first: press('Led mødet her', 'Lead the meeting here'),
  },
  {
    name: 'yearly-report',
    who: 'leader',
    path: (demo) => `${network(demo)}/report/${new Date().getFullYear()}`,
  },
  { name: 'meeting', who: 'leader', path: (demo) => `${network(demo)}/meetings/Meeting_${demo.upcoming}` },
  { name: 'meeting-over', who: 'leader', path: (demo) => `${network(demo)}/meetings/Meeting_${demo.meeting}` },
  { name: 'agenda', who: 'leader', path: (demo) => `${network(demo)}/meetings/Meeting_${demo.upcoming}/agenda` },
  {
    name: 'agenda-long',
    who: 'leader',
    path: (demo) => `${network(demo)}/meetings/Meeting_${demo.upcoming}/agenda`,
    first: async (page) => {
      // Another language may have been here before: what was planned is kept.
      const more = page.getByRole('button', { name: either('Én runde mere', 'One more round') })
      const rounds = page.getByLabel(/^(?:Runde|Round) \d$/)
      await rounds.first().waitFor()
      for (let planned = await rounds.count(); planned < 4; planned += 1) {
        await more.click()
        await expect(rounds).toHaveCount(planned + 1)
      }
    },
  },
  { name: 'round-new', who: 'leader', path: (demo) => `${network(demo)}/rounds/new?meeting=Meeting_${demo.meeting}` },
  { name: 'ties', who: 'leader', path: (demo) => `${network(demo)}/ties` },
  {
    name: 'swap',
    who: 'leader',
    path: (demo) => `${network(demo)}/meetings/Meeting_${demo.upcoming}`,
    first: (page) =>
      page
        .getByRole('button', { name: /^(?:Byt|Swap): / })
        .first()
        .click(),
  },
  { name: 'rehearsal', who: 'consultant', path: () => '/toolbox/reflekterende-team/rehearse' },
  {
    name: 'rehearsal-phase',
    who: 'consultant',
    path: () => '/toolbox/reflekterende-team/rehearse',
    first: press('Begynd runden', 'Begin the round'),
  },
  {
    name: 'rehearsal-table',
    who: 'consultant',
    path: () => '/toolbox/troika/rehearse',
    first: async (page) => {
      await press('Begynd runden', 'Begin the round')(page)
      await page.getByRole('combobox').selectOption('table')
    },
  },
  { name: 'settings', who: 'leader', path: () => '/settings' },
  { name: 'keys-locked', who: 'leader', path: () => '/settings/keys' },
  {
    name: 'keys-code',
    who: 'leader',
    path: () => '/settings/keys',
    first: press('Brug gendannelseskoden', 'Use the recovery code'),
  },
  {
    name: 'keys-lost',
    who: 'leader',
    path: () => '/settings/keys',
    first: press('Jeg har mistet det hele', 'I have lost everything'),
  },
  { name: 'journal-locked', who: 'leader', path: () => '/journal' },
  { name: 'keys-open', who: 'leader', path: () => '/settings/keys', open: true },
  {
    name: 'keys-proof',
    who: 'leader',
    path: () => '/settings/keys',
    open: true,
    first: press('Skift adgangssætning', 'Change the passphrase'),
  },
  {
    name: 'compare',
    who: 'leader',
    path: (demo) => `${network(demo)}/compare/Person_${demo.network.members[1]?.id}`,
    open: true,
  },
  {
    name: 'after-round',
    who: 'leader',
    path: ({ round }) => `/rounds/Round_${round}/after`,
    open: true,
    first: async (page) => {
      // Another language may have been here before: what is the same is not kept anew.
      const last = crypto.randomUUID()
      await page.getByLabel(either('Mine noter fra runden', 'My notes from the round')).fill(`Spørge først. ${last}`)
      await page.getByLabel(either('Hvad gør jeg nu?', 'What will I do now?')).fill(`Tale med min souschef. ${last}`)
      await expect(page.getByText(either('Gemt forseglet', 'Saved sealed'))).toHaveCount(2)
    },
  },
  {
    name: 'steps',
    who: 'leader',
    path: (demo) => `${network(demo)}/meetings/Meeting_${demo.upcoming}/steps`,
    open: true,
  },
  {
    name: 'agenda-open',
    who: 'leader',
    path: (demo) => `${network(demo)}/meetings/Meeting_${demo.upcoming}/agenda`,
    open: true,
  },
  { name: 'competence', who: 'leader', path: (demo) => `${network(demo)}/competence`, open: true },
  { name: 'sentence', who: 'leader', path: (demo) => `${network(demo)}/closing/sentence`, open: true },
  { name: 'patterns', who: 'leader', path: () => '/journal/patterns', open: true },
  {
    name: 'patterns-all',
    who: 'leader',
    path: () => '/journal/patterns',
    open: true,
    first: (page) => page.getByText(either('Alt', 'All')).click(),
  },
  {
    name: 'journal-search',
    who: 'leader',
    path: () => '/journal/search',
    open: true,
    first: (page) => page.getByRole('searchbox').fill('tur sø'),
  },
  {
    name: 'take-out',
    who: 'leader',
    path: () => '/journal/take-out',
    open: true,
    first: press('Lav filerne', 'Make the files'),
  },
  { name: 'journal', who: 'leader', path: () => '/journal', open: true },
  { name: 'journal-new', who: 'leader', path: () => '/journal/new', open: true },
  {
    name: 'journal-entry',
    who: 'leader',
    path: () => '/journal',
    open: true,
    first: async (page) => {
      await page.getByRole('link', { name: /Budgetmødet/ }).click()
      await press('Tag med til en sag', 'Carry into a case')(page)
    },
  },
  {
    name: 'journal-note',
    who: 'leader',
    path: () => '/journal',
    open: true,
    first: async (page) => {
      await page.getByRole('link', { name: /Budgetmødet/ }).click()
      await press('Tag med til en sag', 'Carry into a case')(page)
      await page.getByLabel(either('Det, du tager med', 'What you carry in')).fill('En medarbejder er presset.')
      await press('Gem til en sag', 'Save for a case')(page)
      await page.getByRole('link', { name: either('Tilbage til Dagbog', 'Back to Journal') }).click()
      const notes = page.getByRole('region', { name: either('Til en sag', 'For a case') })
      await notes
        .getByRole('button', { name: either('Ret', 'Change') })
        .first()
        .click()
    },
  },
  {
    name: 'journal-sleep',
    who: 'leader',
    path: () => '/journal',
    open: true,
    first: press('Skriv nattens søvn ned', 'Write down last night’s sleep'),
  },
  { name: 'exercises', who: 'leader', path: () => '/journal/exercises', open: true },
  { name: 'exercise', who: 'leader', path: () => '/journal/exercises/skriv-igennem', open: true },
  {
    name: 'exercise-phase',
    who: 'leader',
    path: () => '/journal/exercises/dagslut',
    open: true,
    first: press('Begynd', 'Begin'),
  },
  { name: 'journal-help', who: 'leader', path: () => '/journal/help', open: true },
  { name: 'journal-settings', who: 'leader', path: () => '/journal/settings', open: true },
  {
    name: 'feedback-answer',
    who: 'leader',
    path: ({ asks }) => `/feedback/FeedbackCycle_${asks.signed}/answer`,
    open: true,
    first: (page) => page.getByRole('button', { name: /^Send (?:til|to) / }).click(),
  },
  ownCycle('tooFew'),
  {
    name: 'feedback-answer-pooled',
    who: 'leader',
    path: ({ asks }) => `/feedback/FeedbackCycle_${asks.pooled}/answer`,
    open: true,
    first: (page) => page.getByLabel('Start').fill('Som jeg sagde i tirsdags: spørg først!!'),
  },
  {
    name: 'feedback-report',
    who: 'leader',
    path: () => '/feedback/report',
    open: true,
    first: (page) =>
      page.getByLabel(either('Det, du tager med', 'What you take along')).fill('Mette Hansen spurgte mig.'),
  },
  { name: 'feedback', who: 'leader', path: () => '/feedback' },
  // Two of one route do not follow each other: it is the heading that tells that the next has come.
  ownCycle('waiting'),
  {
    name: 'feedback-new',
    who: 'leader',
    path: (demo) => `${network(demo)}/feedback/new`,
    open: true,
    first: press('Vælg alle', 'Choose everybody'),
  },
  ownCycle('first'),
  {
    name: 'feedback-again',
    who: 'leader',
    path: (demo) => `${network(demo)}/feedback/new?previous=FeedbackCycle_${demo.asks.own.second}`,
    open: true,
  },
  ownCycle('second'),
  { name: 'feedback-told', who: 'leader', path: (demo) => `${network(demo)}/feedback`, open: true },
  ownCycle('unsent'),
  { name: 'feedback-step', who: 'leader', path: (demo) => `${network(demo)}/feedback/step` },
  { name: 'toolbox', who: 'leader', path: () => '/toolbox' },
  { name: 'toolbox-none', who: 'leader', path: () => '/toolbox?kind=supervision&people=1' },
  { name: 'toolbox-start', who: 'leader', path: () => '/toolbox/start?for=consultants' },
  { name: 'method', who: 'leader', path: () => '/toolbox/troika' },
  { name: 'own-method', who: 'consultant', path: ({ protocol }) => `/toolbox/own/Protocol_${protocol}` },
  { name: 'new-protocol', who: 'consultant', path: () => '/toolbox/own/new?from=reflekterende-team' },
  {
    name: 'edit-protocol',
    who: 'consultant',
    path: ({ protocol }) => `/toolbox/own/Protocol_${protocol}/edit`,
    first: (page) => page.getByText(/^1\. /).first().click(),
  },
  { name: 'keys-none', who: 'consultant', path: () => '/settings/keys' },
  {
    name: 'keys-way',
    who: 'consultant',
    path: () => '/settings/keys',
    first: press('Lav mine nøgler', 'Make my keys'),
  },
  {
    name: 'keys-passphrase',
    who: 'consultant',
    path: () => '/settings/keys',
    first: async (page) => {
      await press('Lav mine nøgler', 'Make my keys')(page)
      await press('Vælg en adgangssætning', 'Choose a passphrase')(page)
      await page.getByLabel(either('Ny adgangssætning', 'New passphrase')).fill('adgangskode adgangskode')
    },
  },
  {
    name: 'keys-new-code',
    who: 'consultant',
    path: () => '/settings/keys',
    first: async (page) => {
      await press('Lav mine nøgler', 'Make my keys')(page)
      await press('Vælg en adgangssætning', 'Choose a passphrase')(page)
      for (const label of [either('Ny adgangssætning', 'New passphrase'), either('Skriv den igen', 'Type it again')])
        await page.getByLabel(label).fill(passphrase)
      await press('Vælg den', 'Choose it')(page)
      await page.getByRole('heading', { name: either('Din gendannelseskode', 'Your recovery code') }).waitFor()
    },
  },
  { name: 'today-consultant', who: 'consultant', path: () => '/' },
  { name: 'network-consultant', who: 'consultant', path: network },
  { name: 'closing-decide', who: 'consultant', path: (demo) => `${network(demo)}/closing` },
  { name: 'consultant', who: 'consultant', path: () => '/consultant' },
  { name: 'manage-network', who: 'consultant', path: (demo) => `/consultant${network(demo)}` },
  { name: 'new-network', who: 'consultant', path: () => '/consultant/networks/new' },
  { name: 'wizard', who: 'consultant', path: ({ draft }) => `/consultant/networks/Network_${draft}/edit` },
  { name: 'people', who: 'admin', path: () => '/admin/people' },
  { name: 'people-add', who: 'admin', path: () => '/admin/people/add' },
  { name: 'admin', who: 'admin', path: () => '/admin' },
  { name: 'help-contacts', who: 'admin', path: () => '/admin/help' },
  { name: 'participation', who: 'admin', path: () => '/admin/participation' },
  { name: 'participation-empty', who: 'admin', path: () => '/admin/participation?year=2001' },
  { name: 'columns', who: 'leader', path: () => '/participation/columns' },
  { name: 'log', who: 'admin', path: () => '/participation/log' },
  { name: 'person', who: 'admin', path: ({ leader }) => `/admin/people/Person_${leader.id}` },
]

/** The pictures in README, made anew with README_PICTURES=1; PICTURES=1 makes one of every page in every view. */
const pictures: Record<string, number> = { today: 390, network: 390, consultant: 1280, participation: 1280 }

type View = { scheme: 'light' | 'dark'; width: number; height: number }
const [phone, desk] = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
]
/** What each page is looked at in, without being loaded anew; it arrives in the first one. */
const views: Record<Language, [View, ...View[]]> = {
  da: [
    { scheme: 'light', ...phone },
    { scheme: 'dark', ...phone },
    { scheme: 'dark', ...desk },
    { scheme: 'light', ...desk },
  ],
  en: [{ scheme: 'light', ...phone }],
}

/** Waits until a page shows what it came to show, and moves no longer. */
async function settle(page: Page) {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

async function lookIn(page: Page, { scheme, ...viewport }: View) {
  await page.setViewportSize(viewport)
  await page.emulateMedia({ colorScheme: scheme })
}

/** Turns the page round, and waits until what measures itself has done so, with the letters that it is set in. */
async function turn(page: Page, { scheme, ...viewport }: View) {
  await lookIn(page, { scheme, ...viewport })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    await frame()
    await document.fonts.ready
    await frame()
  })
}

/** How many pixels a page is wider than its screen. */
const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** Whoever shares an installation may have chosen another language before. */
async function speak(page: Page, language: Language) {
  await page.goto('/settings')
  await settle(page)
  const choice = page.getByRole('radio', { name: { da: 'Dansk', en: 'English' }[language] })
  if (await choice.isChecked()) return
  const saved = page.waitForResponse((response) => !!response.request().postData()?.includes('ChoosePreferences'))
  await choice.click()
  await saved
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

/** Goes on without loading the app anew, so that what is unlocked stays so. Two pages of one route share their heading. */
async function walk(page: Page, path: string) {
  if (new URL(page.url()).pathname === path) return
  await page.evaluate((to) => {
    for (const title of document.querySelectorAll('h1')) title.dataset.before = title.innerText
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
  const hasCome = () =>
    page.evaluate(() => [...document.querySelectorAll('h1')].some((title) => title.dataset.before !== title.innerText))
  await expect.poll(hasCome).toBe(true)
}

/** Goes to a stop, opens what is sealed there, and does what is to be done first. */
async function visit(page: Page, path: string, { open = false, first }: Stop, isOpen: boolean) {
  if (open && isOpen) await walk(page, path)
  else await page.goto(path)
  await settle(page)
  if (open && !isOpen) await unlock(page).then(() => settle(page))
  if (first) await first(page).then(() => settle(page))
}

/** Whoever has many pages looks at those that need her keys apart from the others. */
const visitors = (['visitor', 'leader', 'consultant', 'admin'] as const).flatMap((who) =>
  [false, true]
    .map((open) => ({ who, open, route: stops.filter((stop) => stop.who === who && (stop.open ?? false) === open) }))
    .filter(({ route }) => route.length > 0),
)

for (const { who, open, route } of visitors)
  for (const language of ['da', 'en'] as const)
    test(`every ${open ? 'sealed ' : ''}page that a ${who} comes to can be read, in ${language}`, async ({
      demo,
      as,
      visitor,
    }, info) => {
      test.setTimeout(300_000)
      const options = { reducedMotion: 'reduce', locale: { da: 'da-DK', en: 'en-GB' }[language] } as const
      const page = who === 'visitor' ? await visitor(options) : await as(demo[who], options)
      if (who !== 'visitor') await speak(page, language)
      const faults: string[] = []
      let isOpen = false
      for (const stop of route) {
        const { name } = stop
        await lookIn(page, views[language][0])
        await visit(page, stop.path(demo), stop, isOpen)
        isOpen = stop.open ?? false
        if (await page.getByRole('heading', { name: either('Det gik ikke', 'That did not work') }).count())
          faults.push(`${name}: the page failed`)
        if (stop.open || (await page.title()) === 'Lederkreds')
          for (const field of await remembered(page)) faults.push(`${name}: a browser may remember ${field}`)
        for (const view of views[language]) {
          await turn(page, view)
          const { scheme, width } = view
          const wide = await tooWide(page)
          if (wide > 0) faults.push(`${name}: ${wide} px wider than ${width} px`)
          for (const fault of await accessFaults(page)) faults.push(`${name}, ${scheme}, ${width} px: ${fault}`)
          if (process.env.README_PICTURES && language === 'da' && scheme === 'light' && pictures[name] === width)
            await page.screenshot({ path: `screenshots/${name}-da.png` })
          if (process.env.PICTURES)
            await page.screenshot({ path: info.outputPath(`${name}-${scheme}-${width}.png`), fullPage: true })
        }
        await turn(page, { scheme: 'light', width: 320, height: 700 })
        const wide = await tooWide(page)
        if (wide > 0) faults.push(`${name}: ${wide} px wider than 320 px`)
      }
      expect(faults).toEqual([])
    })
