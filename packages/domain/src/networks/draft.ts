import { z } from 'zod'
import { newPerson } from '../account/person.ts'
import { Refusal } from '../errors.ts'
import { isoDate, type Locale, locale, optionalHttpsUrl, optionalLine, optionalProse, wholeNumber } from '../text.ts'
import { type AdvicePerson, advise } from './advice.ts'
import { checkGroundRules, groundRulesSections } from './ground-rules.ts'
import { groundRulesTemplate } from './ground-rules-template.ts'
import { NetworkFull } from './invitation.ts'
import { chosenMethods, completeDraft, maxMembers, rhythm } from './network.ts'
import { checkReportingLine } from './reporting-line.ts'
import { defaultRhythm, type TemplateId, templateIds, templates } from './template.ts'

/** A draft may hold more people than a network, so that a consultant can choose among them; this many fit on a page. */
const maxDraftPeople = 40

/** What the wizard keeps on the server while a network is a draft: every step can be open, nothing in it is half valid. */
export const networkDraft = z.object({
  template: z.enum(templateIds, { error: 'unknown' }),
  /** The language of the ground rules and of the invitations. */
  locale,
  name: optionalLine(80),
  purpose: optionalProse(1000),
  people: z
    .array(newPerson, { error: 'invalid' })
    .max(maxDraftPeople, { error: 'tooMany' })
    .refine((people) => new Set(people.map(({ email }) => email)).size === people.length, { error: 'duplicate' }),
  groundRules: groundRulesSections,
  rhythm,
  place: optionalLine(200),
  link: optionalHttpsUrl,
  /** Days of the rhythm on which the meeting is moved to another day, or left out: then `to` is null. */
  moves: z
    .array(z.object({ day: isoDate, to: z.preprocess((input) => input ?? null, isoDate.nullable()) }), {
      error: 'invalid',
    })
    .max(60, { error: 'tooMany' }),
  methods: chosenMethods,
  /** How many meetings the consultant facilitates; then her access ends by itself. Null: to the end of the season. */
  facilitatedMeetings: z.preprocess((input) => input ?? null, wholeNumber(1, 40).nullable()),
})
export type NetworkDraft = z.output<typeof networkDraft>

/** The network has been started meanwhile: a draft is no longer there to be changed. */
export class NotADraft extends Refusal {
  constructor() {
    super('NotADraft')
  }
}

/** A draft that lacks nothing but its people. `today` is an ISO date. */
export function draftFrom(template: TemplateId, language: Locale, today: string): NetworkDraft {
  const { name, purpose, methods } = templates[template]
  return {
    template,
    locale: language,
    name: name[language],
    purpose: purpose[language],
    people: [],
    groundRules: [...groundRulesTemplate[language]],
    rhythm: defaultRhythm(templates[template], today),
    place: null,
    link: null,
    moves: [],
    methods: [...methods],
    facilitatedMeetings: 3,
  }
}

/**
 * Before invitations go out; `people` are those of the draft, placed in the organisation as far as they are known. Throws
 * `ReportingLine`, `NetworkFull`, `GroundRulesIncomplete`, `DraftIncomplete` or `AdviceForbids`.
 */
export function checkStart(draft: NetworkDraft, people: readonly AdvicePerson[]): void {
  for (const [index, person] of people.entries()) checkReportingLine(person, people.slice(0, index))
  if (people.length > maxMembers) throw new NetworkFull()
  checkGroundRules(draft.groundRules)
  const { methods } = draft
  completeDraft({ ...draft, memberCount: people.length }, advise({ people, methods, season: null }))
}
