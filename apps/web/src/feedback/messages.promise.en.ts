import type { Texts } from '../ui/texts.ts'
import type { messages as danish } from './messages.promise.da.ts'

/** What is promised stays worded as it was: other words are another version, beside this one. A test holds them. */
export const messages: Texts<typeof danish> = {
  title: 'The promise to those who answer',
  newer: 'The promise is written in a newer version of Lederkreds. Reload the page to read it before you go on.',
  v1: {
    onlyReceiver:
      'Only {{receiver}} can read your answer. It is sealed on your device, and neither administrators, consultants nor the other members can open it.',
    signed: 'Your name stands beside your answer.',
    unnamed:
      'Your name does not go with your answer. Nor does the server keep anything that shows which answer is yours: no name, no time, no order.',
    style: 'What you write about, and how you write, may still show who you are.',
    together_one:
      'The answer is shown when the deadline has passed: {{deadline}}, or earlier if you have answered or declined. Until then nobody is told whether you have answered.',
    together_other:
      'All answers are shown at once when the deadline has passed: {{deadline}}, or earlier if all {{count}} of you have answered or declined. Until then nobody is told who has answered.',
    togetherPooled:
      'All answers are shown at once and in random order when the deadline has passed: {{deadline}}, or earlier if all {{count}} of you have answered or declined. Until then nobody is told how many have answered.',
    tooFew: 'If fewer than {{fewest}} answers have come when the deadline has passed, all are deleted unread.',
    destroyed: 'If {{receiver}} cancels before that, everything is deleted unread.',
    decline: 'You can decline. Then {{receiver}} only sees that there is no answer from you.',
    declinePooled: 'You can decline. Nobody is told.',
    frozen:
      'Neither the question, the deadline nor the promise can be changed once it is sent. After the deadline nobody can answer.',
  },
}
