import type { MethodCount, PublishedMonth } from '@lederkreds/domain/participation/figures'
import type { Published } from '@lederkreds/domain/participation/suppression'
import { builder } from '../builder.ts'
import { badRequest } from '../errors.ts'
import { type Figures, readFigures } from './figures.store.ts'

export const PeopleCount = builder.objectRef<Published & (number | string)>('PeopleCount').implement({
  description: 'A count that may be shown, of people or of what each of them did.',
  fields: (t) => ({
    count: t.int({
      nullable: true,
      description: 'Null when they are few.',
      resolve: (count) => (typeof count === 'number' ? count : null),
    }),
    isFew: t.boolean({ description: 'Fewer than five, nobody included.', resolve: (count) => count === 'few' }),
  }),
})

const MonthFigures = builder.objectRef<PublishedMonth>('MonthFigures').implement({
  description: 'One month of the figures, counted over the meetings that were held.',
  fields: (t) => ({
    month: t.exposeInt('month', { description: '1 is January.' }),
    meetings: t.exposeInt('meetings'),
    people: t.field({
      type: PeopleCount,
      nullable: true,
      description: 'Different people who took part; null without meetings, and until the month is over.',
      resolve: ({ people }) => people,
    }),
  }),
})

export const MethodCountRef = builder.objectRef<MethodCount>('MethodCount').implement({
  description: 'How often a method was used in rounds.',
  fields: (t) => ({
    method: t.exposeString('method', { description: "The id of one of the toolbox's methods, or own." }),
    rounds: t.exposeInt('rounds'),
  }),
})

/** What the figures and a network's report tell of attendance. */
export const attendedPercent = {
  nullable: true,
  description: 'How many of the places were taken, in steps of five; null when it would tell of few, or of nothing.',
  resolve: ({ share }: Pick<Figures, 'share'>) => (typeof share === 'number' ? share : null),
} as const

const ParticipationFigures = builder.objectRef<Figures>('ParticipationFigures').implement({
  description:
    'What is told of an organisation: nothing in it adds up to anything else, and no small count of people shows.',
  fields: (t) => ({
    id: t.id({
      description: 'For caches; there is one for each year.',
      resolve: ({ year }) => `ParticipationFigures_${year}`,
    }),
    year: t.exposeInt('year'),
    years: t.intList({
      description: 'Years in which meetings were held, the newest first.',
      resolve: ({ years }) => [...years],
    }),
    networks: t.exposeInt('networks', { description: 'Networks that met.' }),
    meetings: t.exposeInt('meetings', { description: 'Meetings that were held.' }),
    people: t.field({
      type: PeopleCount,
      nullable: true,
      description: 'Different people invited to meetings in the months that are over, to the nearest five.',
      resolve: ({ people }) => people,
    }),
    attendedPercent: t.int(attendedPercent),
    methods: t.field({
      type: [MethodCountRef],
      description:
        'Those used in five rounds or more, in the months that are over, to the nearest five; the most used first.',
      resolve: ({ methods }) => [...methods],
    }),
    feedbackCycles: t.field({
      type: PeopleCount,
      nullable: true,
      description: 'Feedback cycles completed in the months that are over, to the nearest five; nothing else of them.',
      resolve: ({ feedbackCycles }) => feedbackCycles,
    }),
    months: t.field({
      type: [MonthFigures],
      description: 'Those with meetings.',
      resolve: ({ months }) => [...months],
    }),
  }),
})

builder.queryField('participationFigures', (t) =>
  t.field({
    description: "The figures of the caller's organisation in a year, for its administrators.",
    type: ParticipationFigures,
    args: { year: t.arg.int({ required: true }) },
    resolve: (_root, { year }, context) => {
      if (year < 1900 || year > 2198) throw badRequest('The year must be from 1900 to 2198.')
      return readFigures(context, year)
    },
  }),
)
