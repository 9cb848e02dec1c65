import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type {
  CallOff_RoundFragment,
  CallOffRoundMutation,
  CallOffRoundMutationVariables,
} from '../generated/graphql.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'

const fragment: TypedDocumentNode<CallOff_RoundFragment> = gql`
  fragment CallOff_round on Round {
    id
    viewerCanCallOff
  }
`

const callOffRound: TypedDocumentNode<CallOffRoundMutation, CallOffRoundMutationVariables> = gql`
  mutation CallOffRound($id: ID!) {
    callOffRound(id: $id) {
      __typename
      ... on Round {
        id
        startedAt
        endedAt
        viewerCanCallOff
        network {
          id
          openRound {
            id
          }
        }
      }
    }
  }
`

/** Ends a round that was made ready and has not started; shows nothing to whoever cannot. */
export function CallOff({ round }: { round: FragmentType<CallOff_RoundFragment> }) {
  const { id, viewerCanCallOff } = useSuspenseFragment({ fragment, from: round }).data
  const { t } = useTranslation('supervision/turns')
  const confirm = useConfirm()
  const [send, { loading }] = useMutation(callOffRound)
  if (!viewerCanCallOff) return null
  const ask = async () => {
    if (!(await confirm({ title: t('callOff.title'), text: t('callOff.text'), action: t('callOff.action') }))) return
    const reply = await send({ variables: { id } }).catch(() => undefined)
    const outcome = reply?.data?.callOffRound.__typename ?? 'unknown'
    if (outcome === 'Round') notify({ text: t('callOff.done') })
    else notify({ tone: 'failed', text: t(outcome === 'unknown' ? 'refusal.unknown' : `callOff.${outcome}`) })
  }
  return (
    <Button variant="subtle" loading={loading} onClick={() => void ask()}>
      {t('callOff.action')}
    </Button>
  )
}
CallOff.fragment = fragment
