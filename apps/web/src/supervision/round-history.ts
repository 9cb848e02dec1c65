import type { RoundRoles } from '@lederkreds/domain/supervision/turn'

interface Held {
  readonly endedAt: string | null
  readonly lead: { readonly id: string }
  readonly timekeeper: { readonly id: string } | null
  readonly people: readonly { readonly isFocus: boolean; readonly person: { readonly id: string } }[]
}

/** The rounds that were held, oldest first, as the turn order reads them; `edges` newest first, as the API lists them. */
export const historyOf = (edges: readonly { readonly node: Held }[]): RoundRoles[] =>
  edges
    .map(({ node }) => node)
    .filter(({ endedAt }) => endedAt !== null)
    .toReversed()
    .map(({ people, lead, timekeeper }) => {
      const focusId = people.find(({ isFocus }) => isFocus)?.person.id ?? null
      const ids = people.map(({ person }) => person.id)
      return {
        focusId,
        supervisorId: lead.id,
        timekeeperId: timekeeper?.id ?? null,
        teamIds: ids.filter((id) => id !== focusId && id !== lead.id),
      }
    })
