import { z } from 'zod'
import { dayAfter, daysFrom } from '../day.ts'
import { isoDate, prose } from '../text.ts'

const roundId = z.uuid({ error: 'invalid' })

/** What somebody keeps of a round. The round stands inside too: a server that moves it to another is found out. */
export const roundNote = z.looseObject({
  type: z.literal('roundNote'),
  format: z.literal(1),
  roundId,
  text: prose(10_000),
  /** The last day of what somebody keeps for herself; null for what stays, and for what is shared, whose day is the item's. */
  expiresOn: isoDate.nullable().default(null),
  day: isoDate,
})
export type RoundNote = z.output<typeof roundNote>

/** What somebody has decided to do. Whether the group may ask about it next time is hers to say. */
export const nextStep = z.looseObject({
  type: z.literal('nextStep'),
  format: z.literal(1),
  roundId,
  text: prose(2000),
  /** The day by which, if she chose one. */
  by: isoDate.nullable(),
  mayAsk: z.boolean(),
  day: isoDate,
})
export type NextStep = z.output<typeof nextStep>

/** What one wrote while all wrote in silence, in which phase. */
export const roundWriting = z.looseObject({
  type: z.literal('roundWriting'),
  format: z.literal(1),
  roundId,
  phase: z.string().regex(/^[A-Za-z0-9][\w-]{0,63}$/),
  text: prose(5000),
  day: isoDate,
})
export type RoundWriting = z.output<typeof roundWriting>

const roundDocument = z.discriminatedUnion('type', [roundNote, nextStep, roundWriting])
export type RoundDocument = z.output<typeof roundDocument>

/** What an opened item of a round holds; null for another round's, what says to be another kind, and what is newer. */
export function readRoundDocument(opened: unknown, kind: string, ofRound: string): RoundDocument | null {
  const { data } = roundDocument.safeParse(opened)
  return data && data.type === kind && data.roundId === ofRound ? data : null
}

/** Whether the others may ask about a step next time: only where its owner says so, in what she sealed herself. */
export const mayBeAskedAbout = (document: RoundDocument | null): boolean =>
  document?.type === 'nextStep' && document.mayAsk

/** Of the steps that somebody can open, those that a later meeting shows her: her own, and those that she may ask about. */
export const stepsToShow = <Item extends { readonly ownerId: string; readonly document: RoundDocument | null }>(
  items: readonly Item[],
  viewerId: string,
): Item[] => items.filter(({ ownerId, document }) => ownerId === viewerId || mayBeAskedAbout(document))

/** How many days one's own notes of a round are there, the first among them, unless she chooses to keep them. */
const ownNoteDays = 30

/** The last day of own notes that are first written today, unless they are kept. Days are 'YYYY-MM-DD'. */
export const ownNoteUntil = (today: string): string => dayAfter(today, ownNoteDays - 1)

/** How many days are left until the last one, today's included; 0 when it is over. Days are 'YYYY-MM-DD'. */
export const daysLeft = (until: string, today: string): number => Math.max(0, daysFrom(today, until) + 1)
