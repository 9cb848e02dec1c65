/** One thing that `pnpm test` does. A step whose input is not there is left out. */
export type Step = {
  name: string
  /** `check` is what `pnpm check` runs too and counts as one; `tests` count each of their own. */
  kind: 'check' | 'build' | 'tests'
  folder: string
  command: [file: string, ...args: string[]]
  env?: Record<string, string>
  /** A file that the command writes and that is committed: it must come out as it was. */
  committed?: string
  /** Who writes the list of results that is counted. */
  runner?: 'vitest' | 'playwright'
  needs?: string
}

const folders = {
  domain: 'packages/domain',
  sealing: 'packages/sealing',
  api: 'apps/api',
  web: 'apps/web',
  config: 'packages/config',
  testing: 'packages/testing',
  bench: 'packages/bench',
  e2e: 'e2e',
}

const types = Object.entries(folders).map(
  ([name, folder]): Step => ({
    name: `types: ${name}`,
    kind: 'check',
    folder,
    command: ['tsc', '-p', '.'],
    needs: `${folder}/tsconfig.json`,
  }),
)

const unit = (['domain', 'sealing', 'config', 'testing', 'api', 'web'] as const).map(
  (name): Step => ({
    name: `tests: ${name}`,
    kind: 'tests',
    folder: folders[name],
    command: ['vitest', 'run', '--passWithNoTests'],
    runner: 'vitest',
    needs: `${folders[name]}/package.json`,
  }),
)

export const steps: Step[] = [
  {
    name: 'database client',
    kind: 'check',
    folder: 'apps/api',
    command: ['prisma', 'generate', '--schema', '../../prisma'],
    // Generating needs no engine, but looks for one, and would fetch it from a host that may be out of reach.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  },
  {
    name: 'schema.graphql',
    kind: 'check',
    folder: 'apps/api',
    command: ['node', 'src/print-schema.ts'],
    committed: 'apps/api/schema.graphql',
  },
  {
    name: 'operation types',
    kind: 'check',
    folder: 'apps/web',
    command: ['graphql-codegen', '--config', 'codegen.config.ts'],
  },
  {
    name: 'lint and format',
    kind: 'check',
    folder: '.',
    command: ['biome', 'check', '--config-path', 'packages/config', '--error-on-warnings'],
  },
  ...types,
  { name: 'file roles', kind: 'check', folder: 'packages/config', command: ['node', 'file-roles.ts'] },
  {
    name: 'architecture',
    kind: 'check',
    folder: '.',
    command: ['depcruise', '--config', 'packages/config/architecture.cjs', 'apps', 'packages', 'e2e'],
  },
  {
    name: 'unused code',
    kind: 'check',
    folder: '.',
    command: ['knip', '--config', 'packages/config/knip.json', '--no-config-hints'],
  },
  { name: 'web app', kind: 'build', folder: 'apps/web', command: ['vite', 'build'] },
  ...unit,
  {
    name: 'stories',
    kind: 'tests',
    folder: 'e2e',
    command: ['playwright', 'test', '--pass-with-no-tests'],
    runner: 'playwright',
  },
]
