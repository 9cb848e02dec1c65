import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { Anchor, Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PeopleTable_PersonFragment } from '../generated/graphql.ts'
import { DataTable } from '../ui/data-table.tsx'
import classes from './account.module.css'

const fragment: TypedDocumentNode<PeopleTable_PersonFragment> = gql`
  fragment PeopleTable_person on Person {
    id
    name
    title
    workplace
    email
    roles
    position {
      managementLevel
      deactivatedAt
      manager {
        id
        name
      }
    }
  }
`

/** People with their roles and places; each leads to her own page. */
export function PeopleTable({ people }: { people: FragmentType<PeopleTable_PersonFragment>[] }) {
  const { t } = useTranslation('account')
  const rows = useSuspenseFragment({ fragment, from: people }).data
  return (
    <DataTable
      caption={t('people.table')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'name',
          header: t('people.name'),
          names: true,
          cell: ({ id, name, title, workplace, position }) => (
            <span className={classes.what}>
              <span className={classes.name}>
                <Anchor component={Link} to={`/admin/people/${id}`} inherit>
                  {name}
                </Anchor>
                {position?.deactivatedAt && <Badge color="gray">{t('people.inactive')}</Badge>}
              </span>
              <span className={classes.beside}>{[title, workplace].filter(Boolean).join(', ')}</span>
            </span>
          ),
        },
        { id: 'email', header: t('people.email'), cell: ({ email }) => <span className={classes.break}>{email}</span> },
        {
          id: 'manager',
          header: t('people.manager'),
          cell: ({ position }) => position?.manager?.name ?? t('people.nobody'),
        },
        {
          id: 'level',
          header: t('people.level'),
          figures: true,
          cell: ({ position }) => position?.managementLevel ?? '–',
        },
        {
          id: 'roles',
          header: t('people.roles'),
          cell: ({ roles }) => (
            <span className={classes.buttons}>
              {roles.length === 0 ? '–' : roles.map((role) => <Badge key={role}>{t(`people.role.${role}`)}</Badge>)}
            </span>
          ),
        },
      ]}
    />
  )
}
PeopleTable.fragment = fragment
