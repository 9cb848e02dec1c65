import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useNavigate } from 'react-router'
import { useAwake } from './account/awake.ts'
import { lockNow, useLock } from './account/lock.ts'
import { StepUpProvider } from './account/step-up.tsx'
import { preload, usePreloaded } from './apollo.ts'
import type { ShellQuery, ShellQueryVariables, SignOutMutation, SignOutMutationVariables } from './generated/graphql.ts'
import { type Language, setLanguage } from './i18n.ts'
import { usePlaces } from './places.ts'
import { leave, signInAgain } from './sign-in-again.ts'
import { Frame } from './ui/frame.tsx'
import { Keys } from './ui/keys.tsx'

const query: TypedDocumentNode<ShellQuery, ShellQueryVariables> = gql`
  query Shell {
    viewer {
      id
      name
      isConsultant
      isAdmin
      locale
      theme
    }
  }
`

const signOut: TypedDocumentNode<SignOutMutation, SignOutMutationVariables> = gql`
  mutation SignOut {
    signOut
  }
`

export const loader = () => preload(query)

/** The room of everybody who is signed in: which places there are for her, and the keys that lead to them. */
export function Component() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { viewer } = usePreloaded(loader).data
  const { isConsultant = false, isAdmin = false } = viewer ?? {}
  const places = usePlaces({ isConsultant, isAdmin })
  const [send] = useMutation(signOut)
  const lock = useLock()
  useAwake()
  useOwnPreferences(viewer?.locale, viewer?.theme)
  useEffect(() => {
    if (!viewer) signInAgain()
  }, [viewer])

  const go = (to: string) => () => void navigate(to)
  const bindings = [
    { keys: 'g i', label: t('keys.today'), run: go('/') },
    { keys: 'g n', label: t('keys.networks'), run: go('/networks') },
    { keys: 'g d', label: t('keys.journal'), run: go('/journal') },
    ...(isConsultant ? [{ keys: 'g k', label: t('keys.consultant'), run: go('/consultant') }] : []),
    ...(isAdmin ? [{ keys: 'g a', label: t('keys.administration'), run: go('/admin') }] : []),
    { keys: 'g s', label: t('keys.settings'), run: go('/settings') },
    ...(lock ? [{ keys: 'l', label: t('keys.lock'), run: () => void lock() }] : []),
  ]
  const signOutAndLeave = async () => {
    await lockNow()
    await send()
    leave()
  }

  return (
    <Frame
      product={t('product')}
      {...(viewer && { name: viewer.name })}
      {...places}
      {...(lock && { lock: { label: t('place.lock'), run: () => void lock() } })}
      signOut={{ label: t('place.signOut'), run: () => void signOutAndLeave() }}
    >
      <StepUpProvider>{viewer && <Outlet />}</StepUpProvider>
      <Keys bindings={bindings} />
    </Frame>
  )
}

/** Language and theme follow the person to every device, once they are known, and whenever they change. */
function useOwnPreferences(language: Language | undefined, theme: MantineColorScheme | undefined) {
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => {
    if (language) void setLanguage(language)
  }, [language])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the setter is another one at every render
  useEffect(() => {
    if (theme) setColorScheme(theme)
  }, [theme])
}
