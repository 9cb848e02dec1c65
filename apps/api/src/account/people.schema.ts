import { maxPeopleInList } from '@lederkreds/domain/account/people-list'
import {
  EmailTaken,
  LastAdmin,
  NotYourself,
  newPerson,
  OwnManager,
  position,
  ReportingCycle,
  UnknownManager,
} from '@lederkreds/domain/account/person'
import { Stale } from '@lederkreds/domain/errors'
import { emailAddress, InvalidInput, parse } from '@lederkreds/domain/text'
import { z } from 'zod'
import { builder, plainRefusals, RefusalInterface } from '../builder.ts'
import {
  addPeople,
  changeRole,
  demandDirectory,
  type PairInNetwork,
  peopleByAddress,
  peopleFound,
  reportingPairs,
  savePosition,
  setActive,
} from './people.store.ts'
import { OrganisationRole, Person } from './viewer.schema.ts'

plainRefusals(LastAdmin, NotYourself, OwnManager, ReportingCycle, UnknownManager)
builder.objectType(EmailTaken, {
  name: 'EmailTaken',
  description: 'These addresses belong to another organisation; nobody was added.',
  interfaces: [RefusalInterface],
  fields: (t) => ({ emails: t.stringList({ resolve: ({ emails }) => [...emails] }) }),
})

builder.queryField('people', (t) =>
  t.prismaConnection({
    description: "The people of the caller's organisation, for its administrators and consultants.",
    type: Person,
    cursor: 'id',
    args: { search: t.arg.string({ description: 'Words from name, title, workplace or address.' }) },
    maxSize: 100,
    defaultSize: 25,
    totalCount: (_connection, { search }, context) =>
      context.db.person.count({ where: peopleFound(context, demandDirectory(context), search ?? '') }),
    resolve: (selection, _root, { search }, context) =>
      context.db.person.findMany({
        ...selection,
        where: peopleFound(context, demandDirectory(context), search ?? ''),
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      }),
  }),
)

const addresses = z.object({ emails: z.array(emailAddress).max(maxPeopleInList, { error: 'tooMany' }) })

builder.queryField('peopleByAddress', (t) =>
  t.prismaField({
    description:
      "Those of the caller's organisation who have one of these addresses: to see who is here already before adding people.",
    type: [Person],
    args: { emails: t.arg.stringList({ required: true }) },
    resolve: (selection, _root, { emails }, context) =>
      peopleByAddress(context, selection, demandDirectory(context), parse(addresses, { emails }).emails),
  }),
)

export const NewPersonInput = builder.inputType('NewPersonInput', {
  fields: (t) => ({
    name: t.string({ required: true }),
    email: t.string({ required: true }),
    title: t.string(),
    workplace: t.string(),
    managementLevel: t.int(),
  }),
})

const AddedPeople = builder.objectRef<{ addedIds: string[]; alreadyHere: string[] }>('AddedPeople').implement({
  fields: (t) => ({
    count: t.int({ resolve: ({ addedIds }) => addedIds.length }),
    alreadyHere: t.exposeStringList('alreadyHere', {
      description: 'Addresses of those who were in the organisation before.',
    }),
  }),
})

const newPeople = z
  .object({ people: z.array(newPerson).min(1, { error: 'tooFew' }).max(maxPeopleInList, { error: 'tooMany' }) })
  .superRefine(({ people }, context) => {
    const seen = new Set<string>()
    people.forEach(({ email }, index) => {
      if (seen.has(email)) context.addIssue({ code: 'custom', message: 'duplicate', path: ['people', index, 'email'] })
      seen.add(email)
    })
  })

builder.mutationField('addPeople', (t) =>
  t.field({
    description:
      "Adds people to the caller's organisation; they sign in with their mail address. Nobody is written to.",
    type: AddedPeople,
    args: { people: t.arg({ type: [NewPersonInput], required: true }) },
    errors: { types: [InvalidInput, EmailTaken] },
    resolve: (_root, { people }, context) => addPeople(context, parse(newPeople, { people }).people),
  }),
)

