import { createBrowserRouter, type RouteObject } from 'react-router'
import { Arriving, ArrivingOpen, notFound, OpenRoom, PageError, Root, RootError } from './root.tsx'
import { page } from './route.ts'

/** Pages that need no sign-in: one line each. */
const open: RouteObject[] = [
  { path: 'sign-in', lazy: page(() => import('./account/sign-in.page.tsx'), 'account') },
  { path: 'set-up', lazy: page(() => import('./account/set-up.page.tsx'), 'account') },
  { path: 'invitation', lazy: page(() => import('./networks/invitation.page.tsx'), 'networks', 'account') },
]

/** Pages behind the sign-in: one line each. */
const signedIn: RouteObject[] = [
  { path: 'settings', lazy: page(() => import('./account/settings.page.tsx'), 'account') },
  { path: 'settings/keys', lazy: page(() => import('./account/keys.page.tsx'), 'account', 'account/keys') },
  { path: 'admin/people', lazy: page(() => import('./account/people.page.tsx'), 'account') },
  { path: 'admin/people/add', lazy: page(() => import('./account/add-people.page.tsx'), 'account') },
  { path: 'admin/people/:personId', lazy: page(() => import('./account/person.page.tsx'), 'account') },
  { path: 'admin', lazy: page(() => import('./participation/admin.page.tsx'), 'participation') },
  { path: 'admin/participation', lazy: page(() => import('./participation/figures.page.tsx'), 'participation') },
  {
    path: 'admin/help',
    lazy: page(() => import('./journal/help-contacts.page.tsx'), 'journal/help-contacts', 'participation'),
  },
  { path: 'participation/columns', lazy: page(() => import('./participation/columns.page.tsx'), 'participation') },
  { path: 'participation/log', lazy: page(() => import('./participation/log.page.tsx'), 'participation') },
  {
    index: true,
    lazy: page(() => import('./meetings/today.page.tsx'), 'meetings', 'supervision/rounds', 'supervision/turns'),
  },
  { path: 'consultant', lazy: page(() => import('./networks/consultant.page.tsx'), 'networks/planning') },
  {
    path: 'consultant/networks/:networkId',
    lazy: page(() => import('./networks/manage-network.page.tsx'), 'networks', 'networks/planning'),
  },
  {
    path: 'consultant/networks/new',
    lazy: page(() => import('./networks/new-network.page.tsx'), 'networks', 'networks/planning'),
  },
  {
    path: 'consultant/networks/:networkId/edit',
    lazy: page(() => import('./networks/wizard.page.tsx'), 'networks', 'networks/planning', 'meetings'),
  },
  { path: 'networks', lazy: page(() => import('./networks/networks.page.tsx'), 'networks') },
  {
    path: 'networks/:networkId',
    lazy: page(() => import('./networks/network.page.tsx'), 'networks', 'meetings', 'supervision/rounds'),
  },
  {
    path: 'networks/:networkId/ground-rules',
    lazy: page(() => import('./networks/ground-rules.page.tsx'), 'networks'),
  },
  {
    path: 'networks/:networkId/compare/:personId',
    lazy: page(() => import('./networks/compare.page.tsx'), 'networks', 'account/keys'),
  },
  {
    path: 'networks/:networkId/case',
    lazy: page(
      () => import('./supervision/case.page.tsx'),
      'supervision/sealed',
      'account/writing',
      'account',
      'account/keys',
    ),
  },
  {
    path: 'rounds/:roundId/after',
    lazy: page(
      () => import('./supervision/after.page.tsx'),
      'supervision/sealed',
      'account/writing',
      'account',
      'account/keys',
    ),
  },
  {
    path: 'networks/:networkId/ties',
    lazy: page(() => import('./supervision/ties.page.tsx'), 'supervision/turns'),
  },
  {
    path: 'networks/:networkId/season',
    lazy: page(() => import('./meetings/season.page.tsx'), 'meetings', 'meetings/closing'),
  },
  {
    path: 'networks/:networkId/closing',
    lazy: page(() => import('./meetings/closing.page.tsx'), 'meetings/closing'),
  },
  {
    path: 'networks/:networkId/report/:year',
    lazy: page(() => import('./participation/yearly-report.page.tsx'), 'participation/report'),
  },
  {
    path: 'networks/:networkId/meetings/:meetingId',
    lazy: page(
      () => import('./meetings/meeting.page.tsx'),
      'meetings',
      'supervision/rounds',
      'supervision/turns',
      'supervision/agenda',
    ),
  },
  {
    path: 'networks/:networkId/meetings/:meetingId/agenda',
    lazy: page(() => import('./supervision/agenda.page.tsx'), 'supervision/agenda'),
  },
  {
    path: 'networks/:networkId/meetings/:meetingId/steps',
    lazy: page(
      () => import('./supervision/steps.page.tsx'),
      'supervision/agenda',
      'supervision/sealed',
      'account',
      'account/keys',
    ),
  },
  { path: 'toolbox', lazy: page(() => import('./toolbox/toolbox.page.tsx'), 'toolbox') },
  { path: 'toolbox/start', lazy: page(() => import('./toolbox/start.page.tsx'), 'toolbox') },
  { path: 'toolbox/:methodId', lazy: page(() => import('./toolbox/method.page.tsx'), 'toolbox') },
  {
    path: 'toolbox/own/new',
    lazy: page(() => import('./toolbox/new-protocol.page.tsx'), 'toolbox', 'toolbox/editor'),
  },
  {
    path: 'toolbox/own/:protocolId/edit',
    lazy: page(() => import('./toolbox/edit-protocol.page.tsx'), 'toolbox', 'toolbox/editor'),
  },
  { path: 'toolbox/own/:protocolId', lazy: page(() => import('./toolbox/own-method.page.tsx'), 'toolbox') },
]

