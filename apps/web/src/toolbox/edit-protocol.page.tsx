import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import type { ProtocolEdit } from '@lederkreds/domain/toolbox/own-protocol'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useNavigate } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type {
  EditProtocolMutation,
  EditProtocolMutationVariables,
  EditProtocolPageQuery,
  EditProtocolPageQueryVariables,
} from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import { ownMethod } from './own-method.ts'
import { ProtocolForm } from './protocol-form.tsx'
import { useLanguage } from './use-language.ts'

const query: TypedDocumentNode<EditProtocolPageQuery, EditProtocolPageQueryVariables> = gql`
  query EditProtocolPage($id: ID!) {
    protocol(id: $id) {
      id
      basedOn
      version
      viewerCanEdit
      organisation {
        id
        name
      }
      newest {
        id
        definition
      }
    }
  }
`

const editProtocol: TypedDocumentNode<EditProtocolMutation, EditProtocolMutationVariables> = gql`
  mutation EditProtocol($id: ID!, $version: Int!, $input: ProtocolEditInput!) {
    editProtocol(id: $id, version: $version, input: $input) {
      __typename
      ... on Protocol {
        id
        version
        newest {
          id
          number
          definition
        }
        versions {
          id
          number
          createdAt
        }
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

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.protocolId ?? '' })

/** The next version of an own method. */
export function Component() {
  const { protocol } = usePreloaded(loader).data
  const { t } = useTranslation('toolbox/editor')
  const language = useLanguage()
  const navigate = useNavigate()
  const [edit, { data, loading, error }] = useMutation(editProtocol)
  // What is edited is what was read, whatever others save meanwhile: the API says so when it is no longer the newest.
  const [read] = useState(protocol)
  if (!read?.viewerCanEdit) return notFound()
  const { id, version, basedOn, newest, organisation } = read
  const method = ownMethod(basedOn, newest.definition)
  const result = data?.editProtocol
  const save = async (input: ProtocolEdit) => {
    const reply = await edit({ variables: { id, version, input } }).catch(() => undefined)
    return reply?.data?.editProtocol.__typename === 'Protocol' ? `/toolbox/own/${id}` : null
  }
  return (
    <Page
      title={t('editTitle', { name: method.name[language] })}
      lead={t('lead')}
      back={{ to: `/toolbox/own/${id}`, label: method.name[language] }}
      width="read"
    >
      <ProtocolForm
        from={method}
        organisation={organisation.name}
        asMethod={(own) => ownMethod(basedOn, own)}
        save={save}
        isSaving={loading}
        result={result}
        refused={error ? 'unknown' : result?.__typename === 'Stale' ? 'Stale' : null}
        cancel={() => void navigate(`/toolbox/own/${id}`)}
      />
    </Page>
  )
}
