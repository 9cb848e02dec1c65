import { localDate } from '@lederkreds/domain/day'
import { Stale } from '@lederkreds/domain/errors'
import { accessDay } from '@lederkreds/domain/networks/access'
import { checkStart, draftFrom, type NetworkDraft, NotADraft, networkDraft } from '@lederkreds/domain/networks/draft'
import { GroundRulesIncomplete } from '@lederkreds/domain/networks/ground-rules'
import { NetworkFull } from '@lederkreds/domain/networks/invitation'
import { AdviceForbids, DraftIncomplete, mayConfigure, mayCreateNetwork } from '@lederkreds/domain/networks/network'
import { ReportingLine } from '@lederkreds/domain/networks/reporting-line'
import { templateIds } from '@lederkreds/domain/networks/template'
import { InvalidInput, locale, parse } from '@lederkreds/domain/text'
import { z } from 'zod'
import { NewPersonInput } from '../account/people.schema.ts'
import { builder, plainRefusals } from '../builder.ts'
import { demand, signedIn, standingIn } from '../context.ts'
import { addDraft, placePeople, readDraft, removeDraft, saveDraft, startNetwork } from './draft.store.ts'
import { GroundRulesSectionInput, GroundRulesSectionRef } from './ground-rules.schema.ts'
import { Network } from './network.schema.ts'
import { loadNetwork, readNetwork } from './network.store.ts'

plainRefusals(NotADraft)

const DraftPersonRef = builder.objectRef<NetworkDraft['people'][number]>('DraftPerson').implement({
  description: 'Somebody whom the consultant means to invite.',
  fields: (t) => ({
    name: t.exposeString('name'),
    email: t.exposeString('email'),
    title: t.exposeString('title', { nullable: true }),
    workplace: t.exposeString('workplace', { nullable: true }),
    managementLevel: t.exposeInt('managementLevel', { nullable: true }),
  }),
})

const RhythmRef = builder.objectRef<NetworkDraft['rhythm']>('Rhythm').implement({
  description: 'When a network means to meet.',
  fields: (t) => ({
    from: t.expose('from', { type: 'Day' }),
    until: t.expose('until', { type: 'Day' }),
    everyWeeks: t.exposeInt('everyWeeks'),
    weekday: t.exposeInt('weekday', { description: 'ISO: 1 is Monday.' }),
    startTime: t.exposeString('startTime', { description: 'HH:MM in Europe/Copenhagen.' }),
    minutes: t.exposeInt('minutes'),
  }),
})

const DraftMoveRef = builder.objectRef<NetworkDraft['moves'][number]>('DraftMove').implement({
  description: 'A day of the rhythm on which the meeting is moved, or left out.',
  fields: (t) => ({
    day: t.expose('day', { type: 'Day' }),
    to: t.expose('to', { type: 'Day', nullable: true, description: 'Null leaves the meeting out.' }),
  }),
})

const NetworkDraftRef = builder.objectRef<NetworkDraft>('NetworkDraft').implement({
  description: 'What the wizard keeps until the network starts.',
  fields: (t) => ({
    template: t.exposeString('template'),
    locale: t.exposeString('locale'),
    name: t.exposeString('name', { nullable: true }),
    purpose: t.exposeString('purpose', { nullable: true }),
    people: t.field({ type: [DraftPersonRef], resolve: ({ people }) => people }),
    groundRules: t.field({ type: [GroundRulesSectionRef], resolve: ({ groundRules }) => groundRules }),
    rhythm: t.field({ type: RhythmRef, resolve: ({ rhythm }) => rhythm }),
    place: t.exposeString('place', { nullable: true }),
    link: t.exposeString('link', { nullable: true }),
    moves: t.field({ type: [DraftMoveRef], resolve: ({ moves }) => moves }),
    methods: t.stringList({ resolve: ({ methods }) => methods }),
    facilitatedMeetings: t.exposeInt('facilitatedMeetings', { nullable: true }),
  }),
})

builder.prismaObjectField(Network, 'draft', (t) =>
  t.field({
    description: 'The wizard’s steps; null once the network has started.',
    type: NetworkDraftRef,
    nullable: true,
    select: { state: true, draft: true },
    resolve: ({ state, draft }) => (state === 'draft' ? networkDraft.parse(draft) : null),
  }),
)

