import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstProblem } from '../text.ts'
import { byWriting, stamp, writtenAt, writtenDay, writtenHour } from './written-at.ts'

const instants = fc.date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })
const offsets = fc.integer({ min: -720, max: 840 })

test.each([
  ['2026-11-25T20:04:05.678Z', 60, '2026-11-25T21:04:05+01:00'],
  ['2026-07-01T22:30:00.000Z', 120, '2026-07-02T00:30:00+02:00'],
  ['2026-01-01T02:00:00.000Z', -210, '2025-12-31T22:30:00-03:30'],
  ['2026-01-01T02:00:00.000Z', 0, '2026-01-01T02:00:00+00:00'],
])('%s on a clock %i minutes ahead is %s', (instant, offset, stamped) => {
  expect(stamp(new Date(instant), offset)).toBe(stamped)
})

test('a stamp keeps both the instant and the clock on the wall', () => {
  fc.assert(
    fc.property(instants, offsets, (instant, offset) => {
      const stamped = stamp(instant, offset)
      const onTheWall = new Date(instant.getTime() + offset * 60_000)
      expect(firstProblem(writtenAt, stamped)).toBeNull()
      expect(Date.parse(stamped)).toBe(Math.floor(instant.getTime() / 1000) * 1000)
      expect(writtenDay(stamped)).toBe(onTheWall.toISOString().slice(0, 10))
      expect(writtenHour(stamped)).toBe(onTheWall.getUTCHours())
    }),
  )
})

test('what was written earlier comes first, whatever the clocks said', () => {
  const [inLondon, inCopenhagen] = ['2026-11-25T20:30:00+00:00', '2026-11-25T21:00:00+01:00']
  const sorted = [{ writtenAt: inLondon }, { writtenAt: inCopenhagen }].sort(byWriting)
  expect(sorted.map(({ writtenAt }) => writtenAt)).toEqual([inCopenhagen, inLondon])
})

test.each([
  '2026-11-25T20:04:05Z',
  '2026-11-25T20:04:05',
  '2026-11-25 20:04:05+01:00',
  '2026-02-30T20:04:05+01:00',
  '2026-11-25T24:00:00+01:00',
  '2026-11-25T20:04:61+01:00',
  '2026-11-25T20:04:05+15:00',
  '',
])('%j is no stamp', (text) => expect(firstProblem(writtenAt, text)).toBe('notATime'))
