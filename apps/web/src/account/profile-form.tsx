import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Alert, Button, Paper, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  EditProfileMutation,
  EditProfileMutationVariables,
  ProfileForm_ViewerFragment,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { sealed } from '../ui/seal.tsx'
import { useProblems } from '../use-problems.ts'
import classes from './account.module.css'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<ProfileForm_ViewerFragment> = gql`
  fragment ProfileForm_viewer on Viewer {
    id
    name
    title
    workplace
    version
  }
`

const editProfile: TypedDocumentNode<EditProfileMutation, EditProfileMutationVariables> = gql`
  mutation EditProfile($input: EditProfileInput!, $version: Int!) {
    editProfile(input: $input, version: $version) {
      __typename
      ... on Viewer {
        ...ProfileForm_viewer
        person {
          id
          name
          title
          workplace
        }
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

/** What one tells about oneself. */
export function ProfileForm({ viewer }: { viewer: FragmentType<ProfileForm_ViewerFragment> }) {
  const { version, name, title, workplace } = useSuspenseFragment({ fragment, from: viewer }).data
  const { t } = useTranslation('account')
  const refusal = useRefusal()
  const [fields, setFields] = useState({ name, title, workplace })
  const [edit, { data, loading, error }] = useMutation(editProfile)
  const result = data?.editProfile
  const problemAt = useProblems(result)

  const field = (key: keyof typeof fields) => ({
    value: fields[key],
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      setFields({ ...fields, [key]: event.currentTarget.value }),
    error: problemAt(key),
    ...sealed({ reader: 'participation', readers: t('reader.profile') }),
  })
  const save = async () => {
    const { data: answer } = await edit({ variables: { input: fields, version } }).catch(() => ({ data: undefined }))
    if (answer?.editProfile.__typename === 'Viewer') notify({ text: t('settings.saved') })
  }
  const refused = error ? 'unknown' : result?.__typename === 'Stale' ? 'Stale' : null

  return (
    <Section title={t('settings.profile')}>
      <Paper
        component="form"
        noValidate
        className={classes.form ?? ''}
        onSubmit={(event) => [event.preventDefault(), void save()]}
      >
        <TextInput label={t('settings.name')} autoComplete="name" required withAsterisk={false} {...field('name')} />
        <TextInput label={t('settings.jobTitle')} autoComplete="organization-title" {...field('title')} />
        <TextInput label={t('settings.workplace')} autoComplete="organization" {...field('workplace')} />
        {refused && <Alert color="rose">{refusal(refused)}</Alert>}
        <div className={classes.buttons}>
          <Button type="submit" loading={loading}>
            {t('settings.save')}
          </Button>
        </div>
      </Paper>
    </Section>
  )
}
ProfileForm.fragment = fragment
