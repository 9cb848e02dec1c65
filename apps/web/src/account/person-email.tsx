import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Alert, Button, Paper, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  CorrectEmailMutation,
  CorrectEmailMutationVariables,
  PersonEmail_PersonFragment,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { sealed } from '../ui/seal.tsx'
import { useProblems } from '../use-problems.ts'
import classes from './account.module.css'
import { useStepUp } from './step-up.tsx'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<PersonEmail_PersonFragment> = gql`
  fragment PersonEmail_person on Person {
    id
    name
    email
    version
  }
`

const correctEmail: TypedDocumentNode<CorrectEmailMutation, CorrectEmailMutationVariables> = gql`
  mutation CorrectEmail($personId: ID!, $email: String!, $version: Int!) {
    correctEmail(personId: $personId, email: $email, version: $version) {
      __typename
      ... on Person {
        id
        ...PersonEmail_person
      }
      ... on InvalidInput {
        issues {
          path
          problem
        }
      }
    }
  }
  ${fragment}
`

/** The address with which a person signs in, corrected for her; she is told at the old one. */
export function PersonEmail({ person }: { person: FragmentType<PersonEmail_PersonFragment> }) {
  const { id, name, email: now, version } = useSuspenseFragment({ fragment, from: person }).data
  const { t } = useTranslation('account')
  const refusal = useRefusal()
  const stepUp = useStepUp()
  const [email, setEmail] = useState(now ?? '')
  const [correct, { data, loading, error }] = useMutation(correctEmail)
  const result = data?.correctEmail
  const problemAt = useProblems(result)

  const save = async () => {
    const variables = { personId: id, email, version }
    const answer = await stepUp(() => correct({ variables })).catch(() => undefined)
    if (answer?.data?.correctEmail.__typename === 'Person') notify({ text: t('person.emailSaved') })
  }
  const refused = error
    ? 'unknown'
    : result && !['Person', 'InvalidInput'].includes(result.__typename)
      ? result.__typename
      : null

  return (
    <Section title={t('person.email')}>
      <p className={classes.quiet}>{t('person.emailLead', { name })}</p>
      <Paper
        component="form"
        noValidate
        className={classes.form ?? ''}
        onSubmit={(event) => [event.preventDefault(), void save()]}
      >
        <TextInput
          label={t('code.email')}
          type="email"
          inputMode="email"
          autoComplete="off"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={problemAt('email')}
          {...sealed({ reader: 'participation', readers: t('reader.place') })}
        />
        {refused && <Alert color="rose">{refusal(refused)}</Alert>}
        <div className={classes.buttons}>
          <Button type="submit" loading={loading}>
            {t('person.saveEmail')}
          </Button>
        </div>
      </Paper>
    </Section>
  )
}
PersonEmail.fragment = fragment
