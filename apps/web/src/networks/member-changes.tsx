import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type {
  PassConvenorMutation,
  PassConvenorMutationVariables,
  RemoveMemberMutation,
  RemoveMemberMutationVariables,
} from '../generated/graphql.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { useRefusal } from './use-refusal.ts'

const passConvenor: TypedDocumentNode<PassConvenorMutation, PassConvenorMutationVariables> = gql`
  mutation PassConvenor($membershipId: ID!) {
    passConvenor(membershipId: $membershipId) {
      __typename
      ... on Network {
        id
        viewerCanPassConvenor
        viewerCanRemoveMembers
        members {
          id
          isConvenor
        }
      }
    }
  }
`

const removeMember: TypedDocumentNode<RemoveMemberMutation, RemoveMemberMutationVariables> = gql`
  mutation RemoveMember($membershipId: ID!) {
    removeMember(membershipId: $membershipId) {
      id
      viewerCanPassConvenor
      viewerCanRemoveMembers
      members {
        id
      }
    }
  }
`

interface MemberChangesProps {
  membershipId: string
  name: string
  canPass: boolean
  canRemove: boolean
}

/** What those who may can do with one member: give her the convenor's role, or take her out. */
export function MemberChanges({ membershipId, name, canPass, canRemove }: MemberChangesProps) {
  const { t } = useTranslation('networks')
  const confirm = useConfirm()
  const refusal = useRefusal()
  const [pass] = useMutation(passConvenor)
  const [remove] = useMutation(removeMember)
  const failed = (refused: string) => notify({ text: refusal(refused), tone: 'failed' })

  const makeConvenor = async () => {
    const question = {
      title: t('member.passTitle', { name }),
      text: t('member.passText'),
      action: t('member.makeConvenor'),
    }
    if (!(await confirm(question))) return
    const result = await pass({ variables: { membershipId } }).catch(() => undefined)
    const answer = result?.data?.passConvenor.__typename
    if (answer === 'Network') notify({ text: t('member.passed', { name }) })
    else failed(answer ?? 'unknown')
  }
  const takeOut = async () => {
    const question = {
      title: t('member.removeTitle', { name }),
      text: t('member.removeText', { name }),
      action: t('member.remove'),
      tone: 'harm' as const,
    }
    if (!(await confirm(question))) return
    const done = await remove({ variables: { membershipId } }).catch(() => undefined)
    if (done?.data) notify({ text: t('member.removed', { name }) })
    else failed('unknown')
  }
  return (
    <>
      {canPass && (
        <Button variant="subtle" aria-label={t('member.makeConvenorOf', { name })} onClick={() => void makeConvenor()}>
          {t('member.makeConvenor')}
        </Button>
      )}
      {canRemove && (
        <Button
          variant="subtle"
          color="rose"
          aria-label={t('member.removeOf', { name })}
          onClick={() => void takeOut()}
        >
          {t('member.remove')}
        </Button>
      )}
    </>
  )
}
