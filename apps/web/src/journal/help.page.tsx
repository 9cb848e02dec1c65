import { Anchor, Button, Paper } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icon.tsx'
import { Page, Section } from '../ui/page.tsx'
import { helpContactsFor } from './help-contacts.ts'
import classes from './journal.module.css'
import { useLanguage } from './use-language.ts'

/** Whom to talk to. It looks the same on a good day and a bad one, and nobody is told that it was opened. */
export function Component() {
  const { t } = useTranslation('journal')
  const contacts = helpContactsFor(useLanguage())
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
