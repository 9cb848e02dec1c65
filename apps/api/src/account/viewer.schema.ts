import { builder } from '../builder.ts'
import { loadViewer } from './person.store.ts'

export const Organisation = builder.prismaNode('Organisation', {
  id: { field: 'id' },
  fields: (t) => ({ name: t.exposeString('name') }),
})

export const Person = builder.prismaNode('Person', {
  id: { field: 'id' },
  fields: (t) => ({
    name: t.exposeString('name'),
    title: t.exposeString('title'),
    workplace: t.exposeString('workplace'),
    organisation: t.relation('organisation'),
  }),
})

builder.queryField('viewer', (t) =>
  t.prismaField({
    description: 'The person who is signed in, or null.',
    type: Person,
    nullable: true,
    resolve: (selection, _root, _args, context) => (context.viewer ? loadViewer(context, selection, context.viewer) : null),
  }),
)
