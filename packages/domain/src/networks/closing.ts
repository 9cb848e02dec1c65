import { dayAfter } from '../day.ts'

/** How many days what members sealed for each other in a network stays after it has closed. */
export const keptAfterClosing = 60

/** The last day of what members sealed for each other in a network that closed on a day. ISO dates. */
export const lastDayAfterClosing = (closedOn: string): string => dayAfter(closedOn, keptAfterClosing)
