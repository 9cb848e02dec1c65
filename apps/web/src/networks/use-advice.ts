import { gql, type TypedDocumentNode } from '@apollo/client'
import { useQuery } from '@apollo/client/react'
import { type Advice, type AdvicePerson, type AdviceSeason, advise } from '@lederkreds/domain/networks/advice'
import { isMethodId, type MethodId, methodOf } from '@lederkreds/domain/toolbox/methods'
import { useTranslation } from 'react-i18next'
import type { PlacementsQuery, PlacementsQueryVariables } from '../generated/graphql.ts'
import type { AdviceItem } from '../ui/advice-list.tsx'
import type { DraftPerson } from './draft.ts'

const placements: TypedDocumentNode<PlacementsQuery, PlacementsQueryVariables> = gql`
  query Placements($emails: [String!]!) {
    placements(emails: $emails) {
      personId
      name
      workplace
      email
      managementLevel
      managers
    }
  }
`

interface Advised {
  people: readonly DraftPerson[]
  methods: readonly MethodId[]
  season: AdviceSeason | null
}

/** The advice on a draft while it is written, in words; `placed` tells who belongs to the consultant's organisation. */
export function useAdvice({ people, methods, season }: Advised) {
  const emails = people.map(({ email }) => email).sort()
  const { data, previousData } = useQuery(placements, { variables: { emails }, skip: emails.length === 0 })
  const known = new Map((data ?? previousData)?.placements.map((each) => [each.email, each]))
  const words = useAdviceWords()
  const names = new Map<string, string>()
  const placed = people.map(({ email, name, workplace, managementLevel }): AdvicePerson => {
    const colleague = known.get(email)
    const id = colleague?.personId ?? email
    names.set(id, name)
    return {
      id,
      managers: colleague?.managers ?? [],
      workplace: colleague?.workplace || workplace,
      managementLevel: colleague?.managementLevel ?? managementLevel,
    }
  })
  const advice = advise({ people: placed, methods, season })
  return { advice, items: advice.map((each) => words(each, names)), placed: known }
}

function useAdviceWords() {
  const { t, i18n } = useTranslation('networks/planning')
  const language = i18n.language === 'en' ? 'en' : 'da'
  return ({ rule, level, subjects, values }: Advice, names: ReadonlyMap<string, string>): AdviceItem => {
    const [first = '', second = ''] = subjects
    const named = {
      report: names.get(first) ?? '',
      manager: names.get(second) ?? '',
      people: subjects.map((id) => names.get(id) ?? '').join(', '),
      method: isMethodId(first) ? methodOf(first).name[language] : '',
    }
    return {
      id: `${rule} ${subjects.join(' ')}`,
      level,
      text: t(`advice.${rule}`, { ...values, ...named }),
      reason: t(`why.${rule}`),
    }
  }
}

const aboutPeople: ReadonlySet<string> = new Set([
  'reportingLine',
  'indirectReportingLine',
  'caseMethodsInLargeGroup',
  'tooSmall',
  'tooLarge',
  'goodSize',
  'idealSize',
  'mixedLevels',
  'unknownLevel',
  'sameLevel',
  'sameWorkplace',
  'mixedWorkplaces',
])

/** Advice belongs where one can follow it: who takes part on the one hand, rhythm and methods on the other. */
export const isAboutPeople = ({ id }: AdviceItem): boolean => aboutPeople.has(id.split(' ')[0] ?? '')
