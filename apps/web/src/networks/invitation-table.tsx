import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useApolloClient, useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  InvitationTable_NetworkFragment,
  ResendInvitationMutation,
  ResendInvitationMutationVariables,
  RevokeInvitationMutation,
  RevokeInvitationMutationVariables,
} from '../generated/graphql.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { notify } from '../ui/notices.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './consultant.module.css'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<InvitationTable_NetworkFragment> = gql`
  fragment InvitationTable_network on Network {
    id
    viewerCanInvite
    invitations {
      id
      name
      email
      state
      problem
      sentAt
      expiresAt
    }
  }
`

const resendInvitation: TypedDocumentNode<ResendInvitationMutation, ResendInvitationMutationVariables> = gql`
  mutation ResendInvitation($id: ID!) {
    resendInvitation(id: $id) {
      __typename
      ... on Invitation {
        id
        state
        problem
        sentAt
        expiresAt
      }
    }
  }
`

const revokeInvitation: TypedDocumentNode<RevokeInvitationMutation, RevokeInvitationMutationVariables> = gql`
  mutation RevokeInvitation($id: ID!) {
    revokeInvitation(id: $id) {
      __typename
      ... on Invitation {
        id
        state
      }
    }
  }
`

type Invitation = InvitationTable_NetworkFragment['invitations'][number]

/** Who is invited and where each invitation stands, with the mail server's own words where it did not arrive. */
export function InvitationTable({ network }: { network: FragmentType<InvitationTable_NetworkFragment> }) {
  const { invitations, viewerCanInvite } = useSuspenseFragment({ fragment, from: network }).data
  const { t } = useTranslation('networks/planning')
  useFollowSending(invitations)
  if (invitations.length === 0) return <p className={classes.quiet}>{t('manage.none')}</p>
  return (
    <DataTable
      caption={t('manage.caption')}
      rows={invitations}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'who',
          header: t('manage.who'),
          names: true,
          cell: ({ name, email }) => (
            <span className={classes.name}>
              {name || email}
              {name && <span className={classes.quiet}>{email}</span>}
            </span>
          ),
        },
        { id: 'state', header: t('manage.state'), cell: (invitation) => <Standing invitation={invitation} /> },
        {
          id: 'acts',
          header: '',
          cell: (invitation) => viewerCanInvite && invitation.state !== 'accepted' && <Acts invitation={invitation} />,
        },
      ]}
    />
  )
}
InvitationTable.fragment = fragment

/** The mail server's answer comes from outside the network's events: asked for until there is one. */
function useFollowSending(invitations: readonly Invitation[]) {
  const client = useApolloClient()
  const isSending = invitations.some(({ state }) => state === 'queued')
  useEffect(() => {
    if (!isSending) return
    const again = setInterval(() => void client.refetchQueries({ include: ['ManageNetworkPage'] }), 2_000)
    return () => clearInterval(again)
  }, [client, isSending])
}

function Standing({ invitation: { state, problem, sentAt, expiresAt } }: { invitation: Invitation }) {
  const { t } = useTranslation('networks/planning')
  const dates = useDates()
  return (
    <span className={classes.name}>
      <span className={state === 'failed' ? classes.failed : undefined}>{t(`manage.state_${state}`)}</span>
      {state === 'sent' && sentAt && (
        <span className={classes.quiet}>
          {t('manage.since', { day: dates.near(sentAt) })}, {t('manage.expires', { day: dates.date(expiresAt) })}
        </span>
      )}
      {problem && state === 'failed' && <span className={classes.quiet}>{t('manage.server', { problem })}</span>}
      {problem && state === 'queued' && <span className={classes.quiet}>{t('manage.waiting', { problem })}</span>}
    </span>
  )
}

function Acts({ invitation: { id, name, email, state } }: { invitation: Invitation }) {
  const { t } = useTranslation('networks/planning')
  const confirm = useConfirm()
  const refusal = useRefusal()
  const [resend, resending] = useMutation(resendInvitation)
  const [revoke, revoking] = useMutation(revokeInvitation)
  const who = name || email
  const told = (answer: string | undefined, words: string) =>
    answer === 'Invitation' ? notify({ text: words }) : notify({ text: refusal(answer ?? 'unknown'), tone: 'failed' })
  const sendAgain = async () => {
    const result = await resend({ variables: { id } }).catch(() => undefined)
    told(result?.data?.resendInvitation.__typename, t('manage.resent', { name: who }))
  }
  const takeBack = async () => {
    const question = {
      title: t('manage.revokeTitle'),
      text: t('manage.revokeText', { name: who }),
      action: t('manage.revoke'),
      tone: 'harm' as const,
    }
    if (!(await confirm(question))) return
    const result = await revoke({ variables: { id } }).catch(() => undefined)
    told(result?.data?.revokeInvitation.__typename, t('manage.revoked'))
  }
  return (
    <span className={classes.acts}>
      <Button
        variant="subtle"
        loading={resending.loading}
        aria-label={t('manage.resendTo', { name: who })}
        onClick={() => void sendAgain()}
      >
        {t('manage.resend')}
      </Button>
      {state !== 'revoked' && (
        <Button
          variant="subtle"
          color="rose"
          loading={revoking.loading}
          aria-label={t('manage.revokeTo', { name: who })}
          onClick={() => void takeBack()}
        >
          {t('manage.revoke')}
        </Button>
      )}
    </span>
  )
}
