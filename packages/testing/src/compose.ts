import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { root } from './prepare.ts'

export type Service = {
  image: string
  build?: { context: string; dockerfile: string }
  command?: string[]
  user?: string
  environment?: Record<string, string>
  ports?: string[]
  networks: string[]
  volumes?: string[]
  depends_on?: Record<string, { condition: string }>
  healthcheck?: { disable?: boolean; test?: string[] }
  stop_grace_period?: string
  read_only?: boolean
  cap_drop?: string[]
  cap_add?: string[]
  security_opt?: string[]
}

export type Compose = { services: Record<string, Service>; networks: Record<string, { internal?: boolean }> }

/**
 * docker-compose.yml as an engine would read it beside this `.env`. Throws, as the engine does, with the sentence after
 * `:?` where a value is missing or empty.
 */
export const readCompose = (dotEnv: Record<string, string>): Compose =>
  fill(parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }), dotEnv) as Compose

function fill(value: unknown, dotEnv: Record<string, string>): unknown {
  if (typeof value === 'string')
    return value.replace(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_whole, name: string, kind?: string, rest = '') => {
      const given = dotEnv[name] ?? ''
      if (!given && kind === '?') throw new Error(`required variable ${name} is missing a value: ${rest}`)
      return given || rest
    })
  if (Array.isArray(value)) return value.map((item) => fill(item, dotEnv))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, dotEnv)]))
}

/** The names that .env.example offers. */
export const dotEnvNames = () =>
  [...readFileSync(join(root, '.env.example'), 'utf8').matchAll(/^(\w+)=/gm)].map(([, name = '']) => name)

/** A filled-in `.env` of an invented municipality. */
export const invented = {
  PUBLIC_HOST: 'netvaerk.example.dk',
  OWNER_PASSWORD: 'a1',
  API_PASSWORD: 'b2',
  DOOR_PASSWORD: 'c3',
  WORKER_PASSWORD: 'd4',
  SECRET: 'e5'.repeat(20),
}
