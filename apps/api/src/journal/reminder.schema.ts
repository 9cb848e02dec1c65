import { Stale } from '@lederkreds/domain/errors'
import { reminderEdit } from '@lederkreds/domain/journal/reminder'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { loadViewer } from '../account/person.store.ts'
import { Viewer } from '../account/viewer.schema.ts'
import { builder } from '../builder.ts'
import { signedIn } from '../context.ts'
import { removeReminder, saveReminder } from './reminder.store.ts'

const Reminder = builder.prismaObject('Reminder', {
  description: 'When the caller wants a mail that reminds her. It is not sealed; nobody but her is told.',
  fields: (t) => ({
    hour: t.exposeInt('hour'),
    weekends: t.exposeBoolean('weekends'),
    version: t.exposeInt('version'),
  }),
})

builder.prismaObjectField(Viewer, 'reminder', (t) =>
  t.relation('reminder', { type: Reminder, nullable: true, description: 'Null unless she has asked for one.' }),
)

builder.mutationFields((t) => ({
  chooseReminder: t.prismaField({
    description: 'Has the caller reminded by mail at that hour of the clock in Copenhagen, or changes when.',
    type: Viewer,
    args: {
      hour: t.arg.int({ required: true }),
      weekends: t.arg.boolean({ required: true, description: 'Whether it comes on Saturdays and Sundays too.' }),
      version: t.arg.int({ required: true, description: 'The version that is changed; 0 where there is none.' }),
    },
    errors: { types: [InvalidInput, Stale] },
    resolve: async (selection, _root, input, context) => {
      const viewer = signedIn(context)
      const { version, ...chosen } = parse(reminderEdit, input)
      await saveReminder(context, viewer, chosen, version)
      return loadViewer(context, selection, viewer)
    },
  }),
  stopReminder: t.prismaField({
    description: 'Ends the reminder. Whether there was one or not, there is none afterwards.',
    type: Viewer,
    resolve: async (selection, _root, _args, context) => {
      const viewer = signedIn(context)
      await removeReminder(context, viewer)
      return loadViewer(context, selection, viewer)
    },
  }),
}))
