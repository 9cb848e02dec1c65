import { gql, type TypedDocumentNode } from '@apollo/client'
import { participationColumns } from '@lederkreds/domain/participation/columns'
import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { ParticipationColumnsQuery, ParticipationColumnsQueryVariables } from '../generated/graphql.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Page, Section } from '../ui/page.tsx'
import { ExportPanel } from './export-panel.tsx'
import classes from './participation.module.css'

const query: TypedDocumentNode<ParticipationColumnsQuery, ParticipationColumnsQueryVariables> = gql`
  query ParticipationColumns {
    viewer {
      id
      isAdmin
    }
    networks(first: 1) {
      edges {
        node {
          id
        }
      }
    }
    facilitatedNetworks(first: 1) {
      edges {
        node {
          id
        }
      }
    }
  }
`

export const loader = () => preload(query)

/** The contract of every export, for everybody who is signed in; whoever is in a network gets its file here. */
export function Component() {
  const { t, i18n } = useTranslation('participation')
  const { viewer, networks, facilitatedNetworks } = usePreloaded(loader).data
  const isInside = networks.edges.length + facilitatedNetworks.edges.length > 0
  return (
    <Page title={t('columns.title')} lead={t('columns.lead')}>
      <DataTable
        caption={t('columns.caption')}
        rows={participationColumns}
        rowKey={({ key }) => key}
        columns={[
          {
            id: 'column',
            header: t('columns.column'),
            names: true,
            cell: ({ heading }) => heading[i18n.language === 'da' ? 'da' : 'en'],
          },
          { id: 'what', header: t('columns.what'), cell: ({ key }) => t(`columns.about.${key}`) },
        ]}
      />
      <Section title={t('columns.who')}>
        <ul className={classes.text}>
          <li>{t('columns.whoAdmin')}</li>
          <li>{t('columns.whoMembers')}</li>
          <li>{t('columns.whoNobody')}</li>
          <li>{t('columns.whoLog')}</li>
        </ul>
        <p className={classes.quiet}>
          <Anchor component={Link} to="/participation/log">
            {t('columns.toLog')}
          </Anchor>
        </p>
      </Section>
      {isInside && !viewer?.isAdmin && (
        <Section title={t('export.ownTitle')}>
          <p className={classes.quiet}>{t('export.ownLead')}</p>
          <ExportPanel from="" until="" isLogged={false} />
        </Section>
      )}
    </Page>
  )
}
