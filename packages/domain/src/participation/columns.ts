import type { Locale } from '../text.ts'

export type ColumnType = 'name' | 'date' | 'role' | 'yesNo' | 'methods'

export const networkRoles = ['member', 'convenor', 'consultant'] as const
export type NetworkRole = (typeof networkRoles)[number]

/**
 * The published contract of every export: these columns, in this order, and no other. `name` is how a network, a person
 * or a workplace is called; `methods` are ids of the toolbox's methods, or 'own' for what a consultant made
 * herself, one for each round of the meeting. There is no free text, nothing that anybody said. A new column goes to the end.
 */
export const participationColumns = [
  { key: 'network', type: 'name', heading: { da: 'Netværk', en: 'Network' } },
  { key: 'meeting_date', type: 'date', heading: { da: 'Mødedato', en: 'Meeting date' } },
  { key: 'person', type: 'name', heading: { da: 'Person', en: 'Person' } },
  { key: 'workplace', type: 'name', heading: { da: 'Arbejdsplads', en: 'Workplace' } },
  { key: 'role_in_network', type: 'role', heading: { da: 'Rolle i netværket', en: 'Role in the network' } },
  { key: 'invited', type: 'yesNo', heading: { da: 'Inviteret', en: 'Invited' } },
  { key: 'coming', type: 'yesNo', heading: { da: 'Tilmeldt', en: 'Coming' } },
  { key: 'regrets', type: 'yesNo', heading: { da: 'Afbud', en: 'Regrets' } },
  { key: 'attended', type: 'yesNo', heading: { da: 'Fremmødt', en: 'Attended' } },
  { key: 'methods', type: 'methods', heading: { da: 'Metoder i runder', en: 'Methods of rounds' } },
] as const satisfies readonly {
  key: string
  type: ColumnType
  heading: Readonly<Record<Locale, string>>
}[]

export type ColumnKey = (typeof participationColumns)[number]['key']

/** One person at one meeting; null is what nobody has answered or marked. */
export interface ParticipationRow {
  readonly network: string
  readonly meeting_date: string
  readonly person: string
  readonly workplace: string | null
  readonly role_in_network: NetworkRole
  readonly invited: boolean
  readonly coming: boolean | null
  readonly regrets: boolean | null
  readonly attended: boolean | null
  /** In the order of the meeting's rounds, with ', ' between them; null when it had none. */
  readonly methods: string | null
}

/** The words that stand in the cells of an export for truth values and roles. */
export const cellWords: Readonly<Record<Locale, Readonly<Record<'yes' | 'no' | NetworkRole, string>>>> = {
  da: { yes: 'ja', no: 'nej', member: 'medlem', convenor: 'tovholder', consultant: 'konsulent' },
  en: { yes: 'yes', no: 'no', member: 'member', convenor: 'convenor', consultant: 'consultant' },
}

/** A row as the texts of its cells, in the order of the columns; null becomes an empty cell. */
export function cellsOf(row: ParticipationRow, locale: Locale): string[] {
  const words = cellWords[locale]
  return participationColumns.map(({ key }) => {
    const value = row[key]
    if (value === null) return ''
    if (typeof value === 'boolean') return value ? words.yes : words.no
    return key === 'role_in_network' ? words[row.role_in_network] : value
  })
}

export const headings = (locale: Locale): string[] => participationColumns.map(({ heading }) => heading[locale])
