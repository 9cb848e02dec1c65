import { gql, type TypedDocumentNode } from '@apollo/client'
import { useTranslation } from 'react-i18next'
import { Outlet, useNavigate } from 'react-router'
import { preload, usePreloaded } from './apollo.ts'
import type { ShellQuery, ShellQueryVariables } from './generated/graphql.ts'
import { usePlaces } from './places.ts'
import { Frame } from './ui/frame.tsx'
import { Keys } from './ui/keys.tsx'

const query: TypedDocumentNode<ShellQuery, ShellQueryVariables> = gql`
  query Shell {
    viewer {
      id
      name
      isConsultant
      isAdmin
    }
  }
`

export const loader = () => preload(query)

/** The room of everybody who is signed in: which places there are for her, and the keys that lead to them. */
export function Component() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data } = usePreloaded(loader)
  const { name, isConsultant, isAdmin } = data.viewer
  const places = usePlaces({ isConsultant, isAdmin })

  const go = (to: string) => () => void navigate(to)
  const bindings = [
    { keys: 'g i', label: t('keys.today'), run: go('/') },
    { keys: 'g n', label: t('keys.networks'), run: go('/networks') },
    ...(isConsultant ? [{ keys: 'g k', label: t('keys.consultant'), run: go('/consultant') }] : []),
    ...(isAdmin ? [{ keys: 'g a', label: t('keys.administration'), run: go('/admin') }] : []),
    { keys: 'g s', label: t('keys.settings'), run: go('/settings') },
  ]

  return (
    <Frame product={t('product')} name={name} {...places} signOut={{ label: t('place.signOut'), run: go('/sign-out') }}>
      <Outlet />
      <Keys bindings={bindings} />
    </Frame>
  )
}
