import { consentedBytes, readProposal, type SentenceProposal } from '@lederkreds/domain/feedback/sentence'
import { fromBase64url, toBase64url } from '@lederkreds/sealing/bytes'
import { useCallback } from 'react'
import { openItems } from '../account/joint-items.ts'
import { plainId } from '../account/keyring.ts'
import { useLook } from '../account/use-look.ts'
import type { Room } from '../account/vault-room.ts'

export interface OpenProposal {
  readonly id: string
  readonly ownerId: string
  /** Null for what could not be opened, or is not what it says to be. */
  readonly document: SentenceProposal | null
  /** What a yes to it is given to. */
  readonly hash: string | null
  /** How many people can open it, its author among them. */
  readonly readers: number
}

/** The proposals that are sealed to whoever looks, opened while she looks and forgotten with the page. */
export function useProposals(room: Room, networkId: string, ids: readonly string[]) {
  const key = ids.join()
  return useLook(useCallback(() => open(room, networkId, key ? key.split(',') : []), [room, networkId, key]))
}

async function open(room: Room, networkId: string, ids: readonly string[]): Promise<OpenProposal[]> {
  const items = await openItems(room, ids)
  return Promise.all(
    items.map(async ({ id, ownerId, kind, opened }) => {
      const document =
        opened.state === 'open' && kind === 'sentence' ? readProposal(opened.document, plainId(networkId)) : null
      return {
        id,
        ownerId,
        document,
        hash: document && (await hashOf(document)),
        readers: opened.state === 'open' ? opened.readers.length : 0,
      }
    }),
  )
}

async function hashOf({ salt, text }: SentenceProposal): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', consentedBytes(fromBase64url(salt), text))
  return toBase64url(new Uint8Array(hash))
}
