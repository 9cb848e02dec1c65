import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Alert, Button, Paper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  EditMeetingMutation,
  EditMeetingMutationVariables,
  PlaceMeeting_MeetingFragment,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { useProblems } from '../use-problems.ts'
import classes from './meeting.module.css'
import { PlaceFields } from './place-fields.tsx'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<PlaceMeeting_MeetingFragment> = gql`
  fragment PlaceMeeting_meeting on Meeting {
    id
    version
    place
    link
  }
`

const editMeeting: TypedDocumentNode<EditMeetingMutation, EditMeetingMutationVariables> = gql`
  mutation EditMeeting($id: ID!, $version: Int!, $input: EditMeetingInput!) {
    editMeeting(id: $id, version: $version, input: $input) {
      __typename
      ... on Meeting {
        id
        version
        place
        link
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

interface PlaceMeetingProps {
  meeting: FragmentType<PlaceMeeting_MeetingFragment>
  onDone: () => void
}

/** Another place or link for a meeting; the answers to it stand. */
export function PlaceMeeting({ meeting, onDone }: PlaceMeetingProps) {
  const { id, version, ...before } = useSuspenseFragment({ fragment, from: meeting }).data
  const { t } = useTranslation(['meetings', 'ui'])
  const refusal = useRefusal()
  const [edit, { data, loading, error }] = useMutation(editMeeting)
  const [place, setPlace] = useState({ place: before.place, link: before.link })
  const result = data?.editMeeting
  const problemAt = useProblems(result)

  const save = async () => {
    const { data: answer } = await edit({ variables: { id, version, input: place } }).catch(() => ({ data: undefined }))
    if (answer?.editMeeting.__typename !== 'Meeting') return
    notify({ text: t('change.placed') })
    onDone()
  }

  return (
    <Paper
      component="form"
      noValidate
      className={classes.form ?? ''}
      onSubmit={(event) => [event.preventDefault(), void save()]}
    >
      <PlaceFields value={place} onChange={setPlace} problemAt={problemAt} />
      {(error || (result && result.__typename !== 'Meeting')) && (
        <Alert color="rose">{refusal(result?.__typename ?? 'unknown')}</Alert>
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={loading}>
          {t('change.save')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t('ui:cancel')}
        </Button>
      </div>
    </Paper>
  )
}
PlaceMeeting.fragment = fragment
