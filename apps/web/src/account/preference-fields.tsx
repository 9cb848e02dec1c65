import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Alert, Paper, Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  ChoosePreferencesMutation,
  ChoosePreferencesMutationVariables,
  PreferenceFields_ViewerFragment,
} from '../generated/graphql.ts'
import { languages, setLanguage } from '../i18n.ts'
import { Section } from '../ui/page.tsx'
import { ThemeSwitch } from '../ui/theme-switch.tsx'
import classes from './account.module.css'

const fragment: TypedDocumentNode<PreferenceFields_ViewerFragment> = gql`
  fragment PreferenceFields_viewer on Viewer {
    id
    locale
    theme
  }
`

const choosePreferences: TypedDocumentNode<ChoosePreferencesMutation, ChoosePreferencesMutationVariables> = gql`
  mutation ChoosePreferences($locale: Locale!, $theme: Theme!) {
    choosePreferences(locale: $locale, theme: $theme) {
      ...PreferenceFields_viewer
    }
  }
  ${fragment}
`

/** Language and look: taken over at once here, and on every other device of hers. */
export function PreferenceFields({ viewer }: { viewer: FragmentType<PreferenceFields_ViewerFragment> }) {
  const { locale, theme } = useSuspenseFragment({ fragment, from: viewer }).data
  const { t, i18n } = useTranslation('account')
  const [send, { error }] = useMutation(choosePreferences)
  const [language, setShown] = useState(i18n.language)
  const choose = (chosen: Partial<ChoosePreferencesMutationVariables>) => {
    if (chosen.locale) {
      setShown(chosen.locale)
      void setLanguage(chosen.locale)
    }
    send({ variables: { locale, theme, ...chosen } }).catch(() => {})
  }
  return (
    <Section title={t('settings.look')}>
      <Paper className={classes.form ?? ''}>
        <Radio.Group
          label={t('settings.language')}
          value={language}
          onChange={(tag) => choose({ locale: tag === 'en' ? 'en' : 'da' })}
        >
          <div className={classes.choices}>
            {languages.map((tag) => (
              <Radio key={tag} lang={tag} value={tag} label={t(`language.${tag}`)} />
            ))}
          </div>
        </Radio.Group>
        <ThemeSwitch onChange={(chosen) => choose({ theme: chosen })} />
        {error && <Alert color="rose">{t('settings.notSaved')}</Alert>}
      </Paper>
    </Section>
  )
}
PreferenceFields.fragment = fragment
