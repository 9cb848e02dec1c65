import { expect, test } from 'vitest'
import { oneAtATime } from './use-busy.ts'

test('what is pressed twice is done once, and can be done again when it is done', async () => {
  const told: boolean[] = []
  const run = oneAtATime((isBusy) => told.push(isBusy))
  const { promise, resolve } = Promise.withResolvers<void>()
  let done = 0
  const work = () => promise.then(() => ++done)
  const both = [run(work), run(work)]
  expect(told).toEqual([true])
  resolve()
  await Promise.all(both)
  expect([done, told]).toEqual([1, [true, false]])
  await run(work)
  expect(done).toBe(2)
})

test('what fails is not under way any longer', async () => {
  const told: boolean[] = []
  const run = oneAtATime((isBusy) => told.push(isBusy))
  await expect(run(() => Promise.reject(new Error('not reached')))).rejects.toThrow('not reached')
  expect(told).toEqual([true, false])
})
