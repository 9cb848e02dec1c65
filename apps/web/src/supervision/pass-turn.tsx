import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type {
  PassTurn_MeetingFragment,
  PassTurnMutation,
  PassTurnMutationVariables,
  TakeTurnBackMutation,
  TakeTurnBackMutationVariables,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import classes from './turn-plan.module.css'
import { useTurnRefusal } from './use-turn-refusal.ts'
import { useWords } from './use-words.ts'

const fragment: TypedDocumentNode<PassTurn_MeetingFragment> = gql`
  fragment PassTurn_meeting on Meeting {
    id
    viewerCanPass
    turnPasses {
      id
      at
      isViewer
      person {
        id
      }
    }
  }
`

const passTurn: TypedDocumentNode<PassTurnMutation, PassTurnMutationVariables> = gql`
  mutation PassTurn($meetingId: ID!) {
    passTurn(meetingId: $meetingId) {
      __typename
      ... on Meeting {
        id
        ...PassTurn_meeting
      }
    }
  }
  ${fragment}
`

const takeTurnBack: TypedDocumentNode<TakeTurnBackMutation, TakeTurnBackMutationVariables> = gql`
  mutation TakeTurnBack($meetingId: ID!) {
    takeTurnBack(meetingId: $meetingId) {
      __typename
      ... on Meeting {
        id
        ...PassTurn_meeting
      }
    }
  }
  ${fragment}
`

interface PassTurnProps {
  meeting: FragmentType<PassTurn_MeetingFragment>
  names: ReadonlyMap<string, string>
  /** Who is away has no turn to pass. */
  isAway: boolean
}

/** Not to be focus person at this meeting, without saying why; and who else is not. */
export function PassTurn({ meeting, names, isAway }: PassTurnProps) {
  const { id, viewerCanPass, turnPasses } = useSuspenseFragment({ fragment, from: meeting }).data
  const { t } = useTranslation('supervision/turns')
  const { list } = useWords()
  const refusal = useTurnRefusal()
  const [pass, passing] = useMutation(passTurn)
  const [takeBack, takingBack] = useMutation(takeTurnBack)
  const hasPassed = turnPasses.some(({ isViewer }) => isViewer)
  const others = turnPasses.filter(({ isViewer }) => !isViewer).map(({ person }) => names.get(person.id) ?? '')

  const tell = (outcome = 'unknown') => {
    if (outcome !== 'Meeting') notify({ tone: 'failed', text: refusal(outcome) })
  }
  const variables = { meetingId: id }
  const change = async () => {
    if (hasPassed) tell((await takeBack({ variables }).catch(() => undefined))?.data?.takeTurnBack.__typename)
    else tell((await pass({ variables }).catch(() => undefined))?.data?.passTurn.__typename)
  }

  return (
    <div className={classes.pass}>
      {others.length > 0 && <p>{t('pass.others', { names: list(others) })}</p>}
      {hasPassed && <p role="status">{t('pass.mine')}</p>}
      {viewerCanPass && (hasPassed || !isAway) && (
        <>
          <Button
            variant="default"
            loading={passing.loading || takingBack.loading}
            onClick={() => void change()}
            {...(hasPassed ? {} : { 'aria-describedby': 'pass-hint' })}
          >
            {t(hasPassed ? 'pass.undo' : 'pass.action')}
          </Button>
          {!hasPassed && (
            <p className={classes.quiet} id="pass-hint">
              {t('pass.hint')}
            </p>
          )}
        </>
      )}
    </div>
  )
}
PassTurn.fragment = fragment
