import { type AskDoubt, doubtOf } from '@lederkreds/domain/feedback/ask-doubt'
import { type FeedbackAsk, readFeedbackAsk } from '@lederkreds/domain/feedback/document'
import { issuerHash } from '@lederkreds/sealing/blind-token'
import { fromBase64url, toBase64url } from '@lederkreds/sealing/bytes'
import { entryHash } from '@lederkreds/sealing/identity'
import { useCallback } from 'react'
import { openItems } from '../account/joint-items.ts'
import { plainId } from '../account/keyring.ts'
import { useLook } from '../account/use-look.ts'
import type { Room } from '../account/vault-room.ts'
import type { AnswerPageQuery } from '../generated/graphql.ts'
import type { Asker } from './feedback-desk.ts'

type CycleOfPage = NonNullable<AnswerPageQuery['feedbackCycle']>
/** Whoever is asked is inside the network that she is asked in. */
export type AskedCycle = Omit<CycleOfPage, 'network'> & { readonly network: NonNullable<CycleOfPage['network']> }

/** `author`: her keys are not to be relied on, or are others than those that signed it. `shut`: it does not open, or is no ask of this cycle. */
export type OpenedAsk =
  | { readonly state: 'looking' }
  | { readonly state: 'open'; readonly ask: FeedbackAsk; readonly givers: number; readonly asker: Asker }
  | { readonly state: 'refused'; readonly why: AskDoubt | 'author' | 'shut' }
  | { readonly state: 'notReached' }

/** What a receiver has sealed to those whom she asks, opened and held against what the server tells of it. */
export function useOpenedAsk(
  room: Room,
  cycle: AskedCycle,
): { readonly opened: OpenedAsk; readonly again: () => void } {
  const { found, isLooking, look } = useLook<OpenedAsk>(
    useCallback(() => openAsk(room, cycle).catch(() => ({ state: 'notReached' })), [room, cycle]),
  )
  return { opened: isLooking || !found ? { state: 'looking' } : found, again: () => void look() }
}

/** Throws when the server is not reached. */
export async function openAsk(room: Room, cycle: AskedCycle): Promise<OpenedAsk> {
  const [item] = cycle.ask ? await openItems(room, [cycle.ask.id]) : []
  if (!item) return { state: 'refused', why: 'shut' }
  if (item.opened.state === 'shut') return { state: 'refused', why: item.opened.why === 'author' ? 'author' : 'shut' }
  const ask = readFeedbackAsk(item.opened.document, plainId(cycle.id))
  // Answers are bound to the network, too: told another one, a giver would mark hers.
  const isThis =
    item.kind === 'feedbackAsk' && item.ownerId === cycle.receiver.id && item.networkId === cycle.network.id
  if (!ask || !isThis) return { state: 'refused', why: 'shut' }
  const asker = { ...item.author, signedBy: item.opened.signedBy }
  const newest = asker.entries.at(-1)
  if (!newest || toBase64url(await entryHash(newest)) !== asker.signedBy) return { state: 'refused', why: 'author' }
  const givers = item.opened.readers.length - 1
  const { form, promise, promiseVersion, issuerKey } = cycle
  const told = { form, promise, promiseVersion, deadline: new Date(cycle.deadline), givers }
  const hash = issuerKey === null ? null : toBase64url(await issuerHash(fromBase64url(issuerKey)))
  const why = doubtOf(ask, { ...told, issuerHash: hash })
  return why ? { state: 'refused', why } : { state: 'open', ask, givers, asker }
}
