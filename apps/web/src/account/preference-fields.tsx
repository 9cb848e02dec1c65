import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Alert, Paper, Radio } from '@mantine/core'
import { useRef, useState } from 'react'
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
  const { id, locale, theme } = useSuspenseFragment({ fragment, from: viewer }).data
  const { t, i18n } = useTranslation('account')
  const [send, { error, client }] = useMutation(choosePreferences, { fetchPolicy: 'no-cache' })
  /** Shown as chosen at once, though its words are on their way. */
  const [chosen, setChosen] = useState<Language>()
  const choices = useRef<Partial<ChoosePreferencesMutationVariables>>({})
  const line = useRef<Promise<unknown>>(Promise.resolve())
  /**
   * One at a time, each with all that has been chosen here: no answer that was late undoes what was chosen after it, and
   * what it confirms is kept, whatever becomes of the rest.
   */
  const sendChoices = async () => {
    const sent = choices.current
    const confirmed = { locale, theme, ...sent }
    await send({ variables: confirmed })
    const isChosenAnew = (key: 'locale' | 'theme') => sent[key] !== choices.current[key]
    client.cache.updateFragment(
      { fragment, from: { __typename: 'Viewer', id } },
      (now) =>
        now && {
          ...now,
          locale: isChosenAnew('locale') ? now.locale : confirmed.locale,
          theme: isChosenAnew('theme') ? now.theme : confirmed.theme,
        },
    )
  }
  const choose = (change: Partial<ChoosePreferencesMutationVariables>) => {
    if (change.locale) {
      setChosen(change.locale)
      void setLanguage(change.locale)
    }
    choices.current = { ...choices.current, ...change }
    line.current = line.current.then(sendChoices).catch(() => {})
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
