import { gql, type TypedDocumentNode } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { Alert, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  AskInvitationPasskeyMutation,
  AskInvitationPasskeyMutationVariables,
  InvitationPasskeyMutation,
  InvitationPasskeyMutationVariables,
} from '../generated/graphql.ts'
import classes from './invitation.module.css'
import { useRefusal } from './use-refusal.ts'

const askPasskey: TypedDocumentNode<AskInvitationPasskeyMutation, AskInvitationPasskeyMutationVariables> = gql`
  mutation AskInvitationPasskey {
    askPasskey {
      options
    }
  }
`

const signInWithPasskey: TypedDocumentNode<InvitationPasskeyMutation, InvitationPasskeyMutationVariables> = gql`
  mutation InvitationPasskey($answer: String!) {
    signInWithPasskey(answer: $answer) {
      __typename
    }
  }
`

/** For an address that has an account: its passkey instead of a code. */
export function InvitationPasskey({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const { t } = useTranslation('networks')
  const refusal = useRefusal()
  const client = useApolloClient()
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const signIn = async () => {
    setState('busy')
    try {
      const { startAuthentication } = await import('@simplewebauthn/browser')
      const { data: question } = await client.mutate({ mutation: askPasskey })
      const answer = await startAuthentication({ optionsJSON: JSON.parse(question?.askPasskey.options ?? '') })
      const { data } = await client.mutate({ mutation: signInWithPasskey, variables: { answer: JSON.stringify(answer) } })
      if (data?.signInWithPasskey.__typename !== 'SignedIn') return setState('failed')
      await onSignedIn()
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      {state === 'failed' && <Alert color="rose" title={refusal('PasskeyRefused')} role="alert" />}
      <Button loading={state === 'busy'} onClick={() => void signIn()}>
        {t('join.passkey')}
      </Button>
      <div className={classes.or}>{t('join.or')}</div>
    </>
  )
}
