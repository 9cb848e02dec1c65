import type { TurnsNow } from './use-turns.ts'

/** Who does what in a round, as a group calls each other; null where nobody does, or somebody who has left. */
export interface RoundPeople {
  readonly focus: string | null
  readonly supervisor: string | null
  /** Not settled yet: what the turn order proposes. */
  readonly isProposed: boolean
}

/**
 * Of each round of a meeting whose case it is and who supervises: as it was begun, and for the rest as it is proposed. Of
 * none to whoever is not one of those whose turn it can be: she does not know of passes, swaps and ties.
 */
export function agendaPeople({ turns, plan, names, me }: Omit<TurnsNow, 'ahead'>): readonly RoundPeople[] {
  if (!me || turns.members.length < 2) return []
  const nameOf = (id: string | null) => names.get(id ?? '') ?? null
  return [...turns.held, ...plan].map(({ focusId, supervisorId }, at) => ({
    focus: nameOf(focusId),
    supervisor: nameOf(supervisorId),
    isProposed: at >= turns.held.length,
  }))
}
