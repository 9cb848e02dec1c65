import { gql, type TypedDocumentNode } from '@apollo/client'
import { useTranslation } from 'react-i18next'
import { preload, usePreloaded } from '../apollo.ts'
import type { HelpContactsPageQuery, HelpContactsPageQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import { EditHelpContacts } from './edit-help-contacts.tsx'

const query: TypedDocumentNode<HelpContactsPageQuery, HelpContactsPageQueryVariables> = gql`
  query HelpContactsPage {
    viewer {
      id
      helpContacts {
        version
        isDefault
        viewerCanEdit
      }
      ...EditHelpContacts_viewer
    }
  }
  ${EditHelpContacts.fragment}
`

export const loader = () => preload(query)

/** Whom the organisation names to talk to, kept by its administrators. */
export function Component() {
  const { t } = useTranslation(['journal/help-contacts', 'participation'])
  const { viewer } = usePreloaded(loader).data
  if (!viewer?.helpContacts.viewerCanEdit) notFound()
  const { version, isDefault } = viewer.helpContacts
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={{ to: '/admin', label: t('participation:admin.title') }}
      width="read"
    >
      <p>{t(isDefault ? 'isDefault' : 'isOwn')}</p>
      <EditHelpContacts key={version} viewer={viewer} />
    </Page>
  )
}