const RhythmInput = builder.inputType('RhythmInput', {
  fields: (t) => ({
    from: t.string({ required: true }),
    until: t.string({ required: true }),
    everyWeeks: t.int({ required: true }),
    weekday: t.int({ required: true }),
    startTime: t.string({ required: true }),
    minutes: t.int({ required: true }),
  }),
})

const DraftMoveInput = builder.inputType('DraftMoveInput', {
  fields: (t) => ({ day: t.string({ required: true }), to: t.string() }),
})

const NetworkDraftInput = builder.inputType('NetworkDraftInput', {
  fields: (t) => ({
    template: t.string({ required: true }),
    locale: t.string({ required: true }),
    name: t.string(),
    purpose: t.string(),
    people: t.field({ type: [NewPersonInput], required: true }),
    groundRules: t.field({ type: [GroundRulesSectionInput], required: true }),
    rhythm: t.field({ type: RhythmInput, required: true }),
    place: t.string(),
    link: t.string(),
    moves: t.field({ type: [DraftMoveInput], required: true }),
    methods: t.stringList({ required: true }),
    facilitatedMeetings: t.int(),
  }),
})

const beginning = z.object({ template: z.enum(templateIds, { error: 'unknown' }), locale })

builder.mutationFields((t) => ({
  createNetwork: t.prismaField({
    description: 'Begins a draft from a template. It lacks nothing but its people; only its writer sees it.',
    type: Network,
    args: { template: t.arg.string({ required: true }), locale: t.arg.string({ required: true }) },
    errors: { types: [InvalidInput] },
    resolve: async (selection, _root, args, context) => {
      demand(context, mayCreateNetwork(signedIn(context)))
      const { template, locale: language } = parse(beginning, args)
      const id = await addDraft(context, draftFrom(template, language, localDate(context.now)))
      return readNetwork(context, selection, id)
    },
  }),
  saveDraft: t.prismaField({
    description: 'Keeps what the wizard has now.',
    type: Network,
    args: {
      id: t.arg.globalID({ required: true, for: [Network] }),
      version: t.arg.int({ required: true }),
      draft: t.arg({ type: NetworkDraftInput, required: true }),
    },
    errors: { types: [InvalidInput, Stale, NotADraft] },
    resolve: async (selection, _root, { id: { id }, version, draft }, context) => {
      const network = await loadNetwork(context, id)
      demand(context, mayConfigure(standingIn(context, id), network.state))
      readDraft(network, version)
      await saveDraft(context, id, version, parse(networkDraft, draft))
      return readNetwork(context, selection, id)
    },
  }),
  discardDraft: t.field({
    description: 'Takes a draft away for good. Answers its id.',
    type: 'ID',
    args: { id: t.arg.globalID({ required: true, for: [Network] }) },
    resolve: async (_root, { id: { id, typename } }, context) => {
      const network = await loadNetwork(context, id)
      demand(context, network.state === 'draft' && mayConfigure(standingIn(context, id), network.state))
      await removeDraft(context, id)
      return `${typename}_${id}`
    },
  }),
  startNetwork: t.prismaField({
    description: 'Makes a complete draft a network: its rules are in force and its people are invited by mail.',
    type: Network,
    args: {
      id: t.arg.globalID({ required: true, for: [Network] }),
      version: t.arg.int({ required: true }),
      accessUntil: t.arg.string({ required: true, description: "The consultant's last day, YYYY-MM-DD." }),
    },
    errors: {
      types: [
        InvalidInput,
        Stale,
        NotADraft,
        DraftIncomplete,
        GroundRulesIncomplete,
        ReportingLine,
        NetworkFull,
        AdviceForbids,
      ],
    },
    resolve: async (selection, _root, { id: { id }, version, accessUntil }, context) => {
      const network = await loadNetwork(context, id)
      demand(context, mayConfigure(standingIn(context, id), network.state))
      const draft = readDraft(network, version)
      const lastDay = parse(accessDay(localDate(context.now)), { accessUntil }).accessUntil
      checkStart(draft, await placePeople(context, draft))
      await startNetwork(context, network, draft, lastDay)
      return readNetwork(context, selection, id)
    },
  }),
}))
