import { dayAfter, localDate } from '@lederkreds/domain/day'
import type { Asker, World } from '@lederkreds/testing/access-world'

/** Those who get to see it: names of askers, separated by spaces. */
type Seers = string

/** An object of one type in each of its states: the operation that reaches it, with FIELDS where its fields are asked. */
type Reach = (world: World) => Record<string, string>

type Fields = {
  /** Who sees a field; an object of states where they differ. */
  fields: Record<string, Seers | Record<string, Seers>>
  /** Arguments that a field needs. */
  args?: Record<string, string>
}

export type Expected = Fields & { reach: Reach; byPolicy?: ByPolicy }

/** Who would see or do it too if only the row policies stood, and why that takes nothing from anybody. */
export type ByPolicy = { who: Seers; because: string }

export type QueryExpected = { ask: (world: World) => string; sees: Seers; byPolicy?: ByPolicy }
export type MutationExpected = { ask: (world: World, asker: Asker) => string; does: Seers; byPolicy?: ByPolicy }
/** Each event is read again as its viewer: the test named here asks for it as everybody. */
export type SubscriptionExpected = { sees: Seers; testedIn: string }

/** What the matrix expects of one feature. */
export type Access = {
  /** Its types that hold something of somebody. */
  types: Record<string, Expected>
  /** The fields that it gives to types of earlier features. */
  added?: Record<string, Fields>
  queries?: Record<string, QueryExpected>
  mutations?: Record<string, MutationExpected>
  subscriptions?: Record<string, SubscriptionExpected>
  /** Types that only a mutation answers: whoever may do it sees them, nobody else reaches them. */
  answers?: Record<string, string>
}

export const all =
  'nobody member convenor undecided former leaderElsewhere consultant consultantElsewhere consultantBefore admin adminElsewhere'
export const signedIn = all.replace('nobody ', '')
export const members = 'member convenor'
export const inside = `${members} consultant`
export const colleagues = signedIn.replace(' adminElsewhere', '')
export const consultants = 'consultant consultantElsewhere consultantBefore'
export const directory = `${consultants} admin`
export const keeper = 'convenor consultant'
export const nobodyDoes = ''

/** Of a network in each of its states. */
export const ofNetwork = { active: inside, draft: 'consultant', closed: inside }

export const node = (type: string, id: string) => `{ node(id: "${type}_${id}") { ... on ${type} { FIELDS } } }`
export const each = <Who extends Fields['fields'][string]>(names: string[], seers: Who) =>
  Object.fromEntries(names.map((name) => [name, seers]))

export const answered = '{ __typename }'
export const dayAhead = (days: number) => dayAfter(localDate(new Date()), days)
export const nextYear = dayAhead(400)
export const inHalfAYear = dayAhead(180)
