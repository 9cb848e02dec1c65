import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

let root: string
let violations: { from: string; to: string; rule: { name: string } }[]

/** Each rule's own way of being broken, and beside it what is allowed. */
const planted = {
  'domain-is-pure': ['packages/domain/src/networks/clock.ts', "import 'node:fs'"],
  'web-meets-api-in-the-schema': [
    'apps/web/src/networks/peek.tsx',
    "import '../../../api/src/networks/network.store.ts'",
  ],
  'stores-own-the-database': ['apps/api/src/networks/network.schema.ts', "import '../db.ts'"],
  'features-in-order': ['packages/domain/src/networks/early.ts', "import '../meetings/meeting.ts'"],
  'no-cycles': ['apps/api/src/one.ts', "import './two.ts'"],
  'api-cannot-open-sealed-content': ['apps/api/src/open.ts', "import '../../../packages/sealing/src/envelope.ts'"],
  'ui-knows-no-feature': ['apps/web/src/ui/button.tsx', "import '../networks/network.page.tsx'"],
  'stories-use-the-fixtures': [
    'e2e/networks/joining.spec.ts',
    "import '../../packages/domain/src/meetings/meeting.ts'",
  ],
  'programs-do-not-need-their-tests': ['apps/api/src/lean.ts', "import '../../../packages/testing/src/seed.ts'"],
  'nothing-unresolved': ['apps/web/src/lost.ts', "import './nowhere.ts'"],
} as const

const allowed = {
  'apps/api/src/networks/network.store.ts': "import '../db.ts'",
  'apps/api/src/db.ts': '',
  'apps/api/src/two.ts': "import './one.ts'",
  'apps/web/src/networks/network.page.tsx':
    "import type { Meeting } from '../../../../packages/domain/src/networks/network.ts'",
  'packages/domain/src/networks/network.ts': 'export type Meeting = 1',
  'packages/domain/src/meetings/meeting.ts': "import '../networks/network.ts'",
  'packages/domain/src/networks/network.test.ts': "import '../meetings/meeting.ts'; import 'node:fs'",
  'packages/sealing/src/envelope.ts': '',
  'packages/testing/src/seed.ts': "import '../../../apps/api/src/db.ts'",
  'e2e/fixtures.ts': "import '../packages/testing/src/seed.ts'",
  'e2e/networks/asking.spec.ts': "import '../fixtures.ts'",
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'architecture-'))
  for (const [path, text] of [...Object.entries(allowed), ...Object.values(planted)]) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const program = join(import.meta.dirname, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const config = join(import.meta.dirname, 'architecture.cjs')
  const args = [program, '--config', config, '--output-type', 'json', 'apps', 'packages', 'e2e']
  const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 })
  violations = JSON.parse(stdout).summary.violations
}, 30_000)

afterAll(() => rmSync(root, { recursive: true }))

test.each(Object.entries(planted))('%s is enforced', (name, [path]) => {
  expect(violations.filter(({ from }) => from === path).map(({ rule }) => rule.name)).toContain(name)
})

test('nothing else is refused', () => {
  const refused = violations.map(({ from }) => from)
  expect(Object.keys(allowed).filter((path) => refused.includes(path) && path !== 'apps/api/src/two.ts')).toEqual([])
})
