import type { Locale } from '../text.ts'

export type MethodKind = 'supervision' | 'feedback' | 'reflection' | 'dialogue'

export interface Method {
  readonly id: string
  readonly kind: MethodKind
  readonly minutes: number
  readonly minParticipants: number
  readonly maxParticipants: number
  readonly name: Readonly<Record<Locale, string>>
}

/** The thirty methods of the toolbox; their phases and prompts come with the toolbox itself. */
export const methods = [
  method('reflekterende-team', 'supervision', 60, [4, 8], {
    da: 'Kollegial supervision med reflekterende team',
    en: 'Peer supervision with a reflecting team',
  }),
  method('triade-supervision', 'supervision', 40, [3, 3], {
    da: 'Triade: supervision i grupper på tre',
    en: 'Triad supervision',
  }),
  method('kollegial-sparring-8-trin', 'supervision', 60, [4, 10], {
    da: 'Kollegial sparring i otte trin',
    en: 'Eight-step peer sparring',
  }),
  method('kollegial-raadgivning-6-faser', 'supervision', 45, [5, 8], {
    da: 'Kollegial rådgivning i seks faser',
    en: 'Peer consultation in six phases',
  }),
  method('hypotesemodellen', 'supervision', 65, [5, 9], {
    da: 'Hypotesemodellen',
    en: 'The hypothesis model',
  }),
  method('incidentmetoden', 'supervision', 65, [5, 8], {
    da: 'Intervision efter incidentmetoden',
    en: 'Intervision, incident method',
  }),
  method('aktionslaering', 'supervision', 60, [4, 8], {
    da: 'Aktionslæring med spørgsmål først',
    en: 'Action learning, questions first',
  }),
  method('case-clinic', 'supervision', 60, [4, 5], {
    da: 'Case Clinic',
    en: 'Case Clinic',
  }),
  method('troika', 'supervision', 35, [3, 3], {
    da: 'Troika',
    en: 'Troika Consulting',
  }),
  method('kloge-kolleger', 'supervision', 15, [4, 5], {
    da: 'Kloge kolleger',
    en: 'Wise Crowds',
  }),
  method('konsultation', 'supervision', 50, [5, 10], {
    da: 'Konsultation blandt kritiske venner',
    en: 'Critical friends consultancy',
  }),
  method('balint', 'supervision', 45, [6, 10], {
    da: 'Balintgruppe',
    en: 'Balint group',
  }),
  method('sbi-feedback', 'feedback', 24, [3, 3], {
    da: 'SBI-feedback: situation, adfærd, effekt',
    en: 'SBI feedback: situation, behaviour, impact',
  }),
  method('feedforward', 'feedback', 30, [4, 12], {
    da: 'Feedforward',
    en: 'Feedforward',
  }),
  method('spot-styrker', 'feedback', 15, [2, 2], {
    da: 'Spot hinandens styrker',
    en: "Spot each other's strengths",
  }),
  method('start-stop-fortsaet', 'feedback', 30, [3, 12], {
    da: 'Start – stop – fortsæt',
    en: 'Start – Stop – Continue',
  }),
  method('feedbackkontrakt', 'feedback', 25, [2, 2], {
    da: 'Feedbackkontrakt',
    en: 'Feedback contract',
  }),
  method('spejl-360', 'feedback', 45, [3, 6], {
    da: 'Fra 360-graders måling til læring',
    en: 'From 360 results to learning',
  }),
  method('belastning-ressourcer', 'reflection', 40, [2, 8], {
    da: 'Belastninger og ressourcer',
    en: 'Demands and resources',
  }),
  method('iglo', 'reflection', 45, [3, 8], {
    da: 'IGLO-gennemgang',
    en: 'IGLO review',
  }),
  method('indflydelse', 'reflection', 25, [1, 8], {
    da: 'Indflydelsens cirkler',
    en: 'Circles of influence',
  }),
  method('dagslut', 'reflection', 10, [1, 1], {
    da: 'Dagens lukning',
    en: 'Closing the day',
  }),
  method('skriv-igennem', 'reflection', 25, [1, 1], {
    da: 'Skriv det igennem',
    en: 'Writing it through',
  }),
  method('handlekompetence', 'reflection', 30, [1, 8], {
    da: 'Før og nu: min handlekompetence',
    en: 'Then and now: my competence for action',
  }),
  method('tre-to-en', 'reflection', 10, [2, 12], {
    da: '3-2-1-runden',
    en: 'The 3-2-1 round',
  }),
  method('startkontrakt', 'dialogue', 60, [4, 12], {
    da: 'Netværkets startkontrakt',
    en: "The network's opening contract",
  }),
  method('anerkendende-interview', 'dialogue', 50, [2, 12], {
    da: 'Anerkendende interview',
    en: 'Appreciative interview',
  }),
  method('domaenerunden', 'dialogue', 50, [3, 8], {
    da: 'Domænerunden: den svære beslutning',
    en: 'Domain round: the hard decision',
  }),
  method('svaer-samtale', 'dialogue', 45, [3, 6], {
    da: 'Øv den svære samtale',
    en: 'Rehearse the difficult conversation',
  }),
  method('aaben-runde', 'dialogue', 45, [4, 10], {
    da: 'Åben dialogrunde',
    en: 'Open dialogue round',
  }),
] as const

export type MethodId = (typeof methods)[number]['id']

export const methodIds: readonly MethodId[] = methods.map(({ id }) => id)

/** What a new network starts with: a contract, a first and a core method for cases, and one ending for every meeting. */
export const defaultMethods: readonly MethodId[] = [
  'startkontrakt',
  'kollegial-sparring-8-trin',
  'reflekterende-team',
  'tre-to-en',
]

const byId = new Map<string, Method>(methods.map((each) => [each.id, each]))

export const isMethodId = (id: string): id is MethodId => byId.has(id)

/** The method with this id. Throws a RangeError for an id that is not in the toolbox: parse ids first. */
export function methodOf(id: MethodId): Method {
  const found = byId.get(id)
  if (!found) throw new RangeError(`no method ${id}`)
  return found
}

/** A method that works a member's case through needs everybody's attention, and so a small group. */
export const isCaseMethod = (id: MethodId): boolean => methodOf(id).kind === 'supervision'

function method<const Id extends string>(
  id: Id,
  kind: MethodKind,
  minutes: number,
  [minParticipants, maxParticipants]: readonly [number, number],
  name: Method['name'],
) {
  return { id, kind, minutes, minParticipants, maxParticipants, name }
}
