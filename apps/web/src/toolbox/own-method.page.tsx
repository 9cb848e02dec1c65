import { gql, type TypedDocumentNode } from '@apollo/client'
import { isMethodId } from '@lederkreds/domain/toolbox/methods'
import { protocolOf } from '@lederkreds/domain/toolbox/protocols'
import { Alert, Anchor, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { OwnMethodPageQuery, OwnMethodPageQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Page, Section } from '../ui/page.tsx'
import { PrintButton } from '../ui/print-button.tsx'
import { useDates } from '../ui/use-dates.ts'
import { ArchiveButton } from './archive-button.tsx'
import { MethodView } from './method-view.tsx'
import { ownMethod } from './own-method.ts'
import { PrintSheet } from './print-sheet.tsx'
import classes from './toolbox.module.css'
import { UseInRound } from './use-in-round.tsx'
import { useLanguage } from './use-language.ts'

const query: TypedDocumentNode<OwnMethodPageQuery, OwnMethodPageQueryVariables> = gql`
  query OwnMethodPage($id: ID!) {
    protocol(id: $id) {
      id
      basedOn
      archivedAt
      viewerCanEdit
      organisation {
        id
        name
      }
      newest {
        id
        number
        definition
      }
      versions {
        id
        number
        createdAt
      }
      ...ArchiveButton_protocol
    }
    networks(first: 100) {
      edges {
        node {
          id
          name
          viewerCanBeginRound
          organisation {
            id
          }
        }
      }
    }
  }
  ${ArchiveButton.fragment}
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.protocolId ?? '' })

/** A method as an organisation's consultants have made it their own, for everybody in its networks. */
export function Component() {
  const { data } = usePreloaded(loader)
  const own = data.protocol ?? notFound()
  const { t } = useTranslation('toolbox')
  const language = useLanguage()
  const dates = useDates()
  const protocol = ownMethod(own.basedOn, own.newest.definition)
  const base = isMethodId(own.basedOn) ? protocolOf(own.basedOn) : notFound()
  return (
    <Page
      title={protocol.name[language]}
      lead={protocol.purpose[language]}
      back={{ to: '/toolbox', label: t('title') }}
      actions={
        <>
          {own.archivedAt === null && (
            <UseInRound
              method={own.id}
              networks={data.networks.edges
                .map(({ node }) => node)
                .filter((each) => each.viewerCanBeginRound && each.organisation.id === own.organisation.id)}
            />
          )}
          <PrintButton label={t('method.print')} />
          {own.viewerCanEdit && (
            <>
              <Button component={Link} to={`/toolbox/own/${own.id}/edit`} variant="default">
                {t('own.edit')}
              </Button>
              <ArchiveButton protocol={own} />
            </>
          )}
        </>
      }
    >
      {own.archivedAt && <Alert color="gray" title={t('own.archived')} role="note" />}
      <p className={classes.quiet}>
        {t('own.from', { organisation: own.organisation.name })}
        {' · '}
        <Anchor component={Link} to={`/toolbox/${base.id}`}>
          {t('own.basedOn', { name: base.name[language] })}
        </Anchor>
      </p>
      <MethodView protocol={protocol} />
      <Section title={t('own.versions')}>
        <ul className={classes.plain}>
          {own.versions.map(({ id, number, createdAt }) => (
            <li key={id}>
              {t('own.version', { number, day: dates.date(createdAt) })}
              {number === own.newest.number && ` (${t('own.newest')})`}
            </li>
          ))}
        </ul>
      </Section>
      <PrintSheet protocol={protocol} />
    </Page>
  )
}
