import { expect, test } from 'vitest'
import { type Look, lookInOrder } from './use-look.ts'

/** Looks that are answered when the test says so, and what is told of them. */
function looking() {
  const asked: PromiseWithResolvers<string>[] = []
  const seen: Partial<Look<string>> = {}
  const shown: string[] = []
  const fetch = () => {
    const answer = Promise.withResolvers<string>()
    asked.push(answer)
    return answer.promise
  }
  const { look, stop } = lookInOrder(fetch, (part) => {
    Object.assign(seen, part)
    if (part.found !== undefined) shown.push(part.found)
  })
  return { look, stop, asked, seen, shown }
}

test('a look that was overtaken shows nothing any more, neither what it found nor that it failed', async () => {
  const { look, asked, seen, shown } = looking()
  const [poll, lost, fresh] = [look(), look(), look()]
  asked[2]?.resolve('after it was deleted')
  await fresh
  asked[0]?.resolve('before it was deleted')
  asked[1]?.reject(new Error('not reached'))
  await Promise.all([poll, lost])
  expect(shown).toEqual(['after it was deleted'])
  expect(seen).toEqual({ found: 'after it was deleted', isLost: false, isLooking: false })
})

test('where each look takes longer than it is until the next, all are shown as they come', async () => {
  const { look, asked, seen } = looking()
  const [older, newer] = [look(), look()]
  asked[0]?.resolve('old')
  await older
  expect(seen).toEqual({ found: 'old', isLost: false, isLooking: true })
  asked[1]?.resolve('new')
  await newer
  expect(seen).toEqual({ found: 'new', isLost: false, isLooking: false })
})

test('what was found stays while a later look is lost, which is said until one is answered', async () => {
  const { look, asked, seen } = looking()
  const first = look()
  asked[0]?.resolve('here')
  await first
  const second = look()
  asked[1]?.reject(new Error('not reached'))
  await second
  expect(seen).toEqual({ found: 'here', isLost: true, isLooking: false })
  const third = look()
  asked[2]?.resolve('here again')
  await third
  expect(seen).toEqual({ found: 'here again', isLost: false, isLooking: false })
})

test('when the page has gone nothing is told and nothing is asked any more', async () => {
  const { look, stop, asked, seen } = looking()
  const pending = look()
  stop()
  asked[0]?.resolve('too late')
  await Promise.all([pending, look()])
  expect(asked).toHaveLength(1)
  expect(seen).toEqual({ isLooking: true })
})
