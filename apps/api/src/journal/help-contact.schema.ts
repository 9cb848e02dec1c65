import { Stale } from '@lederkreds/domain/errors'
import { type HelpContact, helpContactLists, mayEditHelpContacts } from '@lederkreds/domain/journal/help-contact'
import { InvalidInput, parse, wholeNumber } from '@lederkreds/domain/text'
import { z } from 'zod'
import { Locale, Viewer } from '../account/viewer.schema.ts'
import { builder } from '../builder.ts'
import { type Context, demand, signedIn } from '../context.ts'
import { type HelpContactList, helpContactList, saveHelpContacts } from './help-contact.store.ts'

const HelpContactRef = builder.objectRef<HelpContact>('HelpContact').implement({
  description: 'Somebody to talk to in a hard week.',
  fields: (t) => ({
    label: t.exposeString('label'),
    text: t.exposeString('text', { nullable: true, description: 'When to turn there.' }),
    phone: t.exposeString('phone', { nullable: true }),
    url: t.exposeString('url', { nullable: true, description: 'https' }),
  }),
})

const mayEdit = (context: Context): boolean => {
  const viewer = signedIn(context)
  return mayEditHelpContacts(viewer, viewer.organisationId)
}

const HelpContactListRef = builder.objectRef<HelpContactList>('HelpContactList').implement({
  description: "Whom the caller's organisation names to talk to in a hard week; everybody in it reads the same.",
  fields: (t) => ({
    version: t.exposeInt('version', { description: '0 until somebody has written one.' }),
    isDefault: t.exposeBoolean('isDefault', {
      description: "The product's own list, since the organisation has none.",
    }),
    contacts: t.field({
      type: [HelpContactRef],
      args: { locale: t.arg({ type: Locale, required: true }) },
      resolve: ({ contacts }, { locale }) => [...contacts[locale]],
    }),
    viewerCanEdit: t.boolean({ resolve: (_list, _args, context) => mayEdit(context) }),
  }),
})

builder.prismaObjectField(Viewer, 'helpContacts', (t) =>
  t.field({
    description: 'Whom to talk to in a hard week. Never empty.',
    type: HelpContactListRef,
    resolve: (_viewer, _args, context) => helpContactList(context),
  }),
)

const HelpContactInput = builder.inputType('HelpContactInput', {
  fields: (t) => ({ label: t.string({ required: true }), text: t.string(), phone: t.string(), url: t.string() }),
})

const HelpContactListsInput = builder.inputType('HelpContactListsInput', {
  description: 'The list in each language.',
  fields: (t) => ({
    da: t.field({ type: [HelpContactInput], required: true }),
    en: t.field({ type: [HelpContactInput], required: true }),
  }),
})

const edit = z.object({ version: wholeNumber(0, 2_147_483_647), lists: helpContactLists })

builder.mutationFields((t) => ({
  editHelpContacts: t.field({
    description: "Writes the organisation's own list, which everybody in it reads from now on.",
    type: HelpContactListRef,
    args: {
      version: t.arg.int({ required: true, description: 'The version that was edited.' }),
      lists: t.arg({ type: HelpContactListsInput, required: true }),
    },
    errors: { types: [InvalidInput, Stale] },
    resolve: (_root, input, context) => {
      const { version, lists } = parse(edit, input)
      demand(context, mayEdit(context))
      return saveHelpContacts(context, signedIn(context), version, lists)
    },
  }),
  resetHelpContacts: t.field({
    description: "Takes the organisation's own list away; the product's holds again.",
    type: HelpContactListRef,
    args: { version: t.arg.int({ required: true, description: 'The version that is taken away.' }) },
    errors: { types: [InvalidInput, Stale] },
    resolve: (_root, input, context) => {
      const { version } = parse(edit.pick({ version: true }), input)
      demand(context, mayEdit(context))
      return saveHelpContacts(context, signedIn(context), version, null)
    },
  }),
}))
