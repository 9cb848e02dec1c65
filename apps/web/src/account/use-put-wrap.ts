import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { toBase64url } from '@lederkreds/sealing/bytes'
import type { MadeWrap } from '@lederkreds/sealing/vault'
import type {
  AddKeyWrapMutation,
  AddKeyWrapMutationVariables,
  ReplaceKeyWrapMutation,
  ReplaceKeyWrapMutationVariables,
} from '../generated/graphql.ts'
import { fetchKeyring } from './keyring.ts'
import { useStepUp } from './step-up.tsx'
import type { Vault } from './vault.ts'

const addKeyWrap: TypedDocumentNode<AddKeyWrapMutation, AddKeyWrapMutationVariables> = gql`
  mutation AddKeyWrap($input: KeyWrapInput!) {
    addKeyWrap(input: $input) {
      __typename
    }
  }
`

const replaceKeyWrap: TypedDocumentNode<ReplaceKeyWrapMutation, ReplaceKeyWrapMutationVariables> = gql`
  mutation ReplaceKeyWrap($id: ID!, $wrapped: Bytes!, $version: Int!) {
    replaceKeyWrap(id: $id, wrapped: $wrapped, version: $version) {
      __typename
    }
  }
`

/**
 * Has the server keep a wrap, in the place of the one with its id if there is one, and this device with it. Answers
 * `done`, the name of a refusal, or undefined when she turned back.
 */
export function usePutWrap(vault: Vault) {
  const stepUp = useStepUp()
  const [add] = useMutation(addKeyWrap)
  const [replace] = useMutation(replaceKeyWrap)
  return async (made: MadeWrap, passkeyId: string | null = null): Promise<string | undefined> => {
    const [id, wrapped] = [`KeyWrap_${made.wrapId}`, toBase64url(made.wrapped)]
    const before = (await vault.keyring())?.wraps.find((wrap) => wrap.id === made.wrapId)
    const input = { id, kind: made.kind, passkeyId: passkeyId && `Passkey_${passkeyId}`, wrapped }
    const answer = before
      ? await stepUp(() => replace({ variables: { id, wrapped, version: before.version } }))
      : await stepUp(() => add({ variables: { input } }))
    const data = answer?.data
    if (!data) return undefined
    const name = 'addKeyWrap' in data ? data.addKeyWrap.__typename : data.replaceKeyWrap.__typename
    if (name !== 'KeyWrap') return name
    const credentialId = before?.credentialId ?? null
    const kept = { id: made.wrapId, kind: made.kind, passkeyId, credentialId, wrapped: made.wrapped }
    await vault.changeWraps((wraps) => [
      ...wraps.filter((wrap) => wrap.id !== made.wrapId),
      { ...kept, version: (before?.version ?? 0) + 1 },
    ])
    await vault.takeKeyring(await fetchKeyring(vault.personId))
    return 'done'
  }
}
