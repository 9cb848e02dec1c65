import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useMatches, useNavigate, useRevalidator } from 'react-router'
import { useAwake } from './account/awake.ts'
import { lockNow, useLock } from './account/lock.ts'
import { StepUpProvider } from './account/step-up.tsx'
import { preloadUnlessLost, useKept } from './apollo.ts'
import type { ShellQuery, ShellQueryVariables, SignOutMutation, SignOutMutationVariables } from './generated/graphql.ts'
import { type Language, setLanguage } from './i18n.ts'
import { useKeptApp } from './kept-app.ts'
import { forgetPerson, lastPerson, rememberPerson } from './last-person.ts'
import { usePlaces, worksAlone } from './places.ts'
import { useLost, useReturn } from './reach.ts'
import { leave, signInAgain } from './sign-in-again.ts'
import { Frame } from './ui/frame.tsx'
import { Keys } from './ui/keys.tsx'
import type { Place } from './ui/my-menu.tsx'
import { notify } from './ui/notices.tsx'

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

export const loader = () => preloadUnlessLost(query)

/** The room of everybody who is signed in: which places there are for her, and the keys that lead to them. */
export function Component() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { viewer, isLost, isAlone } = useViewer()
  const { isConsultant = false, isAdmin = false } = viewer ?? {}
  const places = usePlaces({ isConsultant, isAdmin })
  const [send] = useMutation(signOut)
  const lock = useLock()
  const isBare = useMatches().some(({ handle }) => (handle as { isBare?: boolean } | undefined)?.isBare)
  useAwake()
  useKeptApp()
  useOwnPreferences(viewer?.locale, viewer?.theme)

  const go = (to: string) => () => void navigate(to)
  const bindings = [
    { keys: 'g i', label: t('keys.today'), run: go('/') },
    { keys: 'g n', label: t('keys.networks'), run: go('/networks') },
    { keys: 'g d', label: t('keys.journal'), run: go('/journal') },
    { keys: 'g v', label: t('keys.toolbox'), run: go('/toolbox') },
    ...(isConsultant ? [{ keys: 'g k', label: t('keys.consultant'), run: go('/consultant') }] : []),
    ...(isAdmin ? [{ keys: 'g a', label: t('keys.administration'), run: go('/admin') }] : []),
    { keys: 'g s', label: t('keys.settings'), run: go('/settings') },
    ...(lock ? [{ keys: 'l', label: t('keys.lock'), run: () => void lock() }] : []),
  ]
  const signOutAndLeave = async () => {
    await lockNow()
    try {
      await send()
    } catch {
      return notify({ text: t('signOutFailed'), tone: 'failed' })
    }
    forgetPerson()
    leave()
  }

  return (
    <Frame
      product={t('product')}
      {...((viewer || isAlone) && { name: viewer?.name ?? t('you') })}
      {...(isAlone ? alone(places) : places)}
      {...(isLost && !isBare && { news: t('lost') })}
      isBare={isBare}
      {...(lock && { lock: { label: t('place.lock'), run: () => void lock() } })}
      signOut={{ label: t('place.signOut'), run: () => void signOutAndLeave() }}
    >
      <StepUpProvider>{(viewer || isAlone) && <Outlet />}</StepUpProvider>
      <Keys bindings={bindings} />
    </Frame>
  )
}

/** Who is signed in, as far as is known here; `isAlone` for whoever was here last, until the server answers. */
function useViewer() {
  const known = useKept(query)
  const isLost = useLost()
  const { revalidate } = useRevalidator()
  useReturn(() => void revalidate())
  const viewer = known?.viewer
  const id = viewer?.id
  useEffect(() => {
    if (!id || !rememberPerson(id)) return
    void lockNow()
    void import('./supervision/kept-rounds.ts').then(({ forgetOthers }) => forgetOthers(id)).catch(() => {})
  }, [id])
  const isOut = known && !viewer
  useEffect(() => {
    if (isOut) signInAgain()
  }, [isOut])
  return { viewer, isLost, isAlone: !known && lastPerson() !== null }
}

const alone = ({ places }: Record<'places', Place[]>) => ({ places: places.filter(worksAlone), more: [], personal: [] })

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
