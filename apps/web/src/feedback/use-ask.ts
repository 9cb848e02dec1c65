import { type FeedbackAsk, readFeedbackAsk } from '@lederkreds/domain/feedback/document'
import { useCallback } from 'react'
import { openItems } from '../account/joint-items.ts'
import { plainId } from '../account/keyring.ts'
import { useLook } from '../account/use-look.ts'
import type { Room } from '../account/vault-room.ts'

/** What a receiver asks about: `shut` where it does not open on this device, `lost` where the server is not reached. */
export type OpenedAsk =
  | { readonly state: 'open'; readonly ask: FeedbackAsk; readonly readers: number }
  | { readonly state: 'shut' | 'lost' | 'looking' }

/** The sealed question of a cycle, opened when somebody looks and forgotten with the page. Ids as the API gives them. */
export function useAsk(room: Room, cycle: { readonly id: string; readonly receiverId: string }, askId: string) {
  const { id, receiverId } = cycle
  const { found, isLooking, look } = useLook<OpenedAsk>(
    useCallback(
      () => openAsk(room, id, receiverId, askId).catch(() => ({ state: 'lost' })),
      [room, id, receiverId, askId],
    ),
  )
  const opened: OpenedAsk = isLooking || !found ? { state: 'looking' } : found
  return { opened, look }
}

/** Throws when the server is not reached. Ids as the API gives them. */
export async function openAsk(room: Room, cycleId: string, receiverId: string, askId: string): Promise<OpenedAsk> {
  const [item] = await openItems(room, [askId])
  if (item?.ownerId !== receiverId || item.opened.state !== 'open') return { state: 'shut' }
  const ask = readFeedbackAsk(item.opened.document, plainId(cycleId))
  return ask ? { state: 'open', ask, readers: item.opened.readers.length } : { state: 'shut' }
}
