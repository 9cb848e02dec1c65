import { readToldStep, type ToldStep } from '@lederkreds/domain/feedback/document'
import { useCallback } from 'react'
import { openItems } from '../account/joint-items.ts'
import { plainId } from '../account/keyring.ts'
import { useLook } from '../account/use-look.ts'
import type { Room } from '../account/vault-room.ts'

/** A step that somebody told her group; `step` is null for what does not open here. Ids as the API gives them. */
export interface ToldStepItem {
  readonly id: string
  readonly ownerId: string
  readonly expiresOn: string | null
  readonly step: ToldStep | null
  readonly readers: number
}

/** Where a told step lies, and which cycle the server says it belongs to. */
export interface ToldHead {
  readonly id: string
  readonly cycleId: string | null
}

/** Steps that were told, opened when somebody looks and forgotten with the page. */
export function useToldSteps(room: Room, heads: readonly ToldHead[]) {
  const wanted = JSON.stringify(heads.map(({ id, cycleId }) => [id, cycleId]))
  return useLook(useCallback(() => openSteps(room, new Map(JSON.parse(wanted))), [room, wanted]))
}

async function openSteps(room: Room, cycles: ReadonlyMap<string, string | null>): Promise<ToldStepItem[]> {
  const items = await openItems(room, [...cycles.keys()])
  return items.map(({ id, ownerId, expiresOn, opened }) => ({
    id,
    ownerId,
    expiresOn,
    step: opened.state === 'open' ? readToldStep(opened.document, plainId(cycles.get(id) ?? '')) : null,
    readers: opened.state === 'open' ? opened.readers.length : 0,
  }))
}
