import { accessFaults, type Demo, expect, type Page, passphrase, test, unlock } from '../fixtures.ts'

type Who = 'leader' | 'consultant' | 'admin'
/** `first` is done on the page before it is looked at. */
type Stop = { name: string; who?: Who; path: (demo: Demo) => string; first?: (page: Page) => Promise<unknown> }

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click()

const network = ({ network }: Demo) => `/networks/Network_${network.id}`

/** Every route of the app, as somebody for whom it is full. */
const stops: Stop[] = [
  { name: 'sign-in', path: () => '/sign-in' },
  { name: 'set-up', path: () => '/set-up#nothing' },
  { name: 'invitation', path: ({ invitationToken }) => `/invitation#${invitationToken}` },
  { name: 'not-found', who: 'leader', path: () => '/nowhere' },
  { name: 'today', who: 'leader', path: () => '/' },
  { name: 'networks', who: 'leader', path: () => '/networks' },
  { name: 'network', who: 'leader', path: network },
  { name: 'ground-rules', who: 'leader', path: (demo) => `${network(demo)}/ground-rules` },
  { name: 'season', who: 'leader', path: (demo) => `${network(demo)}/season` },
  { name: 'meeting', who: 'leader', path: (demo) => `${network(demo)}/meetings/Meeting_${demo.upcoming}` },
  { name: 'meeting-over', who: 'leader', path: (demo) => `${network(demo)}/meetings/Meeting_${demo.meeting}` },
  { name: 'settings', who: 'leader', path: () => '/settings' },
  { name: 'keys-locked', who: 'leader', path: () => '/settings/keys' },
  { name: 'keys-code', who: 'leader', path: () => '/settings/keys', first: press('Brug gendannelseskoden') },
  { name: 'keys-lost', who: 'leader', path: () => '/settings/keys', first: press('Jeg har mistet det hele') },
  { name: 'keys-open', who: 'leader', path: () => '/settings/keys', first: unlock },
  {
    name: 'keys-proof',
    who: 'leader',
    path: () => '/settings/keys',
    first: (page) => unlock(page).then(() => press('Skift adgangssætning')(page)),
  },
  {
    name: 'compare',
    who: 'leader',
    path: (demo) => `${network(demo)}/compare/Person_${demo.network.members[1]?.id}`,
    first: unlock,
  },
  { name: 'patterns', who: 'leader', path: () => '/journal/patterns', first: unlock },
  {
    name: 'patterns-all',
    who: 'leader',
    path: () => '/journal/patterns',
    first: (page) => unlock(page).then(() => page.getByText('Alt', { exact: true }).click()),
  },
  {
    name: 'journal-search',
    who: 'leader',
    path: () => '/journal/search',
    first: (page) => unlock(page).then(() => page.getByRole('searchbox').fill('tur sø')),
  },
  {
    name: 'take-out',
    who: 'leader',
    path: () => '/journal/take-out',
    first: (page) => unlock(page).then(() => press('Lav filerne')(page)),
  },
  { name: 'journal-locked', who: 'leader', path: () => '/journal' },
  { name: 'journal', who: 'leader', path: () => '/journal', first: unlock },
  { name: 'journal-new', who: 'leader', path: () => '/journal/new', first: unlock },
  {
    name: 'journal-entry',
    who: 'leader',
    path: () => '/journal',
    first: async (page) => {
      await unlock(page)
      await page.getByRole('link', { name: /Budgetmødet/ }).click()
      await press('Tag med til en sag')(page)
    },
  },
  { name: 'exercises', who: 'leader', path: () => '/journal/exercises', first: unlock },
  { name: 'exercise', who: 'leader', path: () => '/journal/exercises/skriv-igennem', first: unlock },
  {
    name: 'exercise-phase',
    who: 'leader',
    path: () => '/journal/exercises/dagslut',
    first: (page) => unlock(page).then(() => press('Begynd')(page)),
  },
  { name: 'journal-help', who: 'leader', path: () => '/journal/help', first: unlock },
  { name: 'journal-settings', who: 'leader', path: () => '/journal/settings', first: unlock },
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
    first: (page) => page.getByText('Uddybning', { exact: false }).first().click(),
  },
  { name: 'keys-none', who: 'consultant', path: () => '/settings/keys' },
  { name: 'keys-way', who: 'consultant', path: () => '/settings/keys', first: press('Lav mine nøgler') },
  {
    name: 'keys-passphrase',
    who: 'consultant',
    path: () => '/settings/keys',
    first: async (page) => {
      await press('Lav mine nøgler')(page)
      await press('Vælg en adgangssætning')(page)
      await page.getByLabel('Ny adgangssætning').fill('adgangskode adgangskode')
    },
  },
  {
    name: 'keys-new-code',
    who: 'consultant',
    path: () => '/settings/keys',
    first: async (page) => {
      await press('Lav mine nøgler')(page)
      await press('Vælg en adgangssætning')(page)
      for (const label of ['Ny adgangssætning', 'Skriv den igen']) await page.getByLabel(label).fill(passphrase)
      await press('Vælg den')(page)
      await page.getByRole('heading', { name: 'Din gendannelseskode' }).waitFor()
    },
  },
  { name: 'today-consultant', who: 'consultant', path: () => '/' },
  { name: 'network-consultant', who: 'consultant', path: network },
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

/** The pictures in README, made anew with README_PICTURES=1. */
const pictures: Record<string, number> = { today: 390, network: 390, consultant: 1280, participation: 1280 }

const views = [
  { scheme: 'light', width: 390, height: 844 },
  { scheme: 'dark', width: 390, height: 844 },
  { scheme: 'light', width: 1280, height: 900 },
  { scheme: 'dark', width: 1280, height: 900 },
] as const

/** Waits until a page shows what it came to show, and moves no longer. */
async function settle(page: Page) {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

for (const { scheme, width, height } of views)
  test(`everybody can read every page at ${width} px, ${scheme}`, async ({ demo, as, visitor }, info) => {
    test.setTimeout(300_000)
    const options = { viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce' as const }
    const pages = new Map<Who | undefined, Page>()
    const faults: string[] = []
    for (const { name, who, path, first } of stops) {
      const page = pages.get(who) ?? (who ? await as(demo[who], options) : await visitor(options))
      pages.set(who, page)
      await page.goto(path(demo))
      await settle(page)
      if (first) await first(page).then(() => settle(page))
      if (await page.getByRole('heading', { name: 'Det gik ikke' }).count()) faults.push(`${name}: the page failed`)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (wide > 0) faults.push(`${name}: ${wide} px wider than the screen`)
      for (const fault of await accessFaults(page)) faults.push(`${name}: ${fault}`)
      if (process.env.README_PICTURES && scheme === 'light' && pictures[name] === width)
        await page.screenshot({ path: `screenshots/${name}-da.png` })
      await page.screenshot({ path: info.outputPath(`${name}-${scheme}-${width}.png`), fullPage: true })
    }
    expect(faults).toEqual([])
  })
