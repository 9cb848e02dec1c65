import { OrganisationRole, Person } from '../account/viewer.schema.ts'
import { builder } from '../builder.ts'
import { AdminAct } from '../generated/prisma/enums.ts'
import { loadAuditEntries, seenAuditEntries } from './audit.store.ts'

const AdminActEnum = builder.enumType('AdminAct', { values: Object.values(AdminAct) })

const AuditEntry = builder.prismaNode('AuditEntry', {
  id: { field: 'id' },
  findUnique: (id, context) => ({ id, AND: [seenAuditEntries(context)] }),
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime' }),
    act: t.expose('act', { type: AdminActEnum }),
    actorName: t.exposeString('actorName'),
    networkNames: t.exposeStringList('networkNames', {
      description: 'The networks concerned; for an export none means all of the organisation.',
    }),
    person: t.relation('person', { nullable: true, type: Person, description: 'The person concerned, if it was one.' }),
    role: t.expose('role', {
      type: OrganisationRole,
      nullable: true,
      description: 'For roles given and taken: which.',
    }),
    from: t.expose('from', {
      type: 'Day',
      nullable: true,
      description: 'For exports: the first day covered; null is no limit.',
    }),
    until: t.expose('until', { type: 'Day', nullable: true }),
    rows: t.exposeInt('rows', { nullable: true, description: 'For exports: how many rows the file has.' }),
  }),
})

builder.queryField('auditEntries', (t) =>
  t.prismaConnection({
    description:
      'The acts of administrators that concern the caller, or all in the organisation that she administers; the newest first.',
    type: AuditEntry,
    cursor: 'id',
    maxSize: 100,
    defaultSize: 25,
    resolve: (selection, _root, _args, context) => loadAuditEntries(context, selection),
  }),
)
