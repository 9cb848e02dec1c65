import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { dayAfter, localDate } from '@lederkreds/domain/day'
import { Alert, Button, Paper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  AddMeeting_NetworkFragment,
  AddMeetingMutation,
  AddMeetingMutationVariables,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { useProblems } from '../use-problems.ts'
import classes from './meeting.module.css'
import { MeetingTimeFields } from './meeting-time-fields.tsx'
import { PlaceFields } from './place-fields.tsx'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<AddMeeting_NetworkFragment> = gql`
  fragment AddMeeting_network on Network {
    id
    currentSeason {
      id
      startTime
      minutes
    }
  }
`

const addMeeting: TypedDocumentNode<AddMeetingMutation, AddMeetingMutationVariables> = gql`
  mutation AddMeeting($networkId: ID!, $input: AddMeetingInput!) {
    addMeeting(networkId: $networkId, input: $input) {
      __typename
      ... on Meeting {
        id
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

interface AddMeetingProps {
  network: FragmentType<AddMeeting_NetworkFragment>
  onDone: () => void
}

/** One more meeting beside those of the season. */
export function AddMeeting({ network, onDone }: AddMeetingProps) {
  const { id, currentSeason } = useSuspenseFragment({ fragment, from: network }).data
  const { t } = useTranslation(['meetings', 'ui'])
  const refusal = useRefusal()
  const [add, { data, loading, error }] = useMutation(addMeeting)
  const [time, setTime] = useState({
    date: dayAfter(localDate(new Date()), 7),
    startTime: currentSeason?.startTime ?? '13:00',
    minutes: currentSeason?.minutes ?? 150,
  })
  const [place, setPlace] = useState({ place: '', link: '' })
  const result = data?.addMeeting
  const problemAt = useProblems(result)

  const save = async () => {
    const variables = { networkId: id, input: { ...time, ...place } }
    const { data: answer } = await add({ variables, refetchQueries: ['SeasonPage'] }).catch(() => ({ data: undefined }))
    if (answer?.addMeeting.__typename !== 'Meeting') return
    notify({ text: t('season.added') })
    onDone()
  }

  return (
    <Paper
      component="form"
      noValidate
      className={classes.form ?? ''}
      onSubmit={(event) => [event.preventDefault(), void save()]}
    >
      <MeetingTimeFields value={time} onChange={setTime} problemAt={problemAt} />
      <PlaceFields value={place} onChange={setPlace} problemAt={problemAt} />
      {(error || (result && result.__typename !== 'Meeting')) && (
        <Alert color="rose">{refusal(result?.__typename ?? 'unknown')}</Alert>
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={loading} disabled={!time.date || !time.startTime}>
          {t('season.add')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t('ui:cancel')}
        </Button>
      </div>
    </Paper>
  )
}
AddMeeting.fragment = fragment
