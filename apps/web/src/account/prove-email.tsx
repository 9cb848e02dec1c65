import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { Alert, Button, Paper, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RedeemNewEmailMutation, RedeemNewEmailMutationVariables } from '../generated/graphql.ts'
import { useProblems } from '../use-problems.ts'
import classes from './account.module.css'
import { useStepUp } from './step-up.tsx'
import { useRefusal } from './use-refusal.ts'

const redeemNewEmail: TypedDocumentNode<RedeemNewEmailMutation, RedeemNewEmailMutationVariables> = gql`
  mutation RedeemNewEmail($codeId: ID!, $code: String!) {
    redeemNewEmail(codeId: $codeId, code: $code) {
      __typename
      ... on Viewer {
        id
        email
        version
      }
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

interface ProveEmailProps {
  asked: { codeId: string; email: string }
  onProved: () => void
  onTurnBack: () => void
}

/** Where the digits that were sent to a new address are typed. */
export function ProveEmail({ asked, onProved, onTurnBack }: ProveEmailProps) {
  const { t } = useTranslation('account')
  const refusal = useRefusal()
  const stepUp = useStepUp()
  const [code, setCode] = useState('')
  const [redeem, { data, loading, error }] = useMutation(redeemNewEmail)
  const result = data?.redeemNewEmail
  const problemAt = useProblems(result)

  const send = async () => {
    const variables = { codeId: asked.codeId, code }
    const answer = await stepUp(() => redeem({ variables })).catch(() => undefined)
    if (answer?.data?.redeemNewEmail.__typename === 'Viewer') onProved()
  }
  const wrong =
    result?.__typename === 'CodeWrong' ? refusal('CodeWrong', { count: result.guessesLeft }) : problemAt('code')
  const refused = error
    ? 'unknown'
    : result?.__typename === 'CodeExpired' || result?.__typename === 'AddressTaken'
      ? result.__typename
      : null

  return (
    <Paper
      component="form"
      noValidate
      className={classes.form ?? ''}
      onSubmit={(event) => [event.preventDefault(), void send()]}
    >
      <p role="status" className={classes.text}>
        {t('code.sentYou', { email: asked.email })}
      </p>
      <TextInput
        label={t('code.digits')}
        className={classes.digits ?? ''}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        required
        withAsterisk={false}
        ref={(input) => input?.focus()}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={wrong}
      />
      {refused && <Alert color="rose">{refusal(refused)}</Alert>}
      <div className={classes.buttons}>
        <Button type="submit" loading={loading}>
          {t('address.use')}
        </Button>
        <Button variant="subtle" onClick={onTurnBack}>
          {t('address.turnBack')}
        </Button>
      </div>
    </Paper>
  )
}
