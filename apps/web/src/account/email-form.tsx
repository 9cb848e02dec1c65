import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Alert, Button, Paper, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  AskNewEmailMutation,
  AskNewEmailMutationVariables,
  EmailForm_ViewerFragment,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { sealed } from '../ui/seal.tsx'
import { useProblems } from '../use-problems.ts'
import classes from './account.module.css'
import { ProveEmail } from './prove-email.tsx'
import { useStepUp } from './step-up.tsx'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<EmailForm_ViewerFragment> = gql`
  fragment EmailForm_viewer on Viewer {
    id
    email
  }
`

const askNewEmail: TypedDocumentNode<AskNewEmailMutation, AskNewEmailMutationVariables> = gql`
  mutation AskNewEmail($email: String!) {
    askNewEmail(email: $email) {
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

/** One's own address: a new one counts once the code that was sent to it has been typed here. */
export function EmailForm({ viewer }: { viewer: FragmentType<EmailForm_ViewerFragment> }) {
  const { email: now } = useSuspenseFragment({ fragment, from: viewer }).data
  const { t } = useTranslation('account')
  const refusal = useRefusal()
  const stepUp = useStepUp()
  const [email, setEmail] = useState('')
  const [asked, setAsked] = useState<{ codeId: string; email: string } | null>(null)
  const [ask, { data, loading, error }] = useMutation(askNewEmail)
  const result = data?.askNewEmail
  const problemAt = useProblems(result)

  const send = async () => {
    const answer = await stepUp(() => ask({ variables: { email } })).catch(() => undefined)
    const sent = answer?.data?.askNewEmail
    if (sent?.__typename === 'CodeAsked') setAsked({ codeId: sent.codeId, email: email.trim() })
  }
  const proved = () => {
    setAsked(null)
    setEmail('')
    notify({ text: t('address.changed') })
  }
  const refused =
    result?.__typename === 'TooManyCodes'
      ? refusal('TooManyCodes', { count: Math.ceil(result.retryAfterSeconds / 60) })
      : error && refusal('unknown')

  return (
    <Section title={t('address.title')}>
      <p className={classes.quiet}>{t('address.lead', { email: now })}</p>
      {asked ? (
        <ProveEmail key={asked.codeId} asked={asked} onProved={proved} onTurnBack={() => setAsked(null)} />
      ) : (
        <Paper
          component="form"
          noValidate
          className={classes.form ?? ''}
          onSubmit={(event) => [event.preventDefault(), void send()]}
        >
          <TextInput
            label={t('address.new')}
            type="email"
            inputMode="email"
            autoComplete="email"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={problemAt('email')}
            {...sealed({ reader: 'participation', readers: t('reader.place') })}
          />
          {refused && <Alert color="rose">{refused}</Alert>}
          <div className={classes.buttons}>
            <Button type="submit" variant="default" loading={loading}>
              {t('address.send')}
            </Button>
          </div>
        </Paper>
      )}
    </Section>
  )
}
EmailForm.fragment = fragment
