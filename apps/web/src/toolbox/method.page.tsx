import { gql, type TypedDocumentNode } from '@apollo/client'
import { isMethodId } from '@lederkreds/domain/toolbox/methods'
import { protocolOf } from '@lederkreds/domain/toolbox/protocols'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { MethodPageQuery, MethodPageQueryVariables } from '../generated/graphql.ts'
import { FavouriteMethod } from '../networks/favourite-method.tsx'
import { notFound } from '../root.tsx'
import { Page, Section } from '../ui/page.tsx'
import { PrintButton } from '../ui/print-button.tsx'
import { MethodView } from './method-view.tsx'
import { PrintSheet } from './print-sheet.tsx'
import classes from './toolbox.module.css'
import { UseInRound } from './use-in-round.tsx'
import { useLanguage } from './use-language.ts'

const query: TypedDocumentNode<MethodPageQuery, MethodPageQueryVariables> = gql`
  query MethodPage {
    viewer {
      id
      isConsultant
    }
    networks(first: 100) {
      edges {
        node {
          id
          name
          viewerCanBeginRound
          viewerCanChooseMethods
          ...FavouriteMethod_network
        }
      }
    }
    facilitatedNetworks(first: 100) {
      edges {
        node {
          id
          name
          viewerCanBeginRound
          viewerCanChooseMethods
          ...FavouriteMethod_network
        }
      }
    }
  }
  ${FavouriteMethod.fragment}
`

export const loader = () => preload(query)

/** One of the thirty methods, to read, to print, and for a consultant to adapt. */
export function Component() {
  const { viewer, networks, facilitatedNetworks } = usePreloaded(loader).data
  const { t } = useTranslation('toolbox')
  const language = useLanguage()
  const { methodId = '' } = useParams()
  const protocol = isMethodId(methodId) ? protocolOf(methodId) : notFound()
  const seen = [...networks.edges, ...facilitatedNetworks.edges].map(({ node }) => node)
  const mine = [...new Map(seen.map((network) => [network.id, network])).values()]
  const kept = mine.filter(({ viewerCanChooseMethods }) => viewerCanChooseMethods)
  return (
    <Page
      title={protocol.name[language]}
      lead={protocol.purpose[language]}
      back={{ to: '/toolbox', label: t('title') }}
      actions={
        <>
          <UseInRound method={protocol.id} networks={mine.filter(({ viewerCanBeginRound }) => viewerCanBeginRound)} />
          <Button component={Link} to={`/toolbox/${protocol.id}/rehearse`} variant="default">
            {t('method.rehearse')}
          </Button>
          <PrintButton label={t('method.print')} />
          {viewer?.isConsultant && (
            <Button component={Link} to={`/toolbox/own/new?from=${protocol.id}`} variant="default">
              {t('method.adapt')}
            </Button>
          )}
        </>
      }
    >
      <MethodView protocol={protocol} />
      {kept.length > 0 && (
        <Section title={t('favourite.title')}>
          <p className={classes.quiet}>{t('favourite.text')}</p>
          <ul className={classes.plain}>
            {kept.map((network) => (
              <li key={network.id}>
                <FavouriteMethod network={network} method={protocol.id} failed={t('favourite.failed')} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <PrintSheet protocol={protocol} />
    </Page>
  )
}
