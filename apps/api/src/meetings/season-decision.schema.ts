import { localDate } from '@lederkreds/domain/day'
import { Stale } from '@lederkreds/domain/errors'
import {
  checkEnd,
  checkNewest,
  EndNotDecided,
  mayDecideSeason,
  mayEndNetwork,
  SeasonOver,
  seasonDecision,
} from '@lederkreds/domain/meetings/season-decision'
import { InvalidInput, parse } from '@lederkreds/domain/text'
import { builder, plainRefusals } from '../builder.ts'
import { demand, standingIn } from '../context.ts'
import { SeasonChoice as choices } from '../generated/prisma/enums.ts'
import { Network } from '../networks/network.schema.ts'
import { closeNetwork, readNetwork } from '../networks/network.store.ts'
import { Season } from './season.schema.ts'
import { loadDecided, loadSeason, saveDecision } from './season-decision.store.ts'

plainRefusals(EndNotDecided, SeasonOver)

const SeasonChoice = builder.enumType('SeasonChoice', { values: Object.values(choices) })

export const SeasonDecision = builder.prismaObject('SeasonDecision', {
  fields: (t) => ({
    id: t.id({ select: { seasonId: true }, resolve: ({ seasonId }) => `SeasonDecision_${seasonId}` }),
    choice: t.expose('choice', { type: SeasonChoice }),
    on: t.expose('on', { type: 'Day' }),
    decidedOn: t.expose('decidedOn', { type: 'Day' }),
    decidedBy: t.relation('decidedBy'),
  }),
})

builder.prismaObjectField(Season, 'decision', (t) =>
  t.relation('decision', {
    nullable: true,
    description: 'How the network goes on after it; null until that is written down.',
  }),
)

builder.prismaObjectFields(Network, (t) => ({
  viewerCanDecideSeason: t.boolean({
    description: 'Whether the caller may write down what the network has decided about its newest season.',
    select: { id: true, state: true },
    resolve: ({ id, state }, _args, context) => mayDecideSeason(standingIn(context, id), state),
  }),
  viewerCanEnd: t.boolean({
    description: 'Whether the caller may close it now, since it has decided to end and the day has come.',
    select: { id: true },
    resolve: async ({ id }, _args, context) => {
      const { state, decided } = await loadDecided(context, id)
      const isTime = decided?.choice === 'end' && decided.on <= localDate(context.now)
      return isTime && mayEndNetwork(standingIn(context, id), state)
    },
  }),
}))

builder.mutationFields((t) => ({
  decideSeason: t.prismaField({
    description: 'Writes down how a network goes on after its newest season, in place of what stood there.',
    type: SeasonDecision,
    args: {
      seasonId: t.arg.globalID({ required: true, for: [Season] }),
      choice: t.arg({ type: SeasonChoice, required: true }),
      on: t.arg({ type: 'Day', required: true, description: 'The day from which it holds.' }),
    },
    errors: { types: [InvalidInput, SeasonOver] },
    resolve: async (selection, _root, { seasonId: { id: seasonId }, ...wish }, context) => {
      const { networkId, number, newest, state } = await loadSeason(context, seasonId)
      demand(context, mayDecideSeason(standingIn(context, networkId), state))
      const decision = parse(seasonDecision(localDate(context.now)), wish)
      checkNewest(number, newest)
      return saveDecision(context, selection, { seasonId, networkId }, decision)
    },
  }),
  endNetwork: t.prismaField({
    description: 'Closes a network that has decided to end, from the decided day on.',
    type: Network,
    args: { id: t.arg.globalID({ required: true, for: [Network] }), version: t.arg.int({ required: true }) },
    errors: { types: [EndNotDecided, Stale] },
    resolve: async (selection, _root, { id: { id }, version }, context) => {
      const { state, decided } = await loadDecided(context, id)
      demand(context, mayEndNetwork(standingIn(context, id), state))
      checkEnd(decided, localDate(context.now))
      await closeNetwork(context, id, version)
      return readNetwork(context, selection, id)
    },
  }),
}))
