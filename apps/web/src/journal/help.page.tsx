import { gql, type TypedDocumentNode } from '@apollo/client'
import { useQuery } from '@apollo/client/react'
import { Anchor, Button, Paper } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { HelpContactsQuery, HelpContactsQueryVariables } from '../generated/graphql.ts'
import { useLanguage } from '../toolbox/use-language.ts'
import { Icon } from '../ui/icon.tsx'
import { Page, Section } from '../ui/page.tsx'
import { helpContactsFor } from './help-contacts.ts'
import classes from './journal.module.css'

const query: TypedDocumentNode<HelpContactsQuery, HelpContactsQueryVariables> = gql`
  query HelpContacts($locale: Locale!) {
    viewer {
      id
      helpContacts {
        contacts(locale: $locale) {
          label
          text
          phone
          url
        }
      }
    }
  }
`

/** Whom to talk to. It looks the same on a good day and a bad one, and nobody is told that it was opened. */
export function Component() {
  const { t } = useTranslation('journal')
  const locale = useLanguage()
  // Without an answer, also while it is under way and without a network, there is still somebody to talk to.
  const { data } = useQuery(query, { variables: { locale } })
  const contacts = helpContactsFor(locale, data?.viewer?.helpContacts.contacts)
  return (
    <Page
      title={t('help.title')}
      lead={t('help.lead')}
      back={{ to: '/journal', label: t('front.title') }}
      width="read"
      discreet
    >
      <ul className={classes.notes}>
        {contacts.map(({ label, text, phone, url }) => (
          <Paper key={label} component="li" className={classes.card ?? ''}>
            <h2>{label}</h2>
            {text && <p>{text}</p>}
            {phone && (
              <div>
                <Button component="a" href={`tel:${phone.replaceAll(' ', '')}`} leftSection={<Icon of={IconPhone} />}>
                  {t('help.ring', { phone })}
                </Button>
              </div>
            )}
            {url && (
              <p>
                <Anchor href={url} target="_blank" rel="noreferrer">
                  {url}
                </Anchor>
              </p>
            )}
          </Paper>
        ))}
      </ul>
      <Section title={t('help.oneTitle')}>
        <p className={classes.prose}>{t('help.one')}</p>
      </Section>
      <Section title={t('help.whenTitle')}>
        <p className={classes.prose}>{t('help.when')}</p>
        <p className={classes.hint}>{t('help.nobody')}</p>
      </Section>
    </Page>
  )
}
