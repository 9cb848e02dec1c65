import { AbsurdDate, EndsBeforeStart, PastDate } from '@lederkreds/domain/meetings/meeting'
import { DayTaken, SeasonEmpty, SeasonTooLong, seasonOrder } from '@lederkreds/domain/meetings/planning'
import { mayPlanSeason } from '@lederkreds/domain/networks/network'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { builder, plainRefusals, RefusalInterface } from '../builder.ts'
import { demand, standingIn } from '../context.ts'
import { Network } from '../networks/network.schema.ts'
import { loadCalendar, saveSeason, seenSeason } from './season.store.ts'

plainRefusals(PastDate, AbsurdDate, EndsBeforeStart, SeasonEmpty)
builder.objectType(SeasonTooLong, {
  name: 'SeasonTooLong',
  interfaces: [RefusalInterface],
  fields: (t) => ({ max: t.exposeInt('max') }),
})
builder.objectType(DayTaken, {
  name: 'DayTaken',
  interfaces: [RefusalInterface],
  fields: (t) => ({ day: t.expose('day', { type: 'Day' }) }),
})

export const Season = builder.prismaNode('Season', {
  id: { field: 'id' },
  findUnique: (id, context) => ({ id, AND: [seenSeason(context)] }),
  fields: (t) => ({
    number: t.exposeInt('number'),
    from: t.expose('from', { type: 'Day' }),
    until: t.expose('until', { type: 'Day' }),
    everyWeeks: t.exposeInt('everyWeeks'),
    weekday: t.exposeInt('weekday'),
    startTime: t.exposeString('startTime'),
    minutes: t.exposeInt('minutes'),
    meetings: t.relation('meetings', {
      description: 'All of them in their order, cancelled ones too; at most forty and what was added later.',
      query: { orderBy: { startsAt: 'asc' } },
    }),
  }),
})

builder.prismaObjectFields(Network, (t) => ({
  currentSeason: t.field({
    description: 'The newest season, or null before the first.',
    type: Season,
    nullable: true,
    select: (_args, context, nested) => ({
      seasons: nested({ where: seenSeason(context), orderBy: { number: 'desc' }, take: 1 }),
    }),
    resolve: ({ seasons }) => seasons[0] ?? null,
  }),
  seasons: t.relatedConnection('seasons', {
    description: 'Newest first.',
    cursor: 'id',
    query: (_args, context) => ({ where: seenSeason(context), orderBy: { number: 'desc' } }),
  }),
  viewerCanPlanSeason: t.boolean({
    description: 'Whether the caller keeps the calendar: plans seasons, adds, moves and cancels meetings.',
    select: { id: true, state: true },
    resolve: ({ id, state }, _args, context) => mayPlanSeason(standingIn(context, id), state),
  }),
}))

const PlanSeasonInput = builder.inputType('PlanSeasonInput', {
  fields: (t) => ({
    from: t.field({ type: 'Day', required: true }),
    until: t.field({ type: 'Day', required: true }),
    everyWeeks: t.int({ required: true }),
    weekday: t.int({ required: true, description: 'ISO: 1 is Monday.' }),
    startTime: t.string({ required: true, description: 'HH:MM in Europe/Copenhagen.' }),
    minutes: t.int({ required: true }),
    place: t.string(),
    link: t.string(),
    dates: t.field({ type: ['Day'], description: 'The days, if any was moved by hand; otherwise the rhythm says.' }),
  }),
})

builder.mutationField('planSeason', (t) =>
  t.prismaField({
    description: 'Plans a season: its meetings, and an invitation to each for every member.',
    type: Season,
    args: {
      networkId: t.arg.globalID({ required: true, for: [Network] }),
      input: t.arg({ type: PlanSeasonInput, required: true }),
    },
    errors: { types: [InvalidInput, PastDate, AbsurdDate, EndsBeforeStart, SeasonEmpty, SeasonTooLong, DayTaken] },
    resolve: async (selection, _root, { networkId, input }, context) => {
      const { id, state } = await loadCalendar(context, networkId.id)
      demand(context, mayPlanSeason(standingIn(context, id), state))
      return saveSeason(context, selection, id, parse(seasonOrder, input))
    },
  }),
)
