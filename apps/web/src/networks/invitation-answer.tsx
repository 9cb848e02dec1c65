import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { Alert, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeaveForInvitationMutation, LeaveForInvitationMutationVariables } from '../generated/graphql.ts'
import classes from './invitation.module.css'
import { InvitationCode } from './invitation-code.tsx'
import { InvitationPasskey } from './invitation-passkey.tsx'
import { useJoin } from './use-join.ts'
import { useRefusal } from './use-refusal.ts'

const signOut: TypedDocumentNode<LeaveForInvitationMutation, LeaveForInvitationMutationVariables> = gql`
  mutation LeaveForInvitation {
    signOut
  }
`

interface InvitationAnswerProps {
  token: string
  invitation: {
    inviter: string
    name: string | null
    workplace: string | null
    addressHint: string | null
    hasAccount: boolean
    isForViewer: boolean | null
  }
  viewerName: string | null
  /** `isNew` when she has just got an account. */
  onJoined: (networkId: string, isNew: boolean) => void
}

/** The button that says yes, and before it, for whoever is not signed in, the proof that the address is hers. */
export function InvitationAnswer({ token, invitation, viewerName, onJoined }: InvitationAnswerProps) {
  const { t } = useTranslation('networks')
  const refusal = useRefusal()
  const [wants, setWants] = useState(false)
  const [leave, { loading: leaving }] = useMutation(signOut)
  const { inviter, hasAccount, isForViewer } = invitation
  const { join, loading, refused } = useJoin(token, (networkId) => onJoined(networkId, isForViewer === null && !hasAccount))

  if (isForViewer === false) {
    const goOn = () => leave().then(() => location.reload())
    return (
      <Alert color="rose" title={t('join.otherTitle')}>
        <div className={classes.answer}>
          <p>{t('join.other', { name: viewerName })}</p>
          <Button variant="default" loading={leaving} onClick={() => void goOn()}>
            {t('join.otherOut')}
          </Button>
        </div>
      </Alert>
    )
  }
  const words = refused && refusal(refused === 'ReportingLine' ? 'ReportingLineMine' : refused, { inviter })
  return (
    <div className={classes.answer}>
      {words && <Alert color="rose" title={words} role="alert" />}
      {wants ? (
        <div className={classes.form}>
          {hasAccount && <InvitationPasskey onSignedIn={join} />}
          <InvitationCode token={token} invitation={invitation} joining={loading} onSignedIn={join} />
        </div>
      ) : (
        <>
          <Button size="lg" loading={loading} onClick={() => (isForViewer ? void join() : setWants(true))}>
            {t('join.yes')}
          </Button>
          <p>{t('join.yesText')}</p>
          <p className={classes.quiet}>{t('join.no')}</p>
        </>
      )}
    </div>
  )
}
