import type { Context } from './context.ts'

/**
 * One reading for all of those that an operation asks for side by side, as the rows of a list do: `read` is given their
 * ids, once, and answers what it found by id. Asked for later, it reads again.
 */
export function gathered<Found>(read: (context: Context, ids: string[]) => Promise<ReadonlyMap<string, Found>>) {
  const readings = new WeakMap<Context['db'], { ids: string[]; found: Promise<ReadonlyMap<string, Found>> }>()
  const begin = (context: Context) => {
    const ids: string[] = []
    const found = Promise.resolve().then(() => {
      readings.delete(context.db)
      return read(context, ids)
    })
    const reading = { ids, found }
    readings.set(context.db, reading)
    return reading
  }
  return async (context: Context, id: string): Promise<Found | undefined> => {
    const { ids, found } = readings.get(context.db) ?? begin(context)
    ids.push(id)
    return (await found).get(id)
  }
}
