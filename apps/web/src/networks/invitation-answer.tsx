import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { Alert, Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CodeSteps } from '../account/code-steps.tsx'
import { PasskeyDoor } from '../account/passkey-door.tsx'
import type {
  IntroduceMyselfMutation,
  IntroduceMyselfMutationVariables,
  LeaveForInvitationMutation,
  LeaveForInvitationMutationVariables,
} from '../generated/graphql.ts'
import { AboutMe } from './about-me.tsx'
import classes from './invitation.module.css'
import { useJoin } from './use-join.ts'
import { useRefusal } from './use-refusal.ts'

const signOut: TypedDocumentNode<LeaveForInvitationMutation, LeaveForInvitationMutationVariables> = gql`
  mutation LeaveForInvitation {
    signOut
  }
`

/** Somebody new is made at version 1; a name that has been changed since is not overwritten. */
const introduceMyself: TypedDocumentNode<IntroduceMyselfMutation, IntroduceMyselfMutationVariables> = gql`
  mutation IntroduceMyself($input: EditProfileInput!) {
    editProfile(input: $input, version: 1) {
      __typename
    }
  }
`

interface InvitationAnswerProps {
  token: string
  invitation: {
    inviter: string
    name: string | null
    title: string | null
    workplace: string | null
    addressHint: string | null
    hasAccount: boolean
    isForViewer: boolean | null
  }
  /** What she is invited to; gives way to the form once she has said yes. */
  letter: ReactNode
  viewerName: string | null
  /** `isNew` when she has just got an account. */
  onJoined: (networkId: string, isNew: boolean) => void
}

/** The button that says yes, and after it, for whoever is not signed in, the proof that the address is hers. */
export function InvitationAnswer({ token, invitation, letter, viewerName, onJoined }: InvitationAnswerProps) {
  const { t } = useTranslation('networks')
  const refusal = useRefusal()
  const { inviter, addressHint, hasAccount, isForViewer, title } = invitation
  const isNew = isForViewer === null && !hasAccount
  const [wants, setWants] = useState(false)
  const [about, setAbout] = useState({ name: invitation.name ?? '', workplace: invitation.workplace ?? '' })
  const [introduce] = useMutation(introduceMyself)
  const { join, loading, refused } = useJoin(token, (networkId) => onJoined(networkId, isNew))
  const enter = async () => {
    if (isNew && about.name.trim())
      await introduce({ variables: { input: { ...about, title } } }).catch(() => undefined)
    await join()
  }

  if (isForViewer === false) return <ForSomeoneElse viewerName={viewerName} />
  const words = refused && refusal(refused === 'ReportingLine' ? 'ReportingLineMine' : refused, { inviter })
  return (
    <div className={classes.answer}>
      {words && <Alert color="rose" title={words} role="alert" />}
      {wants ? (
        <div className={classes.form}>
          {hasAccount && (
            <>
              <PasskeyDoor purpose="enter" onSignedIn={() => void join()} />
              <div className={classes.or}>{t('join.or')}</div>
            </>
          )}
          <CodeSteps
            receiver={{ email: addressHint ?? '', invitationToken: token }}
            purpose="enter"
            onSignedIn={() => void enter()}
          >
            {!hasAccount && <AboutMe value={about} onChange={setAbout} />}
          </CodeSteps>
        </div>
      ) : (
        <>
          {letter}
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

/** Whoever has somebody else's link is told so, and nothing about whose it is. */
function ForSomeoneElse({ viewerName }: { viewerName: string | null }) {
  const { t } = useTranslation('networks')
  const [leave, { loading }] = useMutation(signOut)
  const goOn = () => leave().then(() => location.reload())
  return (
    <Alert color="rose" title={t('join.otherTitle')}>
      <div className={classes.answer}>
        <p>{t('join.other', { name: viewerName })}</p>
        <Button variant="default" loading={loading} onClick={() => void goOn()}>
          {t('join.otherOut')}
        </Button>
      </div>
    </Alert>
  )
}
