import { gql, type TypedDocumentNode } from '@apollo/client'
import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { ClosingPageQuery, ClosingPageQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Seal } from '../ui/seal.tsx'
import classes from './closing.module.css'
import { ClosingAgenda } from './closing-agenda.tsx'
import { ClosingSheet } from './closing-sheet.tsx'
import { DecideSeason } from './decide-season.tsx'
import { EndNetwork } from './end-network.tsx'
import { Follow } from './follow.tsx'

const query: TypedDocumentNode<ClosingPageQuery, ClosingPageQueryVariables> = gql`
  query ClosingPage($id: ID!) {
    network(id: $id) {
      id
      name
      members {
        id
        isViewer
      }
      ...Follow_network
      ...DecideSeason_network
      ...EndNetwork_network
    }
  }
  ${Follow.fragment}
  ${DecideSeason.fragment}
  ${EndNetwork.fragment}
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.networkId ?? '' })

/** How a season ends: the last meeting, the decision, what follows from it, and what is left. */
export function Component() {
  const network = usePreloaded(loader).data.network ?? notFound()
  const { t } = useTranslation('meetings/closing')
  const { id, name } = network
  const isMember = network.members.some(({ isViewer }) => isViewer)
  const year = new Date().getFullYear()
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: `/networks/${id}`, label: name }}>
      <ClosingSheet networkName={name} />
      <Follow network={network} query="ClosingPage" />
      <ClosingAgenda />
      <DecideSeason network={network} />
      {isMember && (
        <Section title={t('own.title')}>
          <ul className={classes.links}>
            <li>
              <Anchor component={Link} to={`/networks/${id}/competence`}>
                {t('own.competence')}
              </Anchor>
              <p>{t('own.competenceText')}</p>
              <Seal reader="self" />
            </li>
          </ul>
        </Section>
      )}
      <Section title={t('together.title')}>
        <ul className={classes.links}>
          {isMember && (
            <li>
              <Anchor component={Link} to={`/networks/${id}/closing/sentence`}>
                {t('together.sentence')}
              </Anchor>
              <p>{t('together.sentenceText')}</p>
            </li>
          )}
          {[year, year - 1].map((each) => (
            <li key={each}>
              <Anchor component={Link} to={`/networks/${id}/report/${each}`}>
                {t('together.report', { year: each })}
              </Anchor>
              <p>{t('together.reportText')}</p>
            </li>
          ))}
        </ul>
      </Section>
      <EndNetwork network={network} />
      <Section title={t('farewell.title')}>
        <p className={classes.text}>{t('farewell.text')}</p>
      </Section>
    </Page>
  )
}
