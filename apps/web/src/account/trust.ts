import { checkChain, type Pin } from '@lederkreds/sealing/directory'
import { SealingFault } from '@lederkreds/sealing/faults'
import type { IdentityEntry } from '@lederkreds/sealing/identity'
import type { SharedMemory } from './device-memory.ts'

/**
 * How far a colleague's keys can be relied on. `seen`: taken as they came, nothing compared. `compared`: words were the
 * same. `changed`: new since they were seen or compared, or at first sight already others than the first ones vouch for;
 * `known` is the newest that is believed all the same. `different`: words were not the same. `broken`: does not follow
 * from what was seen. `noKeys`: none yet. Nothing is sealed for anybody but `seen` and `compared`.
 */
export type Standing =
  | { readonly state: 'seen' | 'compared'; readonly entry: IdentityEntry; readonly pin: Pin; readonly isNew: boolean }
  | { readonly state: 'changed'; readonly entry: IdentityEntry; readonly pin: Pin; readonly known: Pin | null }
  | { readonly state: 'different'; readonly entry: IdentityEntry; readonly pin: Pin }
  | { readonly state: 'broken' | 'noKeys' }

/** Nothing is sealed for this person now; `message` says why. */
export class Blocked extends Error {
  constructor(why: 'changed' | 'different' | 'broken' | 'noKeys') {
    super(why)
    this.name = 'Blocked'
  }
}

/** What a colleague's identities, as the server tells them, are worth by what this person's devices remember. */
export async function standingOf(
  memory: SharedMemory,
  personId: string,
  entries: readonly IdentityEntry[],
): Promise<Standing> {
  const known = memory.pins[personId]
  if (entries.length === 0 && !known) return { state: 'noKeys' }
  try {
    const { current: entry, pin, changed, endorsed, vouched } = await checkChain(personId, entries, known)
    const verdict = memory.verdicts[personId]
    const isAboutThis = verdict !== undefined && verdict.number === pin.number && verdict.hash === pin.hash
    const isRefused = verdict?.said === 'different'
    if (isRefused && isAboutThis) return { state: 'different', entry, pin }
    if (changed || !endorsed || isRefused)
      return { state: 'changed', entry, pin, known: known ?? (isRefused ? null : vouched) }
    const isNew = known === undefined
    return { state: isAboutThis ? 'compared' : 'seen', entry, pin, isNew }
  } catch (fault) {
    if (!(fault instanceof SealingFault)) throw fault
    return { state: 'broken' }
  }
}
