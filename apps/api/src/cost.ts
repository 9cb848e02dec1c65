import { type GraphQLArgument, type GraphQLField, getNamedType, isListType, isNonNullType } from 'graphql'
import { badRequest } from './errors.ts'

/** The longest page of a list. */
export const maxPage = 100

/**
 * What one operation may ask for, as a second net behind the stored operations. Depth and breadth count fields; the cost
 * is about how many values the answer may hold. The costliest page of the web asks for a third of it.
 */
export const maxCost = { depth: 12, breadth: 400, complexity: 30_000 }

/** Different things asked for side by side in one operation. */
export const maxRootFields = 20

export const tooCostly = () => badRequest('This asks for too much at once.')

type Field = Pick<GraphQLField<unknown, unknown>, 'name' | 'type' | 'args'>

/**
 * The cost of a field: a list of rows costs as many times what is asked of each as it may hold. Throws for a page that no
 * list has, before anything is read.
 */
export function costOf(args: Record<string, unknown>, _context: unknown, { type, args: known }: Field) {
  const isPaged = known.some(({ name }: GraphQLArgument) => name === 'after')
  if (isPaged) return { field: 1, multiplier: pageSize(args) }
  const isList = isListType(isNonNullType(type) ? type.ofType : type)
  const isPageOfList = getNamedType(type).name.endsWith('ConnectionEdge')
  return { field: 1, multiplier: isList && !isPageOfList ? 10 : 1 }
}

function pageSize({ first, last, after, before }: Record<string, unknown>): number {
  for (const size of [first, last])
    if (typeof size === 'number' && (size < 0 || size > maxPage))
      throw badRequest(`A page of a list has from 0 to ${maxPage} items.`)
  for (const cursor of [after, before])
    if (typeof cursor === 'string' && !isCursor(cursor)) throw badRequest('This is not a place in a list.')
  return Number(first ?? last ?? 20)
}

/** Lists are read from one of their rows on; the cursor names it. */
const isCursor = (cursor: string) =>
  cursor.length < 100 &&
  /^GPC:S:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(Buffer.from(cursor, 'base64').toString('latin1'))
