import { localDate } from '@lederkreds/domain/day'
import { askAgainBetween, newsSince, tellingEnds } from '@lederkreds/domain/feedback/waiting'
import { type Context, visible } from '../context.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { networksJoined } from '../networks/network.store.ts'
import { asking, caller, newestFirst, told } from './cycle.store.ts'

type Which = (context: Context) => Prisma.FeedbackCycleWhereInput | Promise<Prisma.FeedbackCycleWhereInput>

/** Which of the open cycles in which somebody is asked. */
const toAnswer = {
  open: () => ({}),
  /**
   * Not what she has answered or declined by name. What is pooled waits until its deadline: that it went would tell whoever
   * looks over her shoulder, and nobody knows it here.
   */
  waiting: async (context) => ({
    deadline: { gt: context.now },
    OR: [{ promise: 'pooled' }, { id: { notIn: await loadDecided(context) } }],
  }),
} satisfies Record<string, Which>

/** Open cycles in which the caller is asked, the first to end first. */
export const findToAnswer = async <Selection extends object>(
  context: Context,
  selection: Selection,
  which: keyof typeof toAnswer,
) =>
  context.db.feedbackCycle.findMany({
    ...selection,
    where: {
      AND: [{ state: 'open', ...asking(context) }, visible(context, told(context)), await toAnswer[which](context)],
    },
    orderBy: [{ deadline: 'asc' }, { id: 'asc' }],
  })

/** Open cycles that the caller has answered or declined by name. */
async function loadDecided({ db }: Context): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM app.own_feedback() own JOIN feedback_cycle c ON c.id = own.cycle_id
    WHERE c.state = 'open' AND (own.answered OR own.declined)`
  return found.map(({ id }) => id)
}

/** Which of somebody's own cycles. */
const asked = {
  all: () => ({}),
  /** Those whose end she is still told of. */
  news: ({ now }) => ({ state: { in: [...tellingEnds] }, closedOn: { gte: new Date(newsSince(localDate(now))) } }),
  /** Those that were released so long ago that she is reminded to ask again, where she still can, unless she has. */
  toAskAgain: (context) => {
    const { first, last } = askAgainBetween(localDate(context.now))
    return {
      state: 'released',
      closedOn: { gte: new Date(first), lte: new Date(last) },
      network: { id: { in: networksJoined(context) }, state: 'active' },
      nexts: { none: { state: { not: 'cancelled' } } },
    }
  },
} satisfies Record<string, Which>

/** The caller's own cycles in all her networks, those that she has left among them, the newest first. */
export const findAsked = <Selection extends object>(
  context: Context,
  selection: Selection,
  which: keyof typeof asked,
) =>
  context.db.feedbackCycle.findMany({
    ...selection,
    where: { AND: [{ receiverId: caller(context) }, asked[which](context)] },
    orderBy: newestFirst,
  })
