import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  AnswerButtons_MeetingFragment,
  AnswerMeetingMutation,
  AnswerMeetingMutationVariables,
} from '../generated/graphql.ts'
import { Icon } from '../ui/icon.tsx'
import { notify } from '../ui/notices.tsx'
import classes from './answer-buttons.module.css'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<AnswerButtons_MeetingFragment> = gql`
  fragment AnswerButtons_meeting on Meeting {
    id
    viewerCanAnswer
    attendances {
      id
      rsvp
      isViewer
    }
  }
`

const answerMeeting: TypedDocumentNode<AnswerMeetingMutation, AnswerMeetingMutationVariables> = gql`
  mutation AnswerMeeting($id: ID!, $rsvp: Rsvp) {
    answerMeeting(id: $id, rsvp: $rsvp) {
      __typename
      ... on Meeting {
        id
        attendances {
          id
          rsvp
          isViewer
        }
      }
    }
  }
`

const answers = [
  { rsvp: 'coming', icon: IconCheck },
  { rsvp: 'regrets', icon: IconX },
] as const

type Answer = 'coming' | 'regrets' | null

/**
 * My answer to a meeting: shown at once, taken back if the server refuses. Pressing it again takes it back too. Answers go
 * out one after the other, so that the last one stands however fast they are pressed.
 */
export function AnswerButtons({ meeting }: { meeting: FragmentType<AnswerButtons_MeetingFragment> }) {
  const { data } = useSuspenseFragment({ fragment, from: meeting })
  const { t } = useTranslation('meetings')
  const refusal = useRefusal()
  const [answer] = useMutation(answerMeeting)
  const [waiting, setWaiting] = useState<{ id: string; rsvp: Answer }>()
  const line = useRef(Promise.resolve())
  const mine = data.attendances.find(({ isViewer }) => isViewer)
  if (!mine || !data.viewerCanAnswer) return null
  const shown = waiting?.id === data.id ? waiting.rsvp : mine.rsvp

  const say = (rsvp: Answer) => {
    const next = { id: data.id, rsvp }
    setWaiting(next)
    line.current = line.current.then(async () => {
      await send(rsvp)
      setWaiting((now) => (now === next ? undefined : now))
    })
  }
  const send = async (rsvp: Answer) => {
    const attendances = data.attendances.map((each) => (each.isViewer ? { ...each, rsvp } : each))
    const { data: result } = await answer({
      variables: { id: data.id, rsvp },
      optimisticResponse: { answerMeeting: { __typename: 'Meeting', id: data.id, attendances } },
    }).catch(() => ({ data: undefined }))
    if (!result) notify({ tone: 'failed', text: t('answer.failed') })
    else if (result.answerMeeting.__typename !== 'Meeting')
      notify({ tone: 'failed', text: refusal(result.answerMeeting.__typename) })
  }

  return (
    <fieldset className={classes.answers} aria-label={t('answer.question')}>
      {answers.map(({ rsvp, icon }) => {
        const pressed = shown === rsvp
        return (
          <Button
            key={rsvp}
            variant={pressed ? 'filled' : 'default'}
            aria-pressed={pressed}
            leftSection={<Icon of={icon} />}
            onClick={() => say(pressed ? null : rsvp)}
          >
            {t(`answer.${rsvp}`)}
          </Button>
        )
      })}
    </fieldset>
  )
}
AnswerButtons.fragment = fragment
