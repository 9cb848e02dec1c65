import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Program, readSettings, settingNames } from './env.ts'

const right: Record<string, string> = {
  DATABASE_URL: 'postgres://lederkreds_api:a@db/lederkreds',
  DATABASE_DOOR_URL: 'postgres://lederkreds_door:b@db/lederkreds',
  DATABASE_WORKER_URL: 'postgres://lederkreds_worker:c@db/lederkreds',
  DATABASE_OWNER_URL: 'postgres://postgres:d@db/lederkreds',
  SECRET: 'a secret that is long enough for a test',
  PUBLIC_URL: 'https://netvaerk.kommune.dk/',
  SMTP_URL: 'smtp://mail:25',
}

const sentence = (program: Program, wrong: Record<string, string | undefined>) => {
  try {
    readSettings(program, { ...right, ...wrong })
  } catch (fault) {
    return (fault as Error).message
  }
  return 'accepted'
}

test('each program is told what it needs and no more', () => {
  expect(Object.keys(readSettings('api', right))).toEqual(settingNames('api'))
  for (const secret of ['DATABASE_WORKER_URL', 'DATABASE_OWNER_URL', 'SMTP_URL'])
    expect(readSettings('api', right)).not.toHaveProperty(secret)
  for (const secret of ['DATABASE_URL', 'DATABASE_DOOR_URL', 'DATABASE_OWNER_URL'])
    expect(readSettings('worker', right)).not.toHaveProperty(secret)
  expect(settingNames('migrate')).not.toContain('SECRET')
})

test('what may be left out, or left empty, has a value', () => {
  const settings = readSettings('api', { ...right, PORT: '', LOG_LEVEL: undefined })
  expect(settings).toMatchObject({ HOST: '127.0.0.1', PORT: 4000, METRICS_PORT: 4001, LOG_LEVEL: 'info' })
  expect(settings.PUBLIC_URL).toBe('https://netvaerk.kommune.dk')
})

test.each<Program>(['api', 'worker', 'migrate'])('%s names the setting that is missing', (program) => {
  for (const name of settingNames(program).filter((name) => name in right)) {
    const missing = `The setting ${name} is not set (see "Settings" in README.md).`
    expect(sentence(program, { [name]: undefined })).toBe(missing)
    expect(sentence(program, { [name]: '' })).toBe(missing)
  }
})

const wrong: [Program, string, string, string][] = [
  ['api', 'DATABASE_URL', 'localhost:5432', 'must be an address that begins with postgres:// or postgresql://'],
  ['api', 'DATABASE_URL', 'postgres://postgres:d@db/lederkreds', 'must sign in as the role lederkreds_api'],
  ['api', 'DATABASE_DOOR_URL', right.DATABASE_URL ?? '', 'must sign in as the role lederkreds_door'],
  ['worker', 'DATABASE_WORKER_URL', right.DATABASE_URL ?? '', 'must sign in as the role lederkreds_worker'],
  ['migrate', 'DATABASE_OWNER_URL', 'mysql://root@db', 'must be an address that begins with postgres://'],
  ['api', 'SECRET', 'too short', 'must have at least 32 characters'],
  ['api', 'PUBLIC_URL', 'netvaerk.kommune.dk', 'must be an address that begins with https:// or http://'],
  ['api', 'PUBLIC_URL', 'http://netvaerk.kommune.dk', 'must begin with https:// unless it names this machine'],
  ['worker', 'SMTP_URL', 'mail.kommune.dk:25', 'must be an address that begins with smtp:// or smtps://'],
  ['worker', 'MAIL_FROM', 'Lederkreds', 'must hold a mail address, for instance Lederkreds <netvaerk@kommune.dk>'],
  ['api', 'PORT', 'http', 'must be a number'],
  ['api', 'PORT', '70000', 'must be at most 65535'],
  ['api', 'METRICS_PORT', '-1', 'must be 0 or more'],
  ['api', 'NOTICE_SECONDS', '1.5', 'must be a whole number'],
  ['api', 'REQUESTS_PER_MINUTE', 'many', 'must be a number'],
  ['worker', 'LOG_LEVEL', 'loud', 'must be one of fatal, error, warn, info, debug, silent'],
]

test.each(wrong)('%s says what is wrong with %s=%s', (program, name, value, why) => {
  expect(sentence(program, { [name]: value })).toContain(`The setting ${name} ${why}`)
})

test('every setting but HOST can be wrong, and has been tried', () => {
  const tried = new Set(wrong.map(([, name]) => name))
  const names = (['api', 'worker', 'migrate'] as const).flatMap(settingNames)
  expect(names.filter((name) => !tried.has(name))).toEqual(['HOST'])
})

test('the README tells every setting, for the programs that read it', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
  const told = [...readme.matchAll(/^\| `([A-Z_]+)` \| ([a-z, ]+) \|/gm)].map(([, name, who = '']) => [name, who])
  const read: Record<string, string> = {}
  for (const program of ['api', 'worker', 'migrate'] as const)
    for (const name of settingNames(program)) read[name] = [read[name], program].filter(Boolean).join(', ')
  expect(Object.fromEntries(told)).toEqual(read)
})
