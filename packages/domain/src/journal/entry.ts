import { z } from 'zod'
import { isoDate, optionalProse, wholeNumber } from '../text.ts'
import { chipKeys } from './chip.ts'
import { recoveryTexts } from './recovery.ts'
import { sleepLog } from './sleep.ts'
import { writtenAt } from './written-at.ts'

/** 0 to 100; null is a slider that nobody touched, which is no answer rather than the middle. */
const slider = wholeNumber(0, 100).nullable().default(null)

/** Three minutes: what set it off, the body's signal, what I did, what helped. Everything but the day may be left out. */
export const entry = z.looseObject({
  type: z.literal('entry'),
  format: z.literal(1),
  /** The day that it is about; the writer may change it. */
  day: isoDate,
  writtenAt,
  trigger: optionalProse(4000),
  bodySignals: chipKeys,
  bodyText: optionalProse(1000),
  did: optionalProse(4000),
  helped: optionalProse(4000),
  stressors: chipKeys,
  /** Demands, influence and support (Karasek, Theorell & Johnson): three sliders side by side, never one figure. */
  demands: slider,
  influence: slider,
  support: slider,
  sleep: sleepLog.nullable().default(null),
  text: optionalProse(20_000),
  recovery: recoveryTexts,
  /** Set on the copy that was kept when two devices had changed the same item. */
  conflictOf: z.uuid({ error: 'invalid' }).nullable().default(null),
})
export type Entry = z.output<typeof entry>

/** A blank page for the day on which it is begun. */
export const newEntry = (writtenAt: string): Entry =>
  entry.parse({ type: 'entry', format: 1, day: writtenAt.slice(0, 10), writtenAt })
