import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RouteFiles } from './route-files.ts'

const dist = join(import.meta.dirname, 'dist')
const budget = 200_000

const routes: RouteFiles[] = JSON.parse(await readFile(join(dist, 'routes.json'), 'utf8'))
const page = await readFile(join(dist, 'index.html'), 'utf8')
const always = [...page.matchAll(/(?:src|modulepreload" crossorigin href)="(\/assets\/[^"]+\.js)"/g)].map(
  ([, path = '']) => path,
)

/** Bytes as they are sent: each file as brotli. */
async function bytesOf(scripts: string[]): Promise<number> {
  const sizes = await Promise.all(
    [...new Set(scripts)].map(async (path) => (await stat(join(dist, `${path}.br`))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

test('the build knows the files of every page', () => {
  const pages = import.meta.glob(['./src/*/*.page.tsx', '!./src/gallery/*'])
  expect(routes).toHaveLength(Object.keys(pages).length)
})

test.each(['da', 'en'] as const)(
  'a network shows itself with at most 200 kB of JavaScript, in %s',
  async (language) => {
    const route = routes.find(({ path }) => path === '/networks/:networkId')
    if (!route) throw new Error('The build knows no page of a network.')
    expect(await bytesOf(always)).toBeGreaterThan(100_000)
    expect(await bytesOf([...always, ...route.scripts, ...route.words[language]])).toBeLessThanOrEqual(budget)
  },
)

/** Pages that show something sealed, or its keys. */
const opensWhatIsSealed = ({ path }: RouteFiles) =>
  /^\/(?:journal(?:\/.+)?|settings\/keys|networks\/:networkId\/(?:compare\/:personId|case|competence|closing\/sentence|feedback(?:\/new)?|meetings\/:meetingId\/steps)|feedback\/(?:report|:cycleId(?:\/answer)?)|rounds\/:roundId\/after)$/.test(
    path,
  )
const others = routes.filter((route) => !opensWhatIsSealed(route))

test.each(others)('$path fetches no code of the journal, the vault or sealing', ({ sealed }) => {
  expect(sealed).toEqual({})
})

test('every page of the journal is known by its code', () => {
  const ofJournal = routes.filter(opensWhatIsSealed)
  expect(ofJournal.length).toBeGreaterThan(8)
  for (const { path, sealed } of ofJournal) expect(sealed, path).not.toEqual({})
})
