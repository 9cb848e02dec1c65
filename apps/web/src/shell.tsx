import { gql, type TypedDocumentNode } from '@apollo/client'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useNavigate } from 'react-router'
import { preload, usePreloaded } from './apollo.ts'
import type { ShellQuery, ShellQueryVariables } from './generated/graphql.ts'
import { usePlaces } from './places.ts'
import { signInAgain } from './sign-in-again.ts'
import { Frame } from './ui/frame.tsx'
import { Keys } from './ui/keys.tsx'

const query: TypedDocumentNode<ShellQuery, ShellQueryVariables> = gql`
  query Shell {
    viewer {
      id
      name
    }
  }
`

export const loader = () => preload(query)

/** The room of everybody who is signed in: which places there are for her, and the keys that lead to them. */
export function Component() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { viewer } = usePreloaded(loader).data
  const { isConsultant, isAdmin } = { isConsultant: false, isAdmin: false }
  const places = usePlaces({ isConsultant, isAdmin })
  useEffect(() => {
    if (!viewer) signInAgain()
  }, [viewer])

  const go = (to: string) => () => void navigate(to)
  const bindings = [
    { keys: 'g i', label: t('keys.today'), run: go('/') },
    { keys: 'g n', label: t('keys.networks'), run: go('/networks') },
    ...(isConsultant ? [{ keys: 'g k', label: t('keys.consultant'), run: go('/consultant') }] : []),
    ...(isAdmin ? [{ keys: 'g a', label: t('keys.administration'), run: go('/admin') }] : []),
    { keys: 'g s', label: t('keys.settings'), run: go('/settings') },
  ]

  return (
    <Frame
      product={t('product')}
      {...(viewer && { name: viewer.name })}
      {...places}
      signOut={{ label: t('place.signOut'), run: go('/sign-out') }}
    >
      {viewer && <Outlet />}
      <Keys bindings={bindings} />
    </Frame>
  )
}
