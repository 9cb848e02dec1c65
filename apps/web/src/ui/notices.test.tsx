import { expect, test } from 'vitest'
import { afterMove, type Shown } from './notices.tsx'

const ids = (notices: readonly Shown[]) => notices.map(({ id }) => id)

test('a notice comes along to one page, and not to the next', () => {
  const saved: Shown = { id: 1, text: 'Gemt' }
  const there = afterMove([saved], false)
  expect(ids(there)).toEqual([1])
  const failed: Shown = { id: 2, text: 'Ikke slettet', tone: 'failed' }
  const further = afterMove([...there, failed], false)
  expect(ids(further)).toEqual([2])
  expect(afterMove(further, false)).toEqual([])
})

test('to be led on once more takes nothing away, but is a page', () => {
  const led = afterMove(afterMove([{ id: 1, text: 'Gemt' }], false), true)
  expect(ids(led)).toEqual([1])
  expect(afterMove(led, false)).toEqual([])
  expect(ids(afterMove([{ id: 2, text: 'Gemt' }], true))).toEqual([2])
  expect(afterMove(afterMove([{ id: 2, text: 'Gemt' }], true), false)).toEqual([])
})
