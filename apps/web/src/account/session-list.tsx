import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Badge, Button, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type {
  EndOtherSessionsMutation,
  EndOtherSessionsMutationVariables,
  EndSessionMutation,
  EndSessionMutationVariables,
  SessionList_ViewerFragment,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './account.module.css'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<SessionList_ViewerFragment> = gql`
  fragment SessionList_viewer on Viewer {
    id
    sessions {
      id
      device
      createdAt
      lastUsedAt
      isThis
    }
  }
`

const endSession: TypedDocumentNode<EndSessionMutation, EndSessionMutationVariables> = gql`
  mutation EndSession($id: ID!) {
    endSession(id: $id)
  }
`

const endOtherSessions: TypedDocumentNode<EndOtherSessionsMutation, EndOtherSessionsMutationVariables> = gql`
  mutation EndOtherSessions {
    endOtherSessions
  }
`

/** The browsers in which one is signed in; each can be signed out from here. */
export function SessionList({ viewer }: { viewer: FragmentType<SessionList_ViewerFragment> }) {
  const { sessions } = useSuspenseFragment({ fragment, from: viewer }).data
  const { t } = useTranslation('account')
  const dates = useDates()
  const refusal = useRefusal()
  const [end, { loading: ending }] = useMutation(endSession, {
    refetchQueries: ['Settings'],
    awaitRefetchQueries: true,
  })
  const [endOthers, { loading }] = useMutation(endOtherSessions, {
    refetchQueries: ['Settings'],
    awaitRefetchQueries: true,
  })

  const failed = () => notify({ text: refusal('unknown'), tone: 'failed' })
  const endOne = async (id: string) => {
    const answer = await end({ variables: { id } }).catch(failed)
    if (answer) notify({ text: t('sessions.ended') })
  }
  const endAll = async () => {
    const answer = await endOthers().catch(failed)
    if (answer?.data) notify({ text: t('sessions.endedOthers', { count: answer.data.endOtherSessions }) })
  }

  return (
    <Section title={t('sessions.title')}>
      <p className={classes.quiet}>{t('sessions.lead')}</p>
      <Paper>
        <ul className={classes.rows}>
          {sessions.map(({ id, device, createdAt, lastUsedAt, isThis }) => (
            <li key={id}>
              <div className={classes.what}>
                <span className={classes.name}>
                  {device || t('sessions.unknownDevice')}
                  {isThis && <Badge>{t('sessions.this')}</Badge>}
                </span>
                <span className={classes.quiet}>
                  {t('sessions.since', { when: dates.moment(createdAt) })}
                  {!isThis && ` · ${t('sessions.used', { when: dates.moment(lastUsedAt) })}`}
                </span>
              </div>
              {!isThis && (
                <Button
                  variant="default"
                  loading={ending}
                  aria-label={t('sessions.endOne', { device: device || t('sessions.unknownDevice') })}
                  onClick={() => void endOne(id)}
                >
                  {t('sessions.end')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Paper>
      {sessions.length > 1 && (
        <div className={classes.buttons}>
          <Button variant="default" loading={loading} onClick={() => void endAll()}>
            {t('sessions.endOthers')}
          </Button>
        </div>
      )}
    </Section>
  )
}
SessionList.fragment = fragment
