import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { misnamed } from './file-roles.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'roles-'))
})

afterEach(() => rmSync(root, { recursive: true }))

const plant = (...paths: string[]) => {
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), '')
  }
}

test('every role has its place', () => {
  plant(
    'apps/api/src/main.ts',
    'apps/api/src/networks/ground-rules.schema.ts',
    'apps/api/src/generated/prisma/Whatever.ts',
    'apps/web/src/networks/network.page.tsx',
    'apps/web/src/networks/member-list.module.css',
    'apps/web/src/networks/messages.planning.da.ts',
    'packages/domain/src/toolbox/protocols/gruppe-supervision.ts',
    'e2e/networks/joining.spec.ts',
    'prisma/networks.prisma',
    'prisma/migrations/20260101000000_first/migration.sql',
  )
  expect(misnamed(root)).toEqual([])
})

test.each([
  ['apps/api/src/networks/network.ts', 'In apps/api/src/networks a file is called <noun>.schema.ts'],
  ['apps/api/src/networks/helpers.ts', 'this word says nothing'],
  ['apps/api/src/networks/index.ts', 'this word says nothing'],
  ['apps/api/src/invitations/invitation.store.ts', 'no file belongs in apps/api/src/invitations'],
  ['apps/web/src/networks/MemberList.tsx', 'not one of the file roles'],
  ['packages/domain/src/networks/network.store.ts', 'a file is called <noun>.ts or <noun>.test.ts'],
  ['e2e/networks/joining.test.ts', '<story>.spec.ts'],
  ['prisma/policies/other.sql', '_gate.sql or <feature>.sql'],
])('%s is refused', (path, sentence) => {
  plant(path)
  expect(misnamed(root)).toEqual([expect.stringContaining(sentence)])
  expect(misnamed(root)[0]).toContain(path)
})
