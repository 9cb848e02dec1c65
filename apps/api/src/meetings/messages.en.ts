import type { messages as danish } from './messages.da.ts'

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'Europe/Copenhagen' })
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/Copenhagen' })

export const messages: typeof danish = {
  title: 'Network meeting',
  oneNew: 'New network meeting',
  oneChanged: 'Network meeting changed',
  oneCancelled: 'Network meeting cancelled',
  oneLeft: 'Network meeting leaves your calendar',
  severalNew: (count: number) => `${count} new network meetings`,
  severalLeft: (count: number) => `${count} network meetings leave your calendar`,
  several: (count: number) => `${count} changes to your network meetings`,
  hello: (name: string) => `Dear ${name}`,
  new: (when: string) => `New: ${when}`,
  changed: (when: string) => `Changed: ${when}`,
  cancelled: (when: string) => `Cancelled: ${when}`,
  left: (when: string) => `Leaves: ${when}`,
  calendar: 'The calendar file is attached. Open it to bring your calendar up to date.',
  calendars: 'A calendar file is attached for each meeting. Open them to bring your calendar up to date.',
  answer: 'See more, and answer whether you come:',
  when: (start: Date, end: Date) => `${day.format(start)}, ${clock.format(start)}–${clock.format(end)}`,
}
