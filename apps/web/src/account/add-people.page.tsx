import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useQuery } from '@apollo/client/react'
import { maxPeopleInList, parsePeopleList } from '@lederkreds/domain/account/people-list'
import { Alert, Button, Paper, Textarea } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  AddPeopleMutation,
  AddPeopleMutationVariables,
  PeopleAlreadyHereQuery,
  PeopleAlreadyHereQueryVariables,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { Page } from '../ui/page.tsx'
import { sealed } from '../ui/seal.tsx'
import { useLeadOn } from '../ui/use-lead-on.ts'
import classes from './account.module.css'
import { PeoplePreview } from './people-preview.tsx'
import { useRefusal } from './use-refusal.ts'

const alreadyHere: TypedDocumentNode<PeopleAlreadyHereQuery, PeopleAlreadyHereQueryVariables> = gql`
  query PeopleAlreadyHere($emails: [String!]!) {
    peopleByAddress(emails: $emails) {
      id
      email
    }
  }
`

const addPeople: TypedDocumentNode<AddPeopleMutation, AddPeopleMutationVariables> = gql`
  mutation AddPeople($people: [NewPersonInput!]!) {
    addPeople(people: $people) {
      __typename
      ... on AddedPeople {
        count
      }
      ... on EmailTaken {
        emails
      }
    }
  }
`

/** Adds people by a list, one or hundreds, and shows who they are before anything happens. */
export function Component() {
  const { t } = useTranslation('account')
  const leadOn = useLeadOn()
  const refusal = useRefusal()
  const [text, setText] = useState('')
  const list = parsePeopleList(useDeferredValue(text))
  const emails = list.people.map(({ email }) => email)
  const { data: known } = useQuery(alreadyHere, {
    variables: { emails },
    skip: emails.length === 0,
    fetchPolicy: 'network-only',
  })
  const here = new Set(known?.peopleByAddress.map(({ email }) => email))
  const people = list.people.filter(({ email }) => !here.has(email))
  const [add, { data, loading, error }] = useMutation(addPeople, {
    update: (cache) => void cache.evict({ fieldName: 'people' }),
  })
  const result = data?.addPeople

  const submit = async () => {
    const { data: answer } = await add({ variables: { people } }).catch(() => ({ data: undefined }))
    if (answer?.addPeople.__typename !== 'AddedPeople') return
    notify({ text: t('add.done', { count: answer.addPeople.count }) })
    void leadOn('/admin/people')
  }
  const problem = error
    ? refusal('unknown')
    : result &&
      result.__typename !== 'AddedPeople' &&
      refusal(result.__typename, { emails: 'emails' in result ? result.emails.join(', ') : '' })

  return (
    <Page title={t('add.title')} lead={t('add.lead')} back={{ to: '/admin/people', label: t('people.title') }}>
      <Paper
        component="form"
        noValidate
        className={classes.form ?? ''}
        onSubmit={(event) => [event.preventDefault(), void submit()]}
      >
        <Textarea
          label={t('add.list')}
          placeholder={t('add.example')}
          autosize
          minRows={5}
          maxRows={16}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          {...sealed({ reader: 'participation', readers: t('reader.person') }, t('add.listHint'))}
        />
        <PeoplePreview list={list} people={people} alreadyHere={here.size} />
        {problem && <Alert color="rose">{problem}</Alert>}
        <div className={classes.buttons}>
          <Button type="submit" disabled={people.length === 0 || people.length > maxPeopleInList} loading={loading}>
            {people.length === 0 ? t('add.nobody') : t('add.submit', { count: people.length })}
          </Button>
        </div>
        <p className={classes.quiet}>{t('add.noMail')}</p>
      </Paper>
    </Page>
  )
}
