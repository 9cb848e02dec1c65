import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { Alert, Button, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AskCodeMutation, AskCodeMutationVariables } from '../generated/graphql.ts'
import { isLanguage } from '../i18n.ts'
import { notify } from '../ui/notices.tsx'
import { useProblems } from '../use-problems.ts'
import classes from './account.module.css'
import { type AskedCode, rememberCode, rememberedCode } from './asked-code.ts'
import { RedeemCode } from './redeem-code.tsx'
import { useRefusal } from './use-refusal.ts'

const askCode: TypedDocumentNode<AskCodeMutation, AskCodeMutationVariables> = gql`
  mutation AskCode($email: String, $invitationToken: String, $locale: Locale) {
    askCode(email: $email, invitationToken: $invitationToken, locale: $locale) {
      __typename
      ... on CodeAsked {
        codeId
      }
      ... on TooManyCodes {
        retryAfterSeconds
      }
      ... on InvalidInput {
        issues {
          path
          problem
        }
      }
    }
  }
`

/** Whom the code goes to: an address still to be typed, one that is known, or the one that an invitation was sent to. */
type CodeReceiver = { typed: true } | { email: string } | { email: string; invitationToken: string }

interface CodeStepsProps {
  receiver: CodeReceiver
  /** `enter` signs in, `confirm` shows again who is signed in. */
  purpose: 'enter' | 'confirm'
  onSignedIn: () => void
  /** Stands before the first button. */
  children?: ReactNode
}

/** Signs in with a one-time code by mail: asks for the address if need be, then for the digits. */
export function CodeSteps({ receiver, purpose, onSignedIn, children }: CodeStepsProps) {
  const { t, i18n } = useTranslation('account')
  const refusal = useRefusal()
  const known = 'email' in receiver ? receiver.email : null
  const [asked, setAsked] = useState<AskedCode | null>(() => (known ? null : rememberedCode()))
  const [email, setEmail] = useState('')
  const [ask, { data, loading, error }] = useMutation(askCode)
  const result = data?.askCode
  const problemAt = useProblems(result)

  const remember = (next: AskedCode | null) => {
    setAsked(next)
    if (!known) rememberCode(next)
  }
  const send = async (to: string) => {
    const token = 'invitationToken' in receiver ? receiver.invitationToken : null
    const variables = {
      ...(token ? { invitationToken: token } : { email: to }),
      locale: isLanguage(i18n.language) ? i18n.language : 'da',
    }
    const { data: answer } = await ask({ variables }).catch(() => ({ data: undefined }))
    if (answer?.askCode.__typename !== 'CodeAsked') return false
    remember({ codeId: answer.askCode.codeId, email: to, at: Date.now() })
    return true
  }
  const sendAnother = async (to: string) => {
    if (await send(to)) notify({ text: t('code.resent') })
  }
  const enter = () => {
    remember(null)
    onSignedIn()
  }

  const problem =
    result?.__typename === 'TooManyCodes'
      ? refusal('TooManyCodes', { count: Math.ceil(result.retryAfterSeconds / 60) })
      : error && refusal('unknown')

  if (asked) {
    return (
      <RedeemCode
        key={asked.codeId}
        asked={asked}
        known={known !== null}
        purpose={purpose}
        sending={loading}
        problem={problem}
        onSignedIn={enter}
        onAnother={() => void sendAnother(asked.email)}
        onOtherAddress={() => remember(null)}
      />
    )
  }
  return (
    <form className={classes.form} noValidate onSubmit={(event) => [event.preventDefault(), void send(known ?? email)]}>
      {children}
      {known !== null && <p className={classes.text}>{t('code.sendTo', { email: known })}</p>}
      {known === null && (
        <TextInput
          label={t('code.email')}
          description={t('code.emailHint')}
          type="email"
          name="email"
          autoComplete="email"
          inputMode="email"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={problemAt('email')}
        />
      )}
      {problem && <Alert color="rose">{problem}</Alert>}
      <Button type="submit" variant="default" fullWidth loading={loading}>
        {t('code.send')}
      </Button>
    </form>
  )
}
