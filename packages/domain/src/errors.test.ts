import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Refusal } from './errors.ts'

const modules = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
)

const isRefusal = (value: unknown): value is new (...fields: never[]) => Refusal =>
  typeof value === 'function' && value.prototype instanceof Refusal

test('every refusal carries its own name as code, and no two share one', async () => {
  const exported = await Promise.all(modules.map((name) => import(/* @vite-ignore */ join(import.meta.dirname, name))))
  const refusals = exported.flatMap((module) => Object.values(module)).filter(isRefusal)
  const codes = refusals.map((Refused) => Reflect.construct(Refused, [[], '', '']).code)

  expect(codes).toEqual(refusals.map(({ name }) => name))
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.length).toBeGreaterThan(20)
})