builder.mutationField('giveRole', (t) =>
  t.prismaField({
    description: 'Gives a person of the organisation a role. Asks for a recent sign-in.',
    type: Person,
    args: {
      personId: t.arg.globalID({ required: true, for: [Person] }),
      role: t.arg({ type: OrganisationRole, required: true }),
    },
    resolve: (selection, _root, { personId, role }, context) => changeRole(context, selection, personId.id, role, true),
  }),
)

builder.mutationField('takeRole', (t) =>
  t.prismaField({
    description: 'Takes a role from a person; the last administrator stays one. Asks for a recent sign-in.',
    type: Person,
    args: {
      personId: t.arg.globalID({ required: true, for: [Person] }),
      role: t.arg({ type: OrganisationRole, required: true }),
    },
    errors: { types: [LastAdmin] },
    resolve: (selection, _root, { personId, role }, context) =>
      changeRole(context, selection, personId.id, role, false),
  }),
)

builder.mutationField('deactivatePerson', (t) =>
  t.prismaField({
    description: 'Shuts a person out and ends her sessions; what she took part in stays. Asks for a recent sign-in.',
    type: Person,
    args: { personId: t.arg.globalID({ required: true, for: [Person] }) },
    errors: { types: [LastAdmin, NotYourself] },
    resolve: (selection, _root, { personId }, context) => setActive(context, selection, personId.id, false),
  }),
)

builder.mutationField('reactivatePerson', (t) =>
  t.prismaField({
    description: 'Lets a person in again. Asks for a recent sign-in.',
    type: Person,
    args: { personId: t.arg.globalID({ required: true, for: [Person] }) },
    resolve: (selection, _root, { personId }, context) => setActive(context, selection, personId.id, true),
  }),
)

const PairRef = builder.objectRef<PairInNetwork>('PairInNetwork').implement({
  description: 'Somebody who is in a network together with her own manager: the consultant must know.',
  fields: (t) => ({
    networkName: t.exposeString('networkName', {
      nullable: true,
      description: "Null for another organisation's network.",
    }),
    report: t.prismaField({
      type: Person,
      resolve: (selection, { reportId }, _args, { db }) =>
        db.person.findFirstOrThrow({ ...selection, where: { id: reportId } }),
    }),
    manager: t.prismaField({
      type: Person,
      resolve: (selection, { managerId }, _args, { db }) =>
        db.person.findFirstOrThrow({ ...selection, where: { id: managerId } }),
    }),
  }),
})

const PositionChanged = builder.objectRef<{ personId: string; pairs: PairInNetwork[] }>('PositionChanged').implement({
  fields: (t) => ({
    person: t.prismaField({
      type: Person,
      resolve: (selection, { personId }, _args, { db }) =>
        db.person.findFirstOrThrow({ ...selection, where: { id: personId } }),
    }),
    pairs: t.field({
      description: 'Networks in which she is now together with her own manager or report. Nobody is put out of them.',
      type: [PairRef],
      resolve: ({ pairs }) => pairs,
    }),
  }),
})

builder.mutationField('changePosition', (t) =>
  t.field({
    description: 'Writes who a person reports to and her management level.',
    type: PositionChanged,
    args: {
      personId: t.arg.globalID({ required: true, for: [Person] }),
      managementLevel: t.arg.int(),
      managerId: t.arg.globalID({ for: [Person] }),
      version: t.arg.int({ required: true }),
    },
    errors: { types: [InvalidInput, OwnManager, ReportingCycle, UnknownManager, Stale] },
    resolve: async (_root, { personId, managementLevel, managerId, version }, context) => {
      const wanted = parse(position, { managementLevel: managementLevel ?? null, managerId: managerId?.id ?? null })
      await savePosition(context, personId.id, wanted, version)
      return { personId: personId.id, pairs: await reportingPairs(context, { personId: personId.id }) }
    },
  }),
)
