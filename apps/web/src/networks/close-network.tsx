import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type {
  CloseNetwork_NetworkFragment,
  CloseNetworkMutation,
  CloseNetworkMutationVariables,
} from '../generated/graphql.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<CloseNetwork_NetworkFragment> = gql`
  fragment CloseNetwork_network on Network {
    id
    name
    version
  }
`

const closeNetwork: TypedDocumentNode<CloseNetworkMutation, CloseNetworkMutationVariables> = gql`
  mutation CloseNetwork($id: ID!, $version: Int!) {
    closeNetwork(id: $id, version: $version) {
      __typename
      ... on Network {
        id
        state
        version
      }
    }
  }
`

/** Ends a network for good, after asking. */
export function CloseNetwork({ network }: { network: FragmentType<CloseNetwork_NetworkFragment> }) {
  const { id, name, version } = useSuspenseFragment({ fragment, from: network }).data
  const { t } = useTranslation('networks/planning')
  const confirm = useConfirm()
  const refusal = useRefusal()
  const [close, { loading }] = useMutation(closeNetwork, { refetchQueries: ['ManageNetworkPage'] })
  const ask = async () => {
    const question = {
      title: t('manage.closeTitle', { network: name }),
      text: t('manage.closeText'),
      action: t('manage.close'),
      tone: 'harm' as const,
    }
    if (!(await confirm(question))) return
    const result = await close({ variables: { id, version } }).catch(() => undefined)
    const answer = result?.data?.closeNetwork.__typename
    if (answer === 'Network') notify({ text: t('manage.closed') })
    else notify({ text: refusal(answer ?? 'unknown'), tone: 'failed' })
  }
  return (
    <div>
      <Button variant="subtle" color="rose" loading={loading} onClick={() => void ask()}>
        {t('manage.close')}
      </Button>
    </div>
  )
}
CloseNetwork.fragment = fragment
