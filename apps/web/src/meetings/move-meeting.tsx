import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { localDate } from '@lederkreds/domain/day'
import { localTime } from '@lederkreds/domain/meetings/local-time'
import { Alert, Button, Paper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MoveMeetingMutation, MoveMeetingMutationVariables } from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { Seal } from '../ui/seal.tsx'
import { useDates } from '../ui/use-dates.ts'
import { useProblems } from '../use-problems.ts'
import classes from './meeting.module.css'
import { MeetingTimeFields } from './meeting-time-fields.tsx'
import { useRefusal } from './use-refusal.ts'

const moveMeeting: TypedDocumentNode<MoveMeetingMutation, MoveMeetingMutationVariables> = gql`
  mutation MoveMeeting($id: ID!, $version: Int!, $input: MoveMeetingInput!) {
    moveMeeting(id: $id, version: $version, input: $input) {
      __typename
      ... on Meeting {
        id
        version
        startsAt
        endsAt
        viewerCanAnswer
        viewerCanMark
        attendances {
          id
          rsvp
        }
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

interface MoveMeetingProps {
  id: string
  version: number
  startsAt: string
  endsAt: string
  onDone: () => void
}

/** Another time for a meeting, its code fetched when it is asked for; says beforehand that everybody is asked again. */
export function MoveMeeting({ id, version, startsAt, endsAt, onDone }: MoveMeetingProps) {
  const { t } = useTranslation(['meetings', 'ui'])
  const dates = useDates()
  const refusal = useRefusal()
  const [move, { data, loading, error }] = useMutation(moveMeeting)
  const [time, setTime] = useState({
    date: localDate(new Date(startsAt)),
    startTime: localTime(new Date(startsAt)),
    minutes: Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000),
  })
  const result = data?.moveMeeting
  const problemAt = useProblems(result)

  const save = async () => {
    const { data: answer } = await move({ variables: { id, version, input: time } }).catch(() => ({ data: undefined }))
    if (answer?.moveMeeting.__typename !== 'Meeting') return
    notify({ text: t('change.moved', { when: dates.moment(answer.moveMeeting.startsAt) }) })
    onDone()
  }

  return (
    <Paper component="form" className={classes.form ?? ''} onSubmit={(event) => [event.preventDefault(), void save()]}>
      <p className={classes.hint}>{t('change.moveLead')}</p>
      <MeetingTimeFields value={time} onChange={setTime} problemAt={problemAt} />
      <Seal reader="participation" readers={t('change.readers')} />
      {(error || (result && result.__typename !== 'Meeting')) && (
        <Alert color="rose">{refusal(result?.__typename ?? 'unknown')}</Alert>
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={loading} disabled={!time.date || !time.startTime}>
          {t('change.saveMove')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t('ui:cancel')}
        </Button>
      </div>
    </Paper>
  )
}
