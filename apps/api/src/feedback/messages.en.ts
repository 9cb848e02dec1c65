import type { messages as danish } from './messages.da.ts'

/** Words of the letters about feedback. None of them says who asked, in which network, what about, or what came of it. */
export const messages: typeof danish = {
  askedSubject: 'You are asked for feedback',
  releasedSubject: 'One of your feedback cycles is over',
  hello: (name) => `Dear ${name}`,
  askedWhy:
    'Somebody in a network of yours has asked you for feedback. Who, and what about, stands in Lederkreds only:',
  releasedWhy: 'One of your feedback cycles is over. What came of it stands in Lederkreds only:',
}
