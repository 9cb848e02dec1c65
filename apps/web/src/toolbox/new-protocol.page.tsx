import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { isMethodId } from '@lederkreds/domain/toolbox/methods'
import type { ProtocolEdit } from '@lederkreds/domain/toolbox/own-protocol'
import { adapted } from '@lederkreds/domain/toolbox/protocol'
import { protocolOf } from '@lederkreds/domain/toolbox/protocols'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type {
  AddProtocolMutation,
  AddProtocolMutationVariables,
  NewProtocolPageQuery,
  NewProtocolPageQueryVariables,
} from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import { ProtocolForm } from './protocol-form.tsx'
import { useLanguage } from './use-language.ts'

const query: TypedDocumentNode<NewProtocolPageQuery, NewProtocolPageQueryVariables> = gql`
  query NewProtocolPage {
    viewer {
      id
      isConsultant
      organisation {
        id
        name
      }
    }
  }
`

const addProtocol: TypedDocumentNode<AddProtocolMutation, AddProtocolMutationVariables> = gql`
  mutation AddProtocol($basedOn: String!, $input: ProtocolEditInput!) {
    addProtocol(basedOn: $basedOn, input: $input) {
      __typename
      ... on Protocol {
        id
      }
      ... on InvalidInput {
        issues {
          path
          problem
        }
      }
    }
  }
`

export const loader = () => preload(query)

/** A method that a consultant copies and adapts. */
export function Component() {
  const { viewer } = usePreloaded(loader).data
  const [search] = useSearchParams()
  const { t } = useTranslation('toolbox/editor')
  const language = useLanguage()
  const navigate = useNavigate()
  const [add, { data, loading, error }] = useMutation(addProtocol)
  const from = search.get('from') ?? ''
  if (!viewer?.isConsultant || !isMethodId(from)) return notFound()
  const base = protocolOf(from)
  const save = async (input: ProtocolEdit) => {
    const reply = await add({ variables: { basedOn: from, input } }).catch(() => undefined)
    const made = reply?.data?.addProtocol
    return made?.__typename === 'Protocol' ? `/toolbox/own/${made.id}` : null
  }
  return (
    <Page
      title={t('newTitle', { name: base.name[language] })}
      lead={t('lead')}
      back={{ to: `/toolbox/${from}`, label: base.name[language] }}
      width="read"
    >
      <ProtocolForm
        from={base}
        organisation={viewer.organisation.name}
        asMethod={(own) => adapted(base, own)}
        save={save}
        isSaving={loading}
        result={data?.addProtocol}
        refused={error ? 'unknown' : null}
        cancel={() => void navigate(`/toolbox/${from}`)}
      />
    </Page>
  )
}
