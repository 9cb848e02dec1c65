import type { NetworkDraft } from '@lederkreds/domain/networks/draft'
import type { MethodId } from '@lederkreds/domain/toolbox/methods'
import type { NetworkDraftInput, WizardPageQuery } from '../generated/graphql.ts'

export const wizardSteps = ['purpose', 'members', 'groundRules', 'rhythm', 'review'] as const
export type WizardStep = (typeof wizardSteps)[number]

export const isWizardStep = (step: string | null): step is WizardStep => wizardSteps.some((each) => each === step)

/** The wizard's fields as they stand on the page: a text that is not written yet is empty. */
export type Draft = Omit<NetworkDraft, 'name' | 'purpose' | 'place' | 'link' | 'people' | 'groundRules' | 'moves'> & {
  name: string
  purpose: string
  place: string
  link: string
  people: readonly DraftPerson[]
  groundRules: readonly { key: string; heading: string; text: string }[]
  moves: readonly { day: string; to: string | null }[]
}

export type DraftPerson = {
  name: string
  email: string
  title: string | null
  workplace: string | null
  managementLevel: number | null
}

type Answered = NonNullable<NonNullable<WizardPageQuery['network']>['draft']>

/** The fields from the API's answer, without what Apollo adds to it. */
export function draftOf(answer: Answered): Draft {
  const {
    template,
    locale,
    name,
    purpose,
    place,
    link,
    methods,
    facilitatedMeetings,
    rhythm,
    people,
    groundRules,
    moves,
  } = answer
  const { from, until, everyWeeks, weekday, startTime, minutes } = rhythm
  return {
    template: template as Draft['template'],
    locale: locale === 'en' ? 'en' : 'da',
    name: name ?? '',
    purpose: purpose ?? '',
    place: place ?? '',
    link: link ?? '',
    methods: methods as MethodId[],
    facilitatedMeetings,
    rhythm: { from, until, everyWeeks, weekday, startTime, minutes },
    people: people.map(({ __typename: _, ...person }) => person),
    groundRules: groundRules.map(({ key, heading, text }) => ({ key, heading, text })),
    moves: moves.map(({ day, to }) => ({ day, to })),
  }
}

export const inputOf = ({ methods, people, groundRules, moves, ...draft }: Draft): NetworkDraftInput => ({
  ...draft,
  methods: [...methods],
  people: [...people],
  groundRules: [...groundRules],
  moves: [...moves],
})
