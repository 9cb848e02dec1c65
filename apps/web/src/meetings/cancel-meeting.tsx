import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type {
  CancelMeeting_MeetingFragment,
  CancelMeetingMutation,
  CancelMeetingMutationVariables,
} from '../generated/graphql.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { useDates } from '../ui/use-dates.ts'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<CancelMeeting_MeetingFragment> = gql`
  fragment CancelMeeting_meeting on Meeting {
    id
    version
    startsAt
  }
`

const cancelMeeting: TypedDocumentNode<CancelMeetingMutation, CancelMeetingMutationVariables> = gql`
  mutation CancelMeeting($id: ID!, $version: Int!) {
    cancelMeeting(id: $id, version: $version) {
      __typename
      ... on Meeting {
        id
        version
        cancelledAt
        viewerCanAnswer
        viewerCanChange
        viewerCanMark
      }
    }
  }
`

/** Asks, and then cancels the meeting for everybody. */
export function CancelMeeting({ meeting }: { meeting: FragmentType<CancelMeeting_MeetingFragment> }) {
  const { id, version, startsAt } = useSuspenseFragment({ fragment, from: meeting }).data
  const { t } = useTranslation('meetings')
  const dates = useDates()
  const confirm = useConfirm()
  const refusal = useRefusal()
  const [cancel, { loading }] = useMutation(cancelMeeting)

  const ask = async () => {
    const text = t('change.cancelText', { when: dates.moment(startsAt) })
    if (!(await confirm({ title: t('change.cancelTitle'), text, action: t('change.cancel'), tone: 'harm' }))) return
    const { data } = await cancel({ variables: { id, version }, refetchQueries: ['MeetingPage'] }).catch(() => ({
      data: undefined,
    }))
    const outcome = data?.cancelMeeting.__typename ?? 'unknown'
    notify(outcome === 'Meeting' ? { text: t('change.cancelled') } : { tone: 'failed', text: refusal(outcome) })
  }

  return (
    <Button variant="subtle" color="rose" loading={loading} onClick={() => void ask()}>
      {t('change.cancel')}
    </Button>
  )
}
CancelMeeting.fragment = fragment
