import type { Wish } from '@lederkreds/domain/toolbox/find'
import type { MethodKind } from '@lederkreds/domain/toolbox/methods'

export const kinds: readonly MethodKind[] = ['supervision', 'feedback', 'reflection', 'dialogue']
export const minuteChoices = [15, 30, 45, 60] as const
export const mostPeople = 12

/** What the address asks for; whatever in it is no wish asks for nothing. */
export const wishIn = (search: URLSearchParams): Wish => ({
  kind: kinds.find((kind) => kind === search.get('kind')) ?? null,
  minutes: minuteChoices.find((minutes) => String(minutes) === search.get('minutes')) ?? null,
  people: peopleIn(search.get('people') ?? ''),
  isNew: search.has('new'),
  withoutConsultant: search.has('alone'),
})

/** The wish as an address has it: nothing where nothing is asked for. */
export const searchOf = ({ kind, minutes, people, isNew, withoutConsultant }: Wish): Record<string, string> => ({
  ...(kind && { kind }),
  ...(minutes && { minutes: String(minutes) }),
  ...(people && { people: String(people) }),
  ...(isNew && { new: '1' }),
  ...(withoutConsultant && { alone: '1' }),
})

function peopleIn(text: string): number | null {
  const people = /^[1-9]\d?$/.test(text) ? Number(text) : null
  return people !== null && people <= mostPeople ? people : null
}
