import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where a file may stand, what it may be called there, and how that is said to someone who chose another name. */
type Place = { folder: RegExp; files: RegExp; says: string }

const feature = '(?:account|networks|meetings|supervision|feedback|journal|toolbox|participation)'
const word = '[a-z0-9]+(?:-[a-z0-9]+)*'
const plain = new RegExp(`^${word}(?:\\.test)?\\.ts$`)

const places: Place[] = [
  {
    folder: /^apps\/api\/src$/,
    files: new RegExp(`^${word}(?:\\.http|\\.ws|\\.mail|\\.job|\\.test|\\.da|\\.en)?\\.ts$`),
    says: '<name>.ts for what every feature stands on, <name>.http.ts or <name>.ws.ts for a route, or <name>.test.ts',
  },
  {
    folder: new RegExp(`^apps/api/src/${feature}$`),
    files: new RegExp(`^(?:${word}\\.(?:schema|store|job|mail|http|test)|messages\\.(?:da|en))\\.ts$`),
    says: '<noun>.schema.ts, <noun>.store.ts, <noun>.job.ts, <noun>.mail.ts, <noun>.http.ts, <noun>.test.ts or messages.<language>.ts',
  },
  {
    folder: /^apps\/web\/src(?:\/ui)?$/,
    files: new RegExp(
      `^(?:${word}(?:\\.test)?\\.tsx?|${word}(?:\\.module)?\\.css|${word}\\.d\\.ts|messages\\.(?:da|en)\\.ts)$`,
    ),
    says: '<name>.ts, <part>.tsx with its <part>.module.css and <part>.test.tsx, or messages.<language>.ts',
  },
  {
    folder: new RegExp(`^apps/web/src/(?:${feature}|gallery)$`),
    files: new RegExp(
      `^(?:${word}\\.page\\.tsx|${word}(?:\\.test)?\\.tsx?|${word}\\.fixtures\\.ts|${word}\\.module\\.css|messages(?:\\.${word})?\\.(?:da|en)\\.ts)$`,
    ),
    says: '<noun>.page.tsx, <part>.tsx with its <part>.module.css and <part>.test.tsx, <name>.ts, messages.<language>.ts, or messages.<part>.<language>.ts for what few pages need',
  },
  {
    folder: new RegExp(`^packages/domain/src(?:/${feature}(?:/protocols)?)?$`),
    files: plain,
    says: '<noun>.ts or <noun>.test.ts',
  },
  {
    folder: new RegExp(`^packages/(?:sealing|testing|bench)/src(?:/${feature})?$`),
    files: new RegExp(`^${word}(?:\\.http|\\.test)?\\.ts$`),
    says: '<name>.ts, <name>.http.ts for a route that exists only in demo, or <name>.test.ts',
  },
  {
    folder: /^e2e$/,
    files: /^(?:fixtures|global-setup|playwright\.config)\.ts$/,
    says: 'fixtures.ts, global-setup.ts or playwright.config.ts; a story is e2e/<feature>/<story>.spec.ts',
  },
  {
    folder: /^e2e\/screenshots$/,
    files: new RegExp(`^${word}\\.png$`),
    says: '<page>-<language>.png, as README shows it',
  },
  { folder: new RegExp(`^e2e/${feature}$`), files: new RegExp(`^${word}\\.spec\\.ts$`), says: '<story>.spec.ts' },
  {
    folder: /^prisma$/,
    files: new RegExp(`^(?:schema|${feature})\\.prisma$`),
    says: 'schema.prisma or <feature>.prisma',
  },
  {
    folder: /^prisma\/policies$/,
    files: new RegExp(`^(?:_gate|${feature})\\.sql$`),
    says: '_gate.sql or <feature>.sql',
  },
]

const roots = [
  'apps/api/src',
  'apps/web/src',
  'packages/domain/src',
  'packages/sealing/src',
  'packages/testing/src',
  'packages/bench/src',
  'e2e',
  'prisma',
]
const skipped = /^(?:node_modules|generated|migrations|dist|assets|\..*|package\.json|tsconfig\.json|README\.md)$/
const vague = /(?:^|[-.])(?:utils?|helpers?|managers?|services?|common|misc|shared|index)[-.]/

/** One sentence for every file whose name is not in the closed set of roles, so that a name tells what a file is. */
export function misnamed(root: string) {
  const files = roots.flatMap((folder) => [...walk(join(root, folder))])
  return files.map((path) => relative(root, path).replaceAll('\\', '/')).flatMap((path) => judge(path) ?? [])
}

function judge(path: string) {
  const [folder, file] = [path.slice(0, path.lastIndexOf('/')), path.slice(path.lastIndexOf('/') + 1)]
  if (vague.test(file)) return `${path}: this word says nothing about what the file holds; name it after its noun.`
  const place = places.find((candidate) => candidate.folder.test(folder))
  if (!place) return `${path}: no file belongs in ${folder}; below it stand only the eight features of the style guide.`
  if (!place.files.test(file)) return `${path}: not one of the file roles. In ${folder} a file is called ${place.says}.`
  return undefined
}

function* walk(folder: string): Generator<string> {
  for (const entry of entries(folder)) {
    if (skipped.test(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(path)
    else yield path
  }
}

function entries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

if (import.meta.main) {
  const faults = misnamed(fileURLToPath(new URL('../../', import.meta.url)))
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length ? 1 : 0
}
