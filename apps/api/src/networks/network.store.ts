import { Stale } from '@lederkreds/domain/errors'
import { type MethodId, methodIds } from '@lederkreds/domain/toolbox/methods'
import { type Context, networksSeen, visible } from '../context.ts'
import { appendEvent } from './event.store.ts'

/** The networks whose inside the caller may see. */
export const seenNetwork = (context: Context) => visible(context, { id: { in: networksSeen(context) } })

const ids = (
  context: Context,
  stands: (standing: { member: boolean; accepted: boolean; consultant: boolean }) => boolean,
) => [...context.standing].filter(([, standing]) => stands(standing)).map(([id]) => id)

/** Ids of the networks that the caller facilitates today. */
export const networksFacilitated = (context: Context): string[] => ids(context, ({ consultant }) => consultant)

/** Ids of the networks that the caller is in, having accepted their ground rules. */
export const networksJoined = (context: Context): string[] => ids(context, ({ member, accepted }) => member && accepted)

/** What the rules of a mutation ask about a network. Throws not-found for one that the caller may not see. */
export const loadNetwork = (context: Context, id: string) =>
  context.db.network.findFirstOrThrow({
    where: { AND: [{ id }, seenNetwork(context)] },
    select: {
      id: true,
      state: true,
      name: true,
      draft: true,
      methods: true,
      endsOn: true,
      version: true,
      groundRulesVersion: true,
    },
  })

/** A network as the caller may see it now, with what the answer asks for. */
export const readNetwork = <Selection extends object>(context: Context, selection: Selection, id: string) =>
  context.db.network.findFirstOrThrow({ ...selection, where: { AND: [{ id }, seenNetwork(context)] } })

type Change = { name: string; purpose: string; methods: MethodId[]; endsOn: Date }

/** Writes what a network is called and for, unless somebody has been faster. Throws {@link Stale}. */
export async function saveNetwork(context: Context, id: string, version: number, change: Change): Promise<void> {
  await changeNetwork(context, id, version, change)
  await appendEvent(context, id, 'networkChanged')
}

/** Takes a method among those of a network, in the toolbox's order, or out of them; asked twice it stays as it is. */
export async function saveMethodChoice(
  context: Context,
  id: string,
  method: MethodId,
  isChosen: boolean,
): Promise<void> {
  const { db } = context
  await db.$queryRaw`SELECT FROM network WHERE id = ${id}::uuid FOR UPDATE`
  const { methods } = await db.network.findFirstOrThrow({ where: { id }, select: { methods: true } })
  if (methods.includes(method) === isChosen) return
  const chosen = methodIds.filter((each) => (each === method ? isChosen : methods.includes(each)))
  await db.network.updateMany({ where: { id }, data: { methods: chosen, version: { increment: 1 } } })
  await appendEvent(context, id, 'networkChanged')
}

/** Run in the same operation, right after a network has been closed. Later features add their part here. */
const afterClosing: ((context: Context, networkId: string) => Promise<void>)[] = []
export const whenClosing = (run: (typeof afterClosing)[number]) => void afterClosing.push(run)

/** Nothing in a closed network changes any more: what was still to come is called off with it. */
export async function closeNetwork(context: Context, id: string, version: number): Promise<void> {
  await changeNetwork(context, id, version, { state: 'closed' })
  for (const run of afterClosing) await run(context, id)
  await appendEvent(context, id, 'networkChanged')
}

type Data = Parameters<Context['db']['network']['updateMany']>[0]['data']

/** Changes the row that the caller has read; throws {@link Stale} when it is no longer that one. */
export async function changeNetwork({ db }: Context, id: string, version: number, data: Data): Promise<void> {
  const { count } = await db.network.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  })
  if (count > 0) return
  const { version: theirs } = await db.network.findFirstOrThrow({ where: { id }, select: { version: true } })
  throw new Stale(version, theirs)
}
