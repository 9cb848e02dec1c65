import { createBrowserRouter, type RouteObject } from 'react-router'
import { Arriving, ArrivingOpen, notFound, OpenRoom, PageError, Root, RootError } from './root.tsx'
import { page } from './route.ts'

/** Pages that need no sign-in: one line each. */
const open: RouteObject[] = []

/** Pages behind the sign-in: one line each. */
const signedIn: RouteObject[] = [
  { index: true, lazy: page(() => import('./meetings/today.page.tsx'), 'meetings') },
  { path: 'networks/:networkId/season', lazy: page(() => import('./meetings/season.page.tsx'), 'meetings') },
  { path: 'networks/:networkId/meetings/:meetingId', lazy: page(() => import('./meetings/meeting.page.tsx'), 'meetings') },
]

const gallery: RouteObject[] = import.meta.env.DEV
  ? [{ path: 'ui', lazy: () => import('./gallery/gallery.page.tsx') }]
  : []

const routes: RouteObject[] = [
  {
    Component: Root,
    ErrorBoundary: RootError,
    HydrateFallback: ArrivingOpen,
    children: [
      ...gallery,
      { Component: OpenRoom, children: [{ ErrorBoundary: PageError, children: open }] },
      {
        id: 'shell',
        HydrateFallback: Arriving,
        lazy: page(() => import('./shell.tsx')),
        children: [{ ErrorBoundary: PageError, children: [...signedIn, { path: '*', loader: notFound }] }],
      },
    ],
  },
]

export const createRouter = () => createBrowserRouter(routes)
