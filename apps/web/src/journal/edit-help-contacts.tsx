import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Alert, Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  EditHelpContacts_ViewerFragment,
  EditHelpContactsMutation,
  EditHelpContactsMutationVariables,
  ResetHelpContactsMutation,
  ResetHelpContactsMutationVariables,
} from '../generated/graphql.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { useProblems } from '../use-problems.ts'
import { type ContactDraft, HelpContactFields } from './help-contact-fields.tsx'

const fragment: TypedDocumentNode<EditHelpContacts_ViewerFragment> = gql`
  fragment EditHelpContacts_viewer on Viewer {
    id
    helpContacts {
      version
      isDefault
      da: contacts(locale: da) {
        label
        text
        phone
        url
      }
      en: contacts(locale: en) {
        label
        text
        phone
        url
      }
    }
  }
`

const editHelpContacts: TypedDocumentNode<EditHelpContactsMutation, EditHelpContactsMutationVariables> = gql`
  mutation EditHelpContacts($version: Int!, $lists: HelpContactListsInput!) {
    editHelpContacts(version: $version, lists: $lists) {
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

const resetHelpContacts: TypedDocumentNode<ResetHelpContactsMutation, ResetHelpContactsMutationVariables> = gql`
  mutation ResetHelpContacts($version: Int!) {
    resetHelpContacts(version: $version) {
      __typename
    }
  }
`

const refetchQueries = ['HelpContactsPage']
const languages = ['da', 'en'] as const

/** The list in both languages, as it is saved: all at once, or, when somebody else was faster, not at all. */
export function EditHelpContacts({ viewer }: { viewer: FragmentType<EditHelpContacts_ViewerFragment> }) {
  const { version, isDefault, da, en } = useSuspenseFragment({ fragment, from: viewer }).data.helpContacts
  const { t } = useTranslation('journal/help-contacts')
  const confirm = useConfirm()
  const [lists, setLists] = useState({ da: da.map(draftOf), en: en.map(draftOf) })
  const [edit, { data, loading, error }] = useMutation(editHelpContacts, { refetchQueries })
  const [reset, { data: resetData, error: resetError }] = useMutation(resetHelpContacts, { refetchQueries })
  const result = data?.editHelpContacts
  const problemAt = useProblems(result)
  const names = [result?.__typename, resetData?.resetHelpContacts.__typename]
  const refused = error || resetError ? 'unknown' : names.find((name) => name === 'Stale' || name === 'InvalidInput')

  const save = async () => {
    const input = { da: lists.da.map(inputOf), en: lists.en.map(inputOf) }
    const reply = await edit({ variables: { version, lists: input } }).catch(() => undefined)
    if (reply?.data?.editHelpContacts.__typename === 'HelpContactList') notify({ text: t('saved') })
  }
  const goBack = async () => {
    const question = { title: t('resetTitle'), text: t('resetText'), action: t('reset'), tone: 'harm' as const }
    if (!(await confirm(question))) return
    const reply = await reset({ variables: { version } }).catch(() => undefined)
    if (reply?.data?.resetHelpContacts.__typename === 'HelpContactList') notify({ text: t('wasReset') })
  }
  return (
    <>
      {languages.map((language) => (
        <Section key={language} title={t(`language.${language}`)}>
          <p>{t(`languageText.${language}`)}</p>
          <HelpContactFields
            contacts={lists[language]}
            onChange={(contacts) => setLists({ ...lists, [language]: contacts })}
            problemAt={(path) => problemAt(`lists.${language}.${path}`)}
          />
        </Section>
      ))}
      {refused && <Alert color="rose" title={t(`refusal.${refused as 'Stale'}`)} role="alert" />}
      <Group>
        <Button loading={loading} onClick={() => void save()}>
          {t('save')}
        </Button>
        {!isDefault && (
          <Button variant="subtle" color="gray" onClick={() => void goBack()}>
            {t('reset')}
          </Button>
        )}
      </Group>
    </>
  )
}
EditHelpContacts.fragment = fragment

type Contact = EditHelpContacts_ViewerFragment['helpContacts']['da'][number]

const draftOf = ({ label, text, phone, url }: Contact): ContactDraft => ({
  key: crypto.randomUUID(),
  label,
  text: text ?? '',
  phone: phone ?? '',
  url: url ?? '',
})

const inputOf = ({ label, text, phone, url }: ContactDraft) => ({ label, text, phone, url })
