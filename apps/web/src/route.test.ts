import { expect, test, vi } from 'vitest'
import { page } from './route.ts'

const words = vi.hoisted(() => Promise.withResolvers<void>())
vi.mock('./i18n.ts', () => ({ loadMessages: () => words.promise }))

test("a page's data is asked for before its words are there, and shown only with them", async () => {
  const loader = vi.fn(async (_id: string) => 'data')
  const seen = vi.fn()

  const module = await page(async () => ({ loader }), 'networks')()
  const data = module.loader('Network_1').then(seen)
  await new Promise((resolve) => setTimeout(resolve))

  expect(loader).toHaveBeenCalledWith('Network_1')
  expect(seen).not.toHaveBeenCalled()
  words.resolve()
  await data
  expect(seen).toHaveBeenCalledWith('data')
})
