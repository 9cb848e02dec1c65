import { idleMinutes, steppedUpUntil } from '@lederkreds/domain/account/session'
import { builder } from '../builder.ts'
import { signedIn } from '../context.ts'
import { endOtherSessions, endSession, ownSessions } from './session.store.ts'
import { Viewer } from './viewer.schema.ts'

const Session = builder.prismaNode('Session', {
  id: { field: 'id' },
  findUnique: (id, context) => ({ id, AND: [ownSessions(context)] }),
  fields: (t) => ({
    device: t.exposeString('device', { description: 'Browser and system, for instance "Safari, iPhone".' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', description: 'To the minute.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'At the latest; earlier when it is not used.' }),
    isThis: t.boolean({ select: { id: true }, resolve: ({ id }, _args, { viewer }) => id === viewer?.sessionId }),
  }),
})

builder.prismaObjectFields(Viewer, (t) => ({
  sessions: t.relation('sessions', {
    description: `Where she is signed in, newest first. A session that is left alone for ${idleMinutes} minutes ends.`,
    query: (_args, context) => ({ where: ownSessions(context), orderBy: { createdAt: 'desc' }, take: 100 }),
  }),
  steppedUpUntil: t.field({
    description: 'Until when acts that ask for a recent sign-in are done without asking again.',
    type: 'DateTime',
    nullable: true,
    resolve: (_person, _args, { viewer }) => (viewer?.steppedUpAt ? steppedUpUntil(viewer.steppedUpAt) : null),
  }),
}))

builder.mutationField('endSession', (t) =>
  t.boolean({
    description: "Signs one of the caller's browsers out. Its socket closes within seconds.",
    args: { id: t.arg.globalID({ required: true, for: [Session] }) },
    resolve: async (_root, { id }, context) => {
      await endSession(context, id.id)
      return true
    },
  }),
)

builder.mutationField('endOtherSessions', (t) =>
  t.int({
    description: 'Signs every browser of the caller out but this one; answers how many.',
    resolve: (_root, _args, context) => endOtherSessions(context),
  }),
)

builder.mutationField('signOut', (t) =>
  t.boolean({
    description: "Ends this browser's session.",
    resolve: (_root, _args, context) => {
      signedIn(context)
      context.browser.signIn(null)
      return true
    },
  }),
)
