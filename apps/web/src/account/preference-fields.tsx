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
import { type Language, languages, setLanguage } from '../i18n.ts'
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
  /** Shown as chosen at once, though its words are on their way. */
  const [chosen, setChosen] = useState<Language>()
  const choose = (change: Partial<ChoosePreferencesMutationVariables>) => {
    if (change.locale) {
      setChosen(change.locale)
      void setLanguage(change.locale)
    }
    send({ variables: { locale, theme, ...change } }).catch(() => {})
  }
  return (
    <Section title={t('settings.look')}>
      <Paper className={classes.form ?? ''}>
        <Radio.Group
          label={t('settings.language')}
          value={chosen ?? i18n.language}
          onChange={(tag) => choose({ locale: tag === 'en' ? 'en' : 'da' })}
        >
          <div className={classes.choices}>
            {languages.map((tag) => (
              <Radio key={tag} lang={tag} value={tag} label={t(`language.${tag}`)} />
            ))}
          </div>
        </Radio.Group>
        <ThemeSwitch onChange={(look) => choose({ theme: look })} />
        {error && <Alert color="rose">{t('settings.notSaved')}</Alert>}
      </Paper>
    </Section>
  )
}
PreferenceFields.fragment = fragment
