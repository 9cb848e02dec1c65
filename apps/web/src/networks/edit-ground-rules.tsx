import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { requiredPoints } from '@lederkreds/domain/networks/ground-rules'
import { groundRulesTemplate } from '@lederkreds/domain/networks/ground-rules-template'
import { Alert, Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  EditGroundRules_NetworkFragment,
  EditGroundRulesMutation,
  EditGroundRulesMutationVariables,
} from '../generated/graphql.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { useProblems } from '../use-problems.ts'
import { GroundRulesFields } from './ground-rules-fields.tsx'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<EditGroundRules_NetworkFragment> = gql`
  fragment EditGroundRules_network on Network {
    id
    groundRules {
      id
      version
      sections {
        key
        heading
        text
      }
    }
  }
`

const editGroundRules: TypedDocumentNode<EditGroundRulesMutation, EditGroundRulesMutationVariables> = gql`
  mutation EditGroundRules($networkId: ID!, $version: Int!, $sections: [GroundRulesSectionInput!]!) {
    editGroundRules(networkId: $networkId, version: $version, sections: $sections) {
      __typename
      ... on Network {
        id
        groundRules {
          id
          version
          createdAt
        }
        ...EditGroundRules_network
      }
      ... on InvalidInput {
        issues {
          path
          problem
        }
      }
    }
  }
  ${fragment}
`

/** Writes a new version of the ground rules; asks before it holds, because everybody else is asked again. */
export function EditGroundRules({
  network,
  onDone,
}: {
  network: FragmentType<EditGroundRules_NetworkFragment>
  onDone: () => void
}) {
  const { id, groundRules } = useSuspenseFragment({ fragment, from: network }).data
  const { t, i18n } = useTranslation(['networks', 'ui'])
  const confirm = useConfirm()
  const refusal = useRefusal()
  const [version] = useState(groundRules?.version ?? 0)
  const [sections, setSections] = useState(() => completed(groundRules?.sections ?? [], i18n.language))
  const [edit, { data, loading, error }] = useMutation(editGroundRules, { refetchQueries: ['GroundRulesPage'] })
  const result = data?.editGroundRules
  const problemAt = useProblems(result)
  const save = async () => {
    if (!(await confirm({ title: t('rules.saveTitle'), text: t('rules.saveText'), action: t('rules.save') }))) return
    const reply = await edit({ variables: { networkId: id, version, sections } }).catch(() => undefined)
    if (reply?.data?.editGroundRules.__typename !== 'Network') return
    notify({ text: t('rules.saved', { version: version + 1 }) })
    onDone()
  }
  const refused = error ? 'unknown' : result && result.__typename !== 'Network' ? result.__typename : null
  return (
    <>
      <GroundRulesFields sections={sections} onChange={(next) => setSections([...next])} problemAt={problemAt} />
      {refused && <Alert color="rose" title={refusal(refused)} role="alert" />}
      <Group>
        <Button loading={loading} onClick={() => void save()}>
          {t('rules.save')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          {t('ui:cancel')}
        </Button>
      </Group>
    </>
  )
}
EditGroundRules.fragment = fragment

type Section = { key: string; heading: string; text: string }

/** The sections as they are, and the template's words for a fixed point that has none yet. */
function completed(sections: readonly Section[], language: string): Section[] {
  const template = groundRulesTemplate[language === 'en' ? 'en' : 'da']
  const missing = requiredPoints.filter((point) => !sections.some(({ key }) => key === point))
  return [
    ...sections.map(({ key, heading, text }) => ({ key, heading, text })),
    ...template.filter(({ key }) => missing.some((point) => point === key)),
  ]
}
