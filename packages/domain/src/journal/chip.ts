import { z } from 'zod'
import { type Locale, line, type Words } from '../text.ts'

/** Something to tap instead of writing it. The key is what a document keeps; the label may be worded better one day. */
export interface Chip<Key extends string = string> {
  readonly key: Key
  readonly label: Words
}

/** A list of chips under their keys, in the order in which a page offers them. */
export const chipsOf = <Key extends string>(labels: Readonly<Record<Key, readonly [da: string, en: string]>>) =>
  (Object.entries(labels) as [Key, readonly [string, string]][]).map(
    ([key, [da, en]]): Chip<Key> => ({ key, label: { da, en } }),
  )

/** The label of a key; a key that only a newer version knows is shown as it is, rather than left out. */
export const labelOf = (chips: readonly Chip[], key: string, locale: Locale): string =>
  chips.find((chip) => chip.key === key)?.label[locale] ?? key

/** The keys that somebody tapped. Those of a newer version are kept, so that an older one does not lose them by saving. */
export const chipKeys = z
  .array(line(40), { error: 'invalid' })
  .max(30, { error: 'tooMany' })
  .refine((keys) => new Set(keys).size === keys.length, { error: 'duplicate' })
  .default([])
