import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { type TemplateId, templateIds, templates } from '@lederkreds/domain/networks/template'
import { Alert, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CreateNetworkMutation, CreateNetworkMutationVariables } from '../generated/graphql.ts'
import { Page } from '../ui/page.tsx'
import { useLeadOn } from '../ui/use-lead-on.ts'
import classes from './networks.module.css'
import { useRefusal } from './use-refusal.ts'

const createNetwork: TypedDocumentNode<CreateNetworkMutation, CreateNetworkMutationVariables> = gql`
  mutation CreateNetwork($template: String!, $locale: String!) {
    createNetwork(template: $template, locale: $locale) {
      __typename
      ... on Network {
        id
      }
    }
  }
`

/** Where a consultant begins: one of the templates, everything in which can be changed afterwards. */
export function Component() {
  const { t, i18n } = useTranslation('networks/planning')
  const language = i18n.language === 'en' ? 'en' : 'da'
  const leadOn = useLeadOn()
  const refusal = useRefusal()
  const [create, { loading, error }] = useMutation(createNetwork)
  const begin = async (template: TemplateId) => {
    const result = await create({ variables: { template, locale: language } }).catch(() => undefined)
    const made = result?.data?.createNetwork
    if (made?.__typename === 'Network') await leadOn(`/consultant/networks/${made.id}/edit`, { replace: true })
  }
  return (
    <Page
      title={t('wizard.newTitle')}
      lead={t('wizard.newLead')}
      back={{ to: '/consultant', label: t('consultant.title') }}
    >
      {error && <Alert color="rose" title={refusal('unknown')} role="alert" />}
      <ul className={classes.networks}>
        {templateIds.map((id) => {
          const { name, purpose, meetings, everyWeeks } = templates[id]
          return (
            <li key={id} className={classes.network}>
              <h2>{name[language]}</h2>
              <p>{purpose[language]}</p>
              <p className={classes.facts}>{t('wizard.meetings', { meetings, weeks: everyWeeks })}</p>
              <div>
                <Button
                  loading={loading}
                  aria-label={t('wizard.beginWith', { name: name[language] })}
                  onClick={() => void begin(id)}
                >
                  {t('wizard.begin')}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
    </Page>
  )
}
