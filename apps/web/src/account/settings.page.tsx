import { gql, type TypedDocumentNode } from '@apollo/client'
import { Button, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { SettingsQuery, SettingsQueryVariables } from '../generated/graphql.ts'
import { Page, Section } from '../ui/page.tsx'
import classes from './account.module.css'
import { EmailForm } from './email-form.tsx'
import { PasskeyList } from './passkey-list.tsx'
import { PreferenceFields } from './preference-fields.tsx'
import { ProfileForm } from './profile-form.tsx'
import { SessionList } from './session-list.tsx'

const query: TypedDocumentNode<SettingsQuery, SettingsQueryVariables> = gql`
  query Settings {
    viewer {
      id
      email
      organisation {
        id
        name
      }
      ...ProfileForm_viewer
      ...EmailForm_viewer
      ...PreferenceFields_viewer
      ...PasskeyList_viewer
      ...SessionList_viewer
    }
  }
  ${ProfileForm.fragment}
  ${EmailForm.fragment}
  ${PreferenceFields.fragment}
  ${PasskeyList.fragment}
  ${SessionList.fragment}
`

export const loader = () => preload(query)

/** One's own settings: who one is, language and look, passkeys, and where one is signed in. */
export function Component() {
  const { t } = useTranslation('account')
  const { viewer } = usePreloaded(loader).data
  if (!viewer) return null
  const { email, organisation } = viewer
  return (
    <Page
      title={t('settings.title')}
      lead={t('settings.lead', { email, organisation: organisation.name })}
      width="read"
    >
      <ProfileForm viewer={viewer} />
      <EmailForm viewer={viewer} />
      <PreferenceFields viewer={viewer} />
      <PasskeyList viewer={viewer} />
      <Section title={t('keysCard.title')}>
        <Paper className={classes.form ?? ''}>
          <p className={classes.text}>{t('keysCard.text')}</p>
          <div className={classes.buttons}>
            <Button component={Link} to="/settings/keys" variant="default">
              {t('keysCard.open')}
            </Button>
          </div>
        </Paper>
      </Section>
      <SessionList viewer={viewer} />
    </Page>
  )
}