/** Rounds, and their rehearsal: one line each. */
const rounds: RouteObject[] = [
  {
    path: 'networks/:networkId/rounds/new',
    lazy: page(() => import('./supervision/new-round.page.tsx'), 'supervision/begin', 'supervision/turns'),
  },
  { path: 'rounds/:roundId', lazy: page(() => import('./supervision/round.page.tsx'), 'supervision') },
  { path: 'rounds/:roundId/table', lazy: page(() => import('./supervision/table.page.tsx'), 'supervision') },
  { path: 'toolbox/:methodId/rehearse', lazy: page(() => import('./supervision/rehearse.page.tsx'), 'supervision') },
]

/** Feedback: one line each. */
const feedback: RouteObject[] = [
  { path: 'feedback', lazy: page(() => import('./feedback/feedback.page.tsx'), 'feedback') },
  {
    path: 'feedback/:cycleId',
    lazy: page(
      () => import('./feedback/feedback-cycle.page.tsx'),
      'feedback',
      'feedback/form',
      'feedback/promise',
      'account/writing',
      'account',
      'account/keys',
    ),
  },
  {
    path: 'networks/:networkId/feedback/new',
    lazy: page(
      () => import('./feedback/new-feedback.page.tsx'),
      'feedback',
      'feedback/form',
      'feedback/promise',
      'account/writing',
      'account',
      'account/keys',
    ),
  },
  {
    path: 'networks/:networkId/feedback',
    lazy: page(() => import('./feedback/told-steps.page.tsx'), 'feedback', 'account', 'account/keys'),
  },
  {
    path: 'networks/:networkId/competence',
    lazy: page(() => import('./feedback/competence.page.tsx'), 'feedback/season', 'account', 'account/keys'),
  },
  {
    path: 'networks/:networkId/closing/sentence',
    lazy: page(
      () => import('./feedback/sentence.page.tsx'),
      'feedback/season',
      'account/writing',
      'account',
      'account/keys',
    ),
  },
  {
    path: 'networks/:networkId/feedback/step',
    lazy: page(
      () => import('./feedback/step.page.tsx'),
      'feedback',
      'feedback/step',
      'feedback/form',
      'feedback/promise',
    ),
  },
  {
    path: 'feedback/:cycleId/answer',
    lazy: page(
      () => import('./feedback/answer.page.tsx'),
      'feedback/answer',
      'feedback/form',
      'feedback/promise',
      'account/writing',
      'account',
      'account/keys',
    ),
  },
  {
    path: 'feedback/report',
    lazy: page(
      () => import('./feedback/report.page.tsx'),
      'feedback/report',
      'account/writing',
      'account',
      'account/keys',
    ),
  },
]

/** Pages of the journal, in a room that opens with its owner's keys: one line each. */
const journal: RouteObject[] = [
  { path: 'journal', lazy: page(() => import('./journal/journal.page.tsx'), 'journal') },
  { path: 'journal/exercises', lazy: page(() => import('./journal/exercises.page.tsx'), 'journal') },
  { path: 'journal/exercises/:exerciseId', lazy: page(() => import('./journal/exercise.page.tsx'), 'journal') },
  { path: 'journal/help', lazy: page(() => import('./journal/help.page.tsx'), 'journal') },
  { path: 'journal/settings', lazy: page(() => import('./journal/journal-settings.page.tsx'), 'journal') },
  { path: 'journal/patterns', lazy: page(() => import('./journal/patterns.page.tsx'), 'journal', 'journal/patterns') },
  { path: 'journal/search', lazy: page(() => import('./journal/search.page.tsx'), 'journal', 'journal/patterns') },
  {
    path: 'journal/take-out',
    lazy: page(() => import('./journal/take-out.page.tsx'), 'journal', 'journal/take-out', 'account', 'account/keys'),
  },
  { path: 'journal/:itemId', lazy: page(() => import('./journal/item.page.tsx'), 'journal') },
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
        children: [
          {
            ErrorBoundary: PageError,
            children: [
              ...signedIn,
              ...rounds,
              ...feedback,
              { lazy: page(() => import('./journal/room.tsx'), 'journal'), children: journal },
              { path: '*', loader: notFound },
            ],
          },
        ],
      },
    ],
  },
]

export const createRouter = () => createBrowserRouter(routes)
