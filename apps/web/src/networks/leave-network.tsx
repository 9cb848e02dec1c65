import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LeaveNetworkMutation, LeaveNetworkMutationVariables } from '../generated/graphql.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { useLeadOn } from '../ui/use-lead-on.ts'
import { useForgetting } from './use-forgetting.ts'
import { useRefusal } from './use-refusal.ts'

const leaveNetwork: TypedDocumentNode<LeaveNetworkMutation, LeaveNetworkMutationVariables> = gql`
  mutation LeaveNetwork($networkId: ID!) {
    leaveNetwork(networkId: $networkId) {
      id
    }
  }
`

/** Lets a member leave; asks first, and forgets what this browser knew of the network. */
export function LeaveNetwork({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('networks')
  const confirm = useConfirm()
  const refusal = useRefusal()
  const leadOn = useLeadOn()
  const forget = useForgetting(id)
  const [send, { loading }] = useMutation(leaveNetwork)
  const leave = async () => {
    const question = {
      title: t('page.leaveTitle', { network: name }),
      text: t('page.leaveText'),
      action: t('page.leave'),
      tone: 'harm' as const,
    }
    if (!(await confirm(question))) return
    const done = await send({ variables: { networkId: id } }).catch(() => undefined)
    if (!done?.data) return notify({ text: refusal('unknown'), tone: 'failed' })
    forget()
    await leadOn('/networks')
    notify({ text: t('page.left', { network: name }) })
  }
  return (
    <Button variant="subtle" color="rose" loading={loading} onClick={() => void leave()}>
      {t('page.leave')}
    </Button>
  )
}
