import type { Texts } from '../ui/texts.ts'
import type { messages as danish } from './messages.today.da.ts'

export const messages: Texts<typeof danish> = {
  title: 'Feedback',
  more: 'See all feedback',
  asked: '{{name}} asks for your feedback',
  askedText: 'Deadline {{until}}.',
  askedPooled: 'If you have answered there is nothing more to do.',
  news: 'There is feedback for you',
  newsText: 'The answers are open to you. Read them when you have the peace for it.',
  tooFew: 'Too few answers came',
  tooFewText: 'The answers were deleted unread, as you had promised.',
  step: 'What do you want to ask {{network}}?',
  stepText: 'The network gives each other feedback. Choose your own theme, and the others get it. Deadline {{until}}.',
  again: 'Ask again?',
  againText: 'It is eight weeks since you had feedback in {{network}}. You can ask the same and see both side by side.',
}
