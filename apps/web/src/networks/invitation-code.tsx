import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { Alert, Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  AskInvitationCodeMutation,
  AskInvitationCodeMutationVariables,
  IntroduceMyselfMutation,
  IntroduceMyselfMutationVariables,
  RedeemInvitationCodeMutation,
  RedeemInvitationCodeMutationVariables,
} from '../generated/graphql.ts'
import { sealed } from '../ui/seal.tsx'
import { useProblems } from '../use-problems.ts'
import classes from './invitation.module.css'
import { useRefusal } from './use-refusal.ts'

const askCode: TypedDocumentNode<AskInvitationCodeMutation, AskInvitationCodeMutationVariables> = gql`
  mutation AskInvitationCode($token: String!, $locale: Locale!) {
    askCode(invitationToken: $token, locale: $locale) {
      __typename
      ... on CodeAsked {
        codeId
      }
    }
  }
`

const redeemCode: TypedDocumentNode<RedeemInvitationCodeMutation, RedeemInvitationCodeMutationVariables> = gql`
  mutation RedeemInvitationCode($codeId: ID!, $code: String!) {
    redeemCode(codeId: $codeId, code: $code) {
      __typename
      ... on InvalidInput {
        issues {
          path
          problem
        }
      }
    }
  }
`

const introduceMyself: TypedDocumentNode<IntroduceMyselfMutation, IntroduceMyselfMutationVariables> = gql`
  mutation IntroduceMyself($input: EditProfileInput!) {
    editProfile(input: $input, version: 1) {
      __typename
    }
  }
`

interface InvitationCodeProps {
  token: string
  invitation: { name: string | null; workplace: string | null; addressHint: string | null; hasAccount: boolean }
  joining: boolean
  onSignedIn: () => Promise<void>
}

/** Name and workplace, and a code sent to the invited address: it proves that the invitation is hers. */
export function InvitationCode({ token, invitation, joining, onSignedIn }: InvitationCodeProps) {
  const { hasAccount, addressHint: address } = invitation
  const { t, i18n } = useTranslation('networks')
  const refusal = useRefusal()
  const [name, setName] = useState(invitation.name ?? '')
  const [workplace, setWorkplace] = useState(invitation.workplace ?? '')
  const [code, setCode] = useState('')
  const [ask, asking] = useMutation(askCode)
  const [redeem, redeeming] = useMutation(redeemCode)
  const [introduce, introducing] = useMutation(introduceMyself)
  const problemAt = useProblems(redeeming.data?.redeemCode)
  const asked = asking.data?.askCode.__typename === 'CodeAsked' ? asking.data.askCode : null

  const sendCode = () => ask({ variables: { token, locale: i18n.language === 'en' ? 'en' : 'da' } }).catch(() => undefined)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!asked) return void sendCode()
    const result = await redeem({ variables: { codeId: asked.codeId, code } }).catch(() => undefined)
    if (result?.data?.redeemCode.__typename !== 'SignedIn') return
    if (!hasAccount) await introduce({ variables: { input: { name: name.trim() || (invitation.name ?? ''), workplace } } }).catch(() => undefined)
    await onSignedIn()
  }

  const answers = [asking.data?.askCode.__typename, redeeming.data?.redeemCode.__typename]
  const fault = asking.error || redeeming.error ? 'unknown' : answers.findLast((answer) => answer && !fine.has(answer))
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      {!hasAccount && !asked && (
        <>
          <div>
            <h2>{t('join.about')}</h2>
            <p>{t('join.aboutLead')}</p>
          </div>
          <TextInput
            label={t('join.name')}
            required
            autoComplete="name"
            maxLength={120}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            {...sealed({ reader: 'participation', readers: t('seal.profile') })}
          />
          <TextInput
            label={t('join.workplace')}
            autoComplete="organization"
            maxLength={160}
            value={workplace}
            onChange={({ currentTarget }) => setWorkplace(currentTarget.value)}
            {...sealed({ reader: 'participation', readers: t('seal.profile') })}
          />
        </>
      )}
      {fault && <Alert color="rose" title={refusal(fault)} role="alert" />}
      {asked ? (
        <>
          <div>
            <h2>{t('join.codeTitle')}</h2>
            <p role="status">{t('join.codeSent', { address })}</p>
          </div>
          <TextInput
            label={t('join.codeLabel')}
            required
            autoFocus
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            value={code}
            error={problemAt('code')}
            onChange={({ currentTarget }) => setCode(currentTarget.value)}
          />
          <Button type="submit" loading={redeeming.loading || introducing.loading || joining}>
            {t('join.codeGo')}
          </Button>
          <Button variant="subtle" loading={asking.loading} onClick={() => void sendCode()}>
            {t('join.again')}
          </Button>
        </>
      ) : (
        <>
          <p>{t('join.code', { address })}</p>
          <Button type="submit" variant={hasAccount ? 'default' : 'filled'} loading={asking.loading}>
            {t('join.send')}
          </Button>
        </>
      )}
    </form>
  )
}

const fine: ReadonlySet<string> = new Set(['CodeAsked', 'SignedIn', 'InvalidInput'])
