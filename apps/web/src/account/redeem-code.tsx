import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { Alert, Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RedeemCodeMutation, RedeemCodeMutationVariables } from '../generated/graphql.ts'
import { useProblems } from '../use-problems.ts'
import classes from './account.module.css'
import type { AskedCode } from './asked-code.ts'
import { useRefusal } from './use-refusal.ts'

const redeemCode: TypedDocumentNode<RedeemCodeMutation, RedeemCodeMutationVariables> = gql`
  mutation RedeemCode($codeId: ID!, $code: String!) {
    redeemCode(codeId: $codeId, code: $code) {
      __typename
      ... on CodeWrong {
        guessesLeft
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

interface RedeemCodeProps {
  asked: AskedCode
  /** Whether the address is certain to belong to somebody. */
  known: boolean
  purpose: 'enter' | 'confirm'
  sending: boolean
  problem?: string | undefined
  onSignedIn: () => void
  onAnother: () => void
  onOtherAddress: () => void
}

/** Where the six digits of the mail are typed. */
export function RedeemCode({ asked, known, purpose, sending, problem, ...on }: RedeemCodeProps) {
  const { t } = useTranslation('account')
  const refusal = useRefusal()
  const [code, setCode] = useState('')
  const [redeem, { data, loading, error }] = useMutation(redeemCode)
  const result = data?.redeemCode
  const problemAt = useProblems(result)

  const send = async () => {
    const { codeId } = asked
    const { data: answer } = await redeem({ variables: { codeId, code } }).catch(() => ({ data: undefined }))
    if (answer?.redeemCode.__typename === 'SignedIn') on.onSignedIn()
  }
  const wrong =
    result?.__typename === 'CodeWrong'
      ? refusal('CodeWrong', { count: result.guessesLeft })
      : result?.__typename === 'CodeExpired'
        ? refusal('CodeExpired')
        : problemAt('code')

  return (
    <form className={classes.form} noValidate onSubmit={(event) => [event.preventDefault(), void send()]}>
      <p role="status" className={classes.text}>
        {t(known ? 'code.sentYou' : 'code.sent', { email: asked.email })}
      </p>
      <TextInput
        label={t('code.digits')}
        className={classes.digits ?? ''}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        required
        withAsterisk={false}
        data-autofocus
        ref={(input) => input?.focus()}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={wrong}
      />
      {(error || problem) && <Alert color="rose">{problem ?? refusal('unknown')}</Alert>}
      <Button type="submit" fullWidth loading={loading}>
        {t(purpose === 'enter' ? 'code.redeem' : 'code.redeemConfirm')}
      </Button>
      <div className={classes.buttons}>
        <Button variant="subtle" loading={sending} onClick={on.onAnother}>
          {t('code.another')}
        </Button>
        {!known && (
          <Button variant="subtle" onClick={on.onOtherAddress}>
            {t('code.otherAddress')}
          </Button>
        )}
      </div>
      <p className={classes.quiet}>{t('code.slow')}</p>
    </form>
  )
}
