import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import type { MethodId } from '@lederkreds/domain/toolbox/methods'
import { Switch } from '@mantine/core'
import type {
  ChooseMethodMutation,
  ChooseMethodMutationVariables,
  FavouriteMethod_NetworkFragment,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'

const fragment: TypedDocumentNode<FavouriteMethod_NetworkFragment> = gql`
  fragment FavouriteMethod_network on Network {
    id
    name
    methods
  }
`

const chooseMethod: TypedDocumentNode<ChooseMethodMutation, ChooseMethodMutationVariables> = gql`
  mutation ChooseMethod($id: ID!, $method: String!, $isChosen: Boolean!) {
    chooseMethod(id: $id, method: $method, isChosen: $isChosen) {
      __typename
      ... on Network {
        id
        version
        methods
      }
    }
  }
`

interface FavouriteMethodProps {
  network: FragmentType<FavouriteMethod_NetworkFragment>
  method: MethodId
  /** What to say when it could not be saved. */
  failed: string
}

/** Whether a method is one of those that a network prefers, for whoever keeps it. */
export function FavouriteMethod({ network, method, failed }: FavouriteMethodProps) {
  const { id, name, methods } = useSuspenseFragment({ fragment, from: network }).data
  const [choose, { loading }] = useMutation(chooseMethod)
  const change = async (isChosen: boolean) => {
    const reply = await choose({ variables: { id, method, isChosen } }).catch(() => undefined)
    if (reply?.data?.chooseMethod.__typename !== 'Network') notify({ text: failed, tone: 'failed' })
  }
  return (
    <Switch
      label={name}
      checked={methods.includes(method)}
      disabled={loading}
      onChange={({ currentTarget }) => void change(currentTarget.checked)}
    />
  )
}
FavouriteMethod.fragment = fragment
