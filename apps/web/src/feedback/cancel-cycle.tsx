import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CancelFeedbackMutation, CancelFeedbackMutationVariables } from '../generated/graphql.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'

const cancelFeedback: TypedDocumentNode<CancelFeedbackMutation, CancelFeedbackMutationVariables> = gql`
  mutation CancelFeedback($id: ID!) {
    cancelFeedback(cycleId: $id) {
      __typename
    }
  }
`

/** Calls a cycle off, and with it destroys what may have been answered. The only thing that can be changed after sending. */
export function CancelCycle({ cycleId, isSent }: { cycleId: string; isSent: boolean }) {
  const { t } = useTranslation('feedback')
  const confirm = useConfirm()
  const [cancel, { loading }] = useMutation(cancelFeedback, {
    refetchQueries: ['FeedbackPage'],
    awaitRefetchQueries: true,
  })
  const ask = async () => {
    const text = t(isSent ? 'cancel.text' : 'cancel.unsentText')
    if (!(await confirm({ title: t('cancel.title'), text, action: t('cancel.action'), tone: 'harm' }))) return
    try {
      await cancel({ variables: { id: cycleId } })
    } catch {
      notify({ text: t('cancel.failed'), tone: 'failed' })
    }
  }
  return (
    <div>
      <Button variant="subtle" color="rose" loading={loading} onClick={() => void ask()}>
        {t('cancel.action')}
      </Button>
    </div>
  )
}
