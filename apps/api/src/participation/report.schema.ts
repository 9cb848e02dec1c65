import { reportYear } from '@lederkreds/domain/participation/report'
import { builder } from '../builder.ts'
import { badRequest } from '../errors.ts'
import { Network } from '../networks/network.schema.ts'
import { attendedPercent, MethodCountRef, PeopleCount } from './figures.schema.ts'
import { readReport, type YearlyReport } from './report.store.ts'

const YearlyReportRef = builder.objectRef<YearlyReport>('YearlyReport').implement({
  description: 'Participation of one network in one calendar year, as it may be handed to people outside it.',
  fields: (t) => ({
    id: t.id({
      description: 'For caches.',
      resolve: ({ networkId, year }) => `YearlyReport_${networkId}_${year}`,
    }),
    year: t.exposeInt('year'),
    months: t.exposeInt('months', { description: 'How many of its months are over and counted.' }),
    meetings: t.exposeInt('meetings', { description: 'Meetings that were held.' }),
    people: t.field({
      type: PeopleCount,
      nullable: true,
      description: 'Different people who were at one of them at least, to the nearest five; null without meetings.',
      resolve: ({ people }) => people,
    }),
    attendedPercent: t.int(attendedPercent),
    methods: t.field({
      type: [MethodCountRef],
      description: 'Of the rounds that were held, the most used first.',
      resolve: ({ methods }) => [...methods],
    }),
    cycles: t.field({
      type: PeopleCount,
      nullable: true,
      description: "Feedback cycles that were completed, to the nearest five. Each is one person's.",
      resolve: ({ cycles }) => cycles,
    }),
  }),
})

builder.prismaObjectField(Network, 'yearlyReport', (t) =>
  t.field({
    type: YearlyReportRef,
    description: 'What a printed report of a year tells.',
    args: { year: t.arg.int({ required: true }) },
    select: { id: true },
    resolve: ({ id }, { year }, context) => {
      if (!reportYear.safeParse({ year }).success) throw badRequest('The year must be from 1900 to 2199.')
      return readReport(context, id, year)
    },
  }),
)
