import type { messages as danish } from './messages.da.ts'

export const messages: typeof danish = {
  reminderSubject: 'A reminder you asked for',
  hello: (name) => `Hello ${name}`,
  asked: 'You asked to be reminded at this time. Leave it if today does not suit you.',
  stop: 'Stop the reminders where you asked for them, or here:',
  stopTitle: 'Stop the reminders',
  stopText: 'You will get no more of them until you ask again.',
  stopButton: 'Stop them',
  stopped: 'The reminders have been stopped.',
  unknownLink: 'This link does not work. You can stop the reminders where you asked for them.',
}
