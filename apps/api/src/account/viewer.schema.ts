import { mayAdministerPeople } from '@lederkreds/domain/account/person'
import { builder } from '../builder.ts'
import { Locale as locales, Role as roles, Theme as themes } from '../generated/prisma/enums.ts'
import { loadViewer, looksUp, seenOrganisation, seenPerson, seenRoles } from './person.store.ts'

export const Locale = builder.enumType('Locale', { values: Object.values(locales) })
export const Theme = builder.enumType('Theme', { values: Object.values(themes) })
export const OrganisationRole = builder.enumType('OrganisationRole', { values: Object.values(roles) })

export const Organisation = builder.prismaNode('Organisation', {
  id: { field: 'id' },
  findUnique: (id, context) => ({ id, AND: [seenOrganisation(context)] }),
  fields: (t) => ({ name: t.exposeString('name') }),
})

export const Position = builder.prismaObject('Position', {
  fields: (t) => ({
    managementLevel: t.exposeInt('managementLevel', { nullable: true }),
    manager: t.relation('manager', { nullable: true }),
    deactivatedAt: t.expose('deactivatedAt', { type: 'DateTime', nullable: true }),
    version: t.exposeInt('version'),
  }),
})

export const Person = builder.prismaNode('Person', {
  id: { field: 'id' },
  findUnique: (id, context) => ({ id, AND: [seenPerson(context)] }),
  fields: (t) => ({
    name: t.exposeString('name'),
    title: t.exposeString('title'),
    workplace: t.exposeString('workplace'),
    version: t.exposeInt('version', { description: 'Of name, title, workplace and address.' }),
    organisation: t.relation('organisation'),
    email: t.string({
      description: 'For the administrators and consultants of her organisation; null for everybody else.',
      nullable: true,
      select: { organisationId: true, account: { select: { email: true } } },
      resolve: (person, _args, context) => (looksUp(context, person) ? (person.account?.email ?? null) : null),
    }),
    position: t.field({
      description: 'For the administrators and consultants of her organisation; null for everybody else.',
      type: Position,
      nullable: true,
      select: (_args, _context, nested) => ({ organisationId: true, position: nested(true) }),
      resolve: (person, _args, context) => (looksUp(context, person) ? person.position : null),
    }),
    roles: t.field({
      description: 'For herself and her administrators; empty for everybody else.',
      type: [OrganisationRole],
      select: (_args, context) => ({
        roles: { where: seenRoles(context), select: { role: true }, orderBy: { role: 'asc' } },
      }),
      resolve: ({ roles }) => roles.map(({ role }) => role),
    }),
    viewerCanAdminister: t.boolean({
      select: { organisationId: true },
      resolve: ({ organisationId }, _args, { viewer }) =>
        viewer !== null && mayAdministerPeople(viewer, organisationId),
    }),
  }),
})

/** The caller herself: what nobody else is told is a field of this type only. */
export const Viewer = builder.prismaObject('Person', {
  variant: 'Viewer',
  description: 'The person who is signed in, with what is told to nobody but her.',
  fields: (t) => ({
    id: t.field({
      type: 'ID',
      description: 'The same as her id as a Person.',
      select: { id: true },
      resolve: ({ id }) => `Person_${id}`,
    }),
    person: t.variant(Person),
    name: t.exposeString('name'),
    title: t.exposeString('title'),
    workplace: t.exposeString('workplace'),
    version: t.exposeInt('version', { description: 'Of name, title, workplace and address.' }),
    organisation: t.relation('organisation'),
    email: t.string({
      select: { account: { select: { email: true } } },
      resolve: ({ account }) => account?.email ?? '',
    }),
    locale: t.field({
      type: Locale,
      select: { account: { select: { locale: true } } },
      resolve: ({ account }) => account?.locale ?? 'da',
    }),
    theme: t.field({
      type: Theme,
      select: { account: { select: { theme: true } } },
      resolve: ({ account }) => account?.theme ?? 'auto',
    }),
    isAdmin: t.boolean({ resolve: (_person, _args, { viewer }) => viewer?.isAdmin ?? false }),
    isConsultant: t.boolean({ resolve: (_person, _args, { viewer }) => viewer?.isConsultant ?? false }),
  }),
})

builder.queryField('viewer', (t) =>
  t.prismaField({
    description: 'Whoever is signed in, or null.',
    type: Viewer,
    nullable: true,
    resolve: (selection, _root, _args, context) =>
      context.viewer ? loadViewer(context, selection, context.viewer) : null,
  }),
)
