import { gql, type TypedDocumentNode } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { Alert, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeepOfferedPasskeyMutation, KeepOfferedPasskeyMutationVariables, OfferPasskeyMutation, OfferPasskeyMutationVariables } from '../generated/graphql.ts'
import { Page } from '../ui/page.tsx'
import classes from './invitation.module.css'
import { useRefusal } from './use-refusal.ts'

const offerPasskey: TypedDocumentNode<OfferPasskeyMutation, OfferPasskeyMutationVariables> = gql`
  mutation OfferPasskey {
    askNewPasskey {
      __typename
      ... on PasskeyQuestion {
        options
      }
    }
  }
`

const keepPasskey: TypedDocumentNode<KeepOfferedPasskeyMutation, KeepOfferedPasskeyMutationVariables> = gql`
  mutation KeepOfferedPasskey($answer: String!, $name: String!) {
    addPasskey(answer: $answer, name: $name) {
      __typename
    }
  }
`

/** Offered once, to whoever has just got an account: a passkey for the next time. */
export function PasskeyOffer({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('networks')
  const refusal = useRefusal()
  const client = useApolloClient()
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const make = async () => {
    setState('busy')
    try {
      const { startRegistration } = await import('@simplewebauthn/browser')
      const { data: question } = await client.mutate({ mutation: offerPasskey })
      if (question?.askNewPasskey.__typename !== 'PasskeyQuestion') return setState('failed')
      const answer = await startRegistration({ optionsJSON: JSON.parse(question.askNewPasskey.options) })
      const { data } = await client.mutate({ mutation: keepPasskey, variables: { answer: JSON.stringify(answer), name: t('join.passkeyName') } })
      if (data?.addPasskey.__typename === 'Passkey') onDone()
      else setState('failed')
    } catch {
      setState('failed')
    }
  }
  return (
    <Page width="read" title={t('join.passkeyTitle')} lead={t('join.passkeyText')}>
      {state === 'failed' && <Alert color="rose" title={refusal('PasskeyRefused')} role="alert" />}
      <div className={classes.answer}>
        <Button size="lg" loading={state === 'busy'} onClick={() => void make()}>
          {t('join.passkeyMake')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t('join.passkeyLater')}
        </Button>
      </div>
    </Page>
  )
}
