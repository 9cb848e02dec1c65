import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import {
  isRouteErrorResponse,
  Link,
  Outlet,
  ScrollRestoration,
  useNavigation,
  useRevalidator,
  useRouteError,
} from 'react-router'
import { isUnreachable } from './apollo-links.ts'
import { isLanguage, setLanguage } from './i18n.ts'
import { usePlaces } from './places.ts'
import classes from './root.module.css'
import { ErrorState } from './ui/error-state.tsx'
import { Frame, OpenFrame } from './ui/frame.tsx'
import { LanguageSwitch } from './ui/language-switch.tsx'
import { Page } from './ui/page.tsx'
import { PageSkeleton } from './ui/skeletons.tsx'

/** Around everything: where the next page is on its way, a line says so. */
export function Root() {
  return (
    <>
      <OnItsWay />
      <Outlet />
      <ScrollRestoration />
    </>
  )
}

function OnItsWay() {
  const { state } = useNavigation()
  return state === 'idle' ? null : <div className={classes.onItsWay} aria-hidden />
}

/** Shown while the first page's code and data are on their way: the frame is there at once, the page follows. */
export function Arriving() {
  const { t } = useTranslation()
  const places = usePlaces({ isConsultant: false, isAdmin: false })
  return (
    <Frame product={t('product')} {...places} signOut={{ label: t('place.signOut'), run: () => {} }}>
      <PageSkeleton />
    </Frame>
  )
}

/** The same for pages that need no sign-in. */
export function ArrivingOpen() {
  const { t } = useTranslation()
  return (
    <OpenFrame product={t('product')}>
      <PageSkeleton />
    </OpenFrame>
  )
}

/** For pages that need no sign-in. */
export function OpenRoom() {
  const { t } = useTranslation()
  return (
    <OpenFrame product={t('product')} aside={<Languages />}>
      <Outlet />
    </OpenFrame>
  )
}

function Languages() {
  const { i18n } = useTranslation()
  const choose = (language: string) => void (isLanguage(language) && setLanguage(language))
  return <LanguageSwitch languages={{ da: 'Dansk', en: 'English' }} value={i18n.language} onChange={choose} />
}

/** Throws what {@link PageError} shows as "there is no such page"; unknown, foreign and deleted look the same. */
export function notFound(): never {
  throw new Response(null, { status: 404 })
}

/**
 * What stands in place of a page that failed, inside the frame, so that the way on is open. The router keeps a loader's
 * error to itself, so the console is told here.
 */
export function PageError() {
  const { t } = useTranslation(['app', 'ui'])
  const error = useRouteError()
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!isNotFound(error) && !isUnreachable(error)) console.error(error)
  }, [error])
  if (isNotFound(error)) {
    return (
      <Page title={t('notFound.title')} lead={t('notFound.what')} width="read">
        <p>{t('notFound.todo')}</p>
        <div>
          <Button component={Link} to="/">
            {t('toToday')}
          </Button>
        </div>
      </Page>
    )
  }
  const offline = !navigator.onLine || isUnreachable(error)
  return (
    <Page title={t(offline ? 'ui:offline.title' : 'ui:error.title')} width="read">
      <ErrorState
        title=""
        offline={offline}
        code={codeOf(error)}
        onRetry={() => void revalidate()}
        retrying={state === 'loading'}
      />
    </Page>
  )
}

/** The same where not even the frame could be shown. */
export function RootError() {
  const { t } = useTranslation()
  return (
    <OpenFrame product={t('product')}>
      <PageError />
    </OpenFrame>
  )
}

const isNotFound = (error: unknown) =>
  ((isRouteErrorResponse(error) || error instanceof Response) && error.status === 404) ||
  (CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.code === 'NOT_FOUND'))

/** The correlation id under which the API logged the error. */
function codeOf(error: unknown): string | undefined {
  const id = CombinedGraphQLErrors.is(error) ? error.errors[0]?.extensions?.correlationId : undefined
  return typeof id === 'string' ? id : undefined
}
