import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { Alert, Anchor, Button, Paper, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SetUpMutation, SetUpMutationVariables } from '../generated/graphql.ts'
import { isLanguage } from '../i18n.ts'
import { Page } from '../ui/page.tsx'
import { sealed } from '../ui/seal.tsx'
import { useProblems } from '../use-problems.ts'
import classes from './account.module.css'
import { useRefusal } from './use-refusal.ts'

const setUp: TypedDocumentNode<SetUpMutation, SetUpMutationVariables> = gql`
  mutation SetUp($token: String!, $input: SetUpInput!) {
    setUp(token: $token, input: $input) {
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

/** The first page of a new installation. Its token stands after the #, which never reaches a server's log. */
export function Component() {
  const { t, i18n } = useTranslation('account')
  const refusal = useRefusal()
  const [token] = useState(() => location.hash.slice(1))
  const [fields, setFields] = useState({ organisationName: '', name: '', email: '' })
  const [create, { data, loading, error }] = useMutation(setUp)
  const result = data?.setUp
  const problemAt = useProblems(result)

  const field = (name: keyof typeof fields) => ({
    label: t(`setUp.${name}`),
    required: true,
    withAsterisk: false,
    value: fields[name],
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      setFields({ ...fields, [name]: event.currentTarget.value }),
    error: problemAt(name),
  })
  const send = async () => {
    const locale = isLanguage(i18n.language) ? i18n.language : 'da'
    const { data: answer } = await create({ variables: { token, input: { ...fields, locale } } }).catch(() => ({
      data: undefined,
    }))
    if (answer?.setUp.__typename === 'SetUpDone') location.replace('/settings')
  }
  const refused = error ? 'unknown' : result?.__typename === 'SetUpLinkUsed' ? result.__typename : null

  if (!token) {
    return (
      <Page title={t('setUp.title')} lead={t('setUp.noLink')} width="read">
        <Anchor component={Link} to="/sign-in">
          {t('setUp.toSignIn')}
        </Anchor>
      </Page>
    )
  }
  return (
    <Page title={t('setUp.title')} lead={t('setUp.lead')} width="read">
      <Paper
        component="form"
        noValidate
        className={classes.form ?? ''}
        onSubmit={(event) => [event.preventDefault(), void send()]}
      >
        <TextInput
          {...field('organisationName')}
          autoComplete="organization"
          {...sealed({ reader: 'participation', readers: t('reader.organisation') }, t('setUp.organisationHint'))}
        />
        <TextInput
          {...field('name')}
          autoComplete="name"
          {...sealed({ reader: 'participation', readers: t('reader.profile') })}
        />
        <TextInput
          {...field('email')}
          type="email"
          autoComplete="email"
          {...sealed({ reader: 'participation', readers: t('reader.place') }, t('setUp.emailHint'))}
        />
        {refused && <Alert color="rose">{refusal(refused)}</Alert>}
        <Button type="submit" loading={loading}>
          {t('setUp.create')}
        </Button>
      </Paper>
    </Page>
  )
}
