import { type Refusal, Stale } from '@lederkreds/domain/errors'
import { type InputIssue, InvalidInput } from '@lederkreds/domain/text'
import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import ErrorsPlugin from '@pothos/plugin-errors'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import type { Context } from './context.ts'
import { costOf, maxCost, tooCostly } from './cost.ts'
import { undoThisOperation } from './db.ts'
import { forbidden } from './errors.ts'
import type PrismaTypes from './generated/pothos/types.ts'
import { getDatamodel } from './generated/pothos/types.ts'

export type Scalars = {
  ID: { Input: string; Output: string }
  /** An instant in UTC. */
  DateTime: { Input: Date; Output: Date }
  /** A day, YYYY-MM-DD, without a time zone. */
  Day: { Input: string; Output: Date | string }
  /** Bytes as base64url without padding. */
  Bytes: { Input: Uint8Array<ArrayBuffer>; Output: Uint8Array }
  /** Data in a shape that its field's description names; only answered, never asked for. */
  JSON: { Input: never; Output: unknown }
}

export const builder = new SchemaBuilder<{
  Context: Context
  PrismaTypes: PrismaTypes
  Scalars: Scalars
  DefaultFieldNullability: false
}>({
  plugins: [ErrorsPlugin, PrismaPlugin, RelayPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  prisma: {
    client: ({ db }) => db as never,
    dmmf: getDatamodel(),
    exposeDescriptions: true,
    filterConnectionTotalCount: true,
    onUnusedQuery: null,
  },
  relay: {
    encodeGlobalID: (type, id) => `${type}_${id}`,
    decodeGlobalID: (globalId) => {
      const [, typename, id] = globalIdForm.exec(globalId) ?? []
      if (!typename || !id) throw forbidden()
      return { typename, id }
    },
    nodesQueryOptions: false,
  },
  complexity: { limit: maxCost, fieldComplexity: costOf, complexityError: tooCostly },
  errors: {
    directResult: true,
    defaultTypes: [],
    onResolvedError: undoThisOperation,
  },
})

const globalIdForm = /^([A-Za-z]{1,40})_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

builder.queryType({})
builder.mutationType({})
builder.subscriptionType({})

builder.scalarType('DateTime', {
  description: 'An instant, ISO 8601 in UTC.',
  serialize: (value) => (value as Date).toISOString(),
  parseValue: (value) => {
    const instant =
      typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(value)
        ? new Date(value)
        : null
    if (
      !instant ||
      Number.isNaN(instant.getTime()) ||
      instant.toISOString().slice(0, 10) !== String(value).slice(0, 10)
    )
      throw new TypeError('Not an instant such as 2026-12-01T12:00:00Z.')
    return instant
  },
})

builder.scalarType('Day', {
  description: 'A day, YYYY-MM-DD, without a time zone.',
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  parseValue: (value) => {
    const day = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : null
    if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value)
      throw new TypeError('Not a day such as 2026-12-01.')
    return value as string
  },
})

builder.scalarType('Bytes', {
  description: 'Bytes as base64url without padding (RFC 4648, section 5), in its one canonical form.',
  serialize: (value) => Buffer.from(value as Uint8Array).toString('base64url'),
  parseValue: (value) => {
    const bytes = typeof value === 'string' && /^[\w-]*$/.test(value) ? Buffer.from(value, 'base64url') : null
    if (bytes?.toString('base64url') !== value) throw new TypeError('Not bytes as base64url without padding.')
    return new Uint8Array(bytes as Buffer)
  },
})

builder.scalarType('JSON', {
  description: 'Data in the shape that its field describes.',
  serialize: (value) => value,
  parseValue: () => {
    throw new TypeError('Only answered, never asked for.')
  },
})

/** Every refusal of the domain that the API answers is an object type with this interface. */
export const RefusalInterface = builder.interfaceRef<Refusal>('Refusal').implement({
  description: 'Why something was not done, for the page to explain and the person to mend.',
  fields: (t) => ({ code: t.exposeString('code', { description: 'The same as the type name.' }) }),
})

/** Makes refusals that need no words but their name into types of the API. */
export function plainRefusals(...kinds: (new (...args: never[]) => Refusal)[]) {
  for (const kind of kinds)
    builder.objectType(kind as new () => Refusal, { name: kind.name, interfaces: [RefusalInterface] })
}

const InputIssueRef = builder.objectRef<InputIssue>('InputIssue').implement({
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Dotted path into the input.' }),
    problem: t.exposeString('problem', { description: 'A stable key such as empty or tooLong.' }),
  }),
})

builder.objectType(InvalidInput, {
  name: 'InvalidInput',
  description: 'The input cannot be used; each issue says where and why.',
  interfaces: [RefusalInterface],
  fields: (t) => ({
    issues: t.field({ type: [InputIssueRef], resolve: ({ issues }) => [...issues] }),
  }),
})

builder.objectType(Stale, {
  name: 'Stale',
  description: 'Somebody else saved it meanwhile; both versions are told.',
  interfaces: [RefusalInterface],
  fields: (t) => ({ yours: t.exposeInt('yours'), theirs: t.exposeInt('theirs') }),
})
