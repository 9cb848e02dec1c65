import { dayAfter } from '@lederkreds/domain/day'
import { type Entry, entry } from '@lederkreds/domain/journal/entry'
import { danishWords } from '@lederkreds/sealing/danish-words'

/** Fills a block of 4,096 bytes when it is sealed: more than a block of 1,024 holds, less than one of 16,384 needs. */
const bytes = 3_600

/** One entry a day up to a day, each of one long text that no other has: as heavy as a journal can be for a search. */
export function longEntries(today: string, count: number): readonly Entry[] {
  const word = words()
  return Array.from({ length: count }, (_, back) => {
    const day = dayAfter(today, -back)
    let text = word()
    while (Buffer.byteLength(text) < bytes) text += ` ${word()}`
    const sliders = { demands: (back * 7) % 101, influence: (back * 11) % 101, support: (back * 13) % 101 }
    return entry.parse({ type: 'entry', format: 1, day, writtenAt: `${day}T16:40:00+01:00`, trigger: text, ...sliders })
  })
}

/** Words as a text has them, few of them often and most of them seldom; the same row of words every time. */
function words() {
  let state = 7
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const share = state / 2 ** 32
    return danishWords[Math.floor(share * share * share * danishWords.length)] ?? ''
  }
}
