import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Alert, Button, Paper, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  CorrectProfileMutation,
  CorrectProfileMutationVariables,
  PersonDetails_PersonFragment,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { sealed } from '../ui/seal.tsx'
import { useProblems } from '../use-problems.ts'
import classes from './account.module.css'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<PersonDetails_PersonFragment> = gql`
  fragment PersonDetails_person on Person {
    id
    name
    title
    workplace
    version
  }
`

const correctProfile: TypedDocumentNode<CorrectProfileMutation, CorrectProfileMutationVariables> = gql`
  mutation CorrectProfile($personId: ID!, $input: EditProfileInput!, $version: Int!) {
    correctProfile(personId: $personId, input: $input, version: $version) {
      __typename
      ... on Person {
        id
        ...PersonDetails_person
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

/** What a person is called and where she works, corrected for her. */
export function PersonDetails({ person }: { person: FragmentType<PersonDetails_PersonFragment> }) {
  const { id, version, ...now } = useSuspenseFragment({ fragment, from: person }).data
  const { t } = useTranslation('account')
  const refusal = useRefusal()
  const [fields, setFields] = useState({ name: now.name, title: now.title, workplace: now.workplace })
  const [correct, { data, loading, error }] = useMutation(correctProfile)
  const result = data?.correctProfile
  const problemAt = useProblems(result)

  const field = (key: keyof typeof fields) => ({
    value: fields[key],
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      setFields({ ...fields, [key]: event.currentTarget.value }),
    error: problemAt(key),
    ...sealed({ reader: 'participation', readers: t('reader.person') }),
  })
  const save = async () => {
    const variables = { personId: id, input: fields, version }
    const { data: answer } = await correct({ variables }).catch(() => ({ data: undefined }))
    if (answer?.correctProfile.__typename === 'Person') notify({ text: t('person.saved') })
  }
  const refused = error ? 'unknown' : result?.__typename === 'Stale' ? 'Stale' : null

  return (
    <Section title={t('person.details')}>
      <p className={classes.quiet}>{t('person.detailsLead', { name: now.name })}</p>
      <Paper
        component="form"
        noValidate
        className={classes.form ?? ''}
        onSubmit={(event) => [event.preventDefault(), void save()]}
      >
        <TextInput label={t('settings.name')} autoComplete="off" required withAsterisk={false} {...field('name')} />
        <TextInput label={t('settings.jobTitle')} autoComplete="off" {...field('title')} />
        <TextInput label={t('settings.workplace')} autoComplete="off" {...field('workplace')} />
        {refused && <Alert color="rose">{refusal(refused)}</Alert>}
        <div className={classes.buttons}>
          <Button type="submit" loading={loading}>
            {t('person.saveDetails')}
          </Button>
        </div>
      </Paper>
    </Section>
  )
}
PersonDetails.fragment = fragment
