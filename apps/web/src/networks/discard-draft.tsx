import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DiscardDraftMutation, DiscardDraftMutationVariables } from '../generated/graphql.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { useLeadOn } from '../ui/use-lead-on.ts'
import { useForgetting } from './use-forgetting.ts'
import { useRefusal } from './use-refusal.ts'

const discardDraft: TypedDocumentNode<DiscardDraftMutation, DiscardDraftMutationVariables> = gql`
  mutation DiscardDraft($id: ID!) {
    discardDraft(id: $id)
  }
`

/** Throws a draft away, after asking. */
export function DiscardDraft({ id }: { id: string }) {
  const { t } = useTranslation('networks/planning')
  const confirm = useConfirm()
  const refusal = useRefusal()
  const leadOn = useLeadOn()
  const forget = useForgetting(id)
  const [discard, { loading }] = useMutation(discardDraft)
  const ask = async () => {
    const question = {
      title: t('wizard.discardTitle'),
      text: t('wizard.discardText'),
      action: t('wizard.discard'),
      tone: 'harm' as const,
    }
    if (!(await confirm(question))) return
    const done = await discard({ variables: { id } }).catch(() => undefined)
    if (!done?.data) return notify({ text: refusal('unknown'), tone: 'failed' })
    forget()
    await leadOn('/consultant')
    notify({ text: t('wizard.discarded') })
  }
  return (
    <div>
      <Button variant="subtle" color="rose" loading={loading} onClick={() => void ask()}>
        {t('wizard.discard')}
      </Button>
    </div>
  )
}
