import { account } from './access-account.ts'
import { drafts } from './access-drafts.ts'
import { feedback } from './access-feedback.ts'
import { journal } from './access-journal.ts'
import { meetings } from './access-meetings.ts'
import { networks } from './access-networks.ts'
import { participation } from './access-participation.ts'
import { sealed } from './access-sealed.ts'
import { supervision } from './access-supervision.ts'
import type { Expected, MutationExpected, QueryExpected, SubscriptionExpected } from './access-terms.ts'
import { toolbox } from './access-toolbox.ts'

const features = [account, sealed, toolbox, networks, drafts, meetings, supervision, feedback, journal, participation]

/** Puts parts together. What is said twice would be said by the last alone, so that is refused. */
function joined<Value>(parts: readonly (Record<string, Value> | undefined)[]): Record<string, Value> {
  const entries = parts.flatMap((part) => Object.entries(part ?? {}))
  const names = entries.map(([name]) => name)
  const twice = names.filter((name, at) => names.indexOf(name) < at)
  if (twice.length) throw new Error(`expected twice: ${twice.join()}`)
  return Object.fromEntries(entries)
}

/** A type with the fields that later features have given it. */
function whole(name: string, own: Expected): Expected {
  const parts = [own, ...features.flatMap(({ added }) => added?.[name] ?? [])]
  return { ...own, fields: joined(parts.map(({ fields }) => fields)), args: joined(parts.map(({ args }) => args)) }
}

const own = joined<Expected>(features.map(({ types }) => types))
const orphans = features.flatMap(({ added = {} }) => Object.keys(added)).filter((name) => !(name in own))
if (orphans.length) throw new Error(`fields of types that nobody expects: ${orphans.join()}`)

/** Every type that holds something of somebody, and who sees it. */
export const types = Object.fromEntries(Object.entries(own).map(([name, expected]) => [name, whole(name, expected)]))
export const queries = joined<QueryExpected>(features.map((feature) => feature.queries))
export const mutations = joined<MutationExpected>(features.map((feature) => feature.mutations))
export const subscriptions = joined<SubscriptionExpected>(features.map((feature) => feature.subscriptions))
/** Types that only a mutation answers, and which. */
export const answers = joined<string>(features.map((feature) => feature.answers))
