import { type Context, networksSeen, visible } from '../context.ts'

/** The networks whose inside the caller may see. */
export const seenNetwork = (context: Context) => visible(context, { id: { in: networksSeen(context) } })
