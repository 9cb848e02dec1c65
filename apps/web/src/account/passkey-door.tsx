import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { Alert, Button } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  AskPasskeyMutation,
  AskPasskeyMutationVariables,
  SignInWithPasskeyMutation,
  SignInWithPasskeyMutationVariables,
} from '../generated/graphql.ts'
import { Icon } from '../ui/icon.tsx'
import { canUsePasskeys, isCancelled } from './webauthn.ts'

const askPasskey: TypedDocumentNode<AskPasskeyMutation, AskPasskeyMutationVariables> = gql`
  mutation AskPasskey {
    askPasskey {
      options
    }
  }
`

const signInWithPasskey: TypedDocumentNode<SignInWithPasskeyMutation, SignInWithPasskeyMutationVariables> = gql`
  mutation SignInWithPasskey($answer: String!) {
    signInWithPasskey(answer: $answer) {
      __typename
    }
  }
`

interface PasskeyDoorProps {
  /** `enter` signs in, `confirm` shows again who is signed in. */
  purpose: 'enter' | 'confirm'
  onSignedIn: () => void
}

/** The button that signs in with whatever passkey the device has; no address is asked for. Nothing where there are none. */
export function PasskeyDoor({ purpose, onSignedIn }: PasskeyDoorProps) {
  const { t } = useTranslation('account')
  const [ask] = useMutation(askPasskey)
  const [signIn] = useMutation(signInWithPasskey)
  const [state, setState] = useState<'idle' | 'busy' | 'refused' | 'failed'>('idle')
  if (!canUsePasskeys()) return null

  const enter = async () => {
    setState('busy')
    try {
      const [{ startAuthentication }, { data: asked }] = await Promise.all([import('@simplewebauthn/browser'), ask()])
      if (!asked) return setState('failed')
      // The passkey's hidden function opens sealed content: no server is let ask for it, nor told what it says.
      const { extensions: _, ...optionsJSON } = JSON.parse(asked.askPasskey.options)
      const answer = { ...(await startAuthentication({ optionsJSON })), clientExtensionResults: {} }
      const { data } = await signIn({ variables: { answer: JSON.stringify(answer) } })
      if (data?.signInWithPasskey.__typename !== 'SignedIn') return setState('refused')
      onSignedIn()
    } catch (error) {
      setState(isCancelled(error) ? 'idle' : 'failed')
    }
  }

  return (
    <>
      <Button
        fullWidth
        leftSection={<Icon of={IconFingerprint} />}
        loading={state === 'busy'}
        onClick={() => void enter()}
      >
        {t(`passkey.${purpose}`)}
      </Button>
      {(state === 'refused' || state === 'failed') && <Alert color="rose">{t(`passkey.${state}`)}</Alert>}
    </>
  )
}
