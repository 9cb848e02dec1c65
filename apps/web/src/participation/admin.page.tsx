import { gql, type TypedDocumentNode } from '@apollo/client'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { AdminQuery, AdminQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import classes from './participation.module.css'

const query: TypedDocumentNode<AdminQuery, AdminQueryVariables> = gql`
  query Admin {
    viewer {
      id
      isAdmin
    }
  }
`

export const loader = () => preload(query)

const doors = [
  { to: '/admin/people', key: 'people' },
  { to: '/admin/participation', key: 'figures' },
  { to: '/participation/log', key: 'log' },
  { to: '/admin/help', key: 'help' },
] as const

/** Where an administrator begins. */
export function Component() {
  const { t } = useTranslation('participation')
  const { viewer } = usePreloaded(loader).data
  if (!viewer?.isAdmin) notFound()
  return (
    <Page title={t('admin.title')} lead={t('admin.lead')}>
      <ul className={classes.doors}>
        {doors.map(({ to, key }) => (
          <li key={to} className={classes.door}>
            <h2>
              <Link to={to}>{t(`admin.${key}`)}</Link>
            </h2>
            <p className={classes.quiet}>{t(`admin.${key}Text`)}</p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
