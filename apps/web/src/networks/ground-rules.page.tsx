import { gql, type TypedDocumentNode } from '@apollo/client'
import { Button, Paper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoaderFunctionArgs } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { GroundRulesPageQuery, GroundRulesPageQueryVariables } from '../generated/graphql.ts'
import { Follow } from '../meetings/follow.tsx'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import { useDates } from '../ui/use-dates.ts'
import { EditGroundRules } from './edit-ground-rules.tsx'
import { GroundRulesText } from './ground-rules-text.tsx'

const query: TypedDocumentNode<GroundRulesPageQuery, GroundRulesPageQueryVariables> = gql`
  query GroundRulesPage($id: ID!) {
    network(id: $id) {
      id
      name
      viewerCanEditGroundRules
      members {
        id
        hasAccepted
      }
      groundRules {
        id
        version
        createdAt
        sections {
          key
          heading
          text
        }
      }
      ...Follow_network
      ...EditGroundRules_network
    }
  }
  ${Follow.fragment}
  ${EditGroundRules.fragment}
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.networkId ?? '' })

/** The ground rules in force, to be read by everybody in the network and changed by its convenor and its consultant. */
export function Component() {
  const network = usePreloaded(loader).data.network ?? notFound()
  const { t } = useTranslation('networks')
  const dates = useDates()
  const [editing, setEditing] = useState(false)
  const { id, name, groundRules, members, viewerCanEditGroundRules } = network
  if (!groundRules) notFound()
  const accepted = members.filter(({ hasAccepted }) => hasAccepted).length
  return (
    <Page
      width="read"
      title={editing ? t('rules.edit') : t('rules.title')}
      lead={
        editing
          ? t('rules.editLead')
          : t('page.rulesVersion', { version: groundRules.version, day: dates.date(groundRules.createdAt) })
      }
      back={{ to: `/networks/${id}`, label: name }}
      actions={
        viewerCanEditGroundRules &&
        !editing && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('rules.edit')}
          </Button>
        )
      }
    >
      <Follow network={network} query="GroundRulesPage" />
      {editing ? (
        <EditGroundRules network={network} onDone={() => setEditing(false)} />
      ) : (
        <>
          <Paper>
            <GroundRulesText sections={groundRules.sections} />
          </Paper>
          <p>{t('rules.acceptedBy', { count: accepted, of: members.length })}</p>
        </>
      )}
    </Page>
  )
}
