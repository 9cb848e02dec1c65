import type { Texts } from '../ui/texts.ts'
import type { messages as danish } from './messages.step.da.ts'

export const messages: Texts<typeof danish> = {
  title: 'Feedback for everybody in the network',
  lead: 'Everybody asks everybody else, each about a theme of their own.',
  planned: 'Planned',
  plannedSigned: '{{form}}, with names. Opens {{opens}}, deadline {{deadline}}.',
  plannedPooled: '{{form}}, without names. Opens {{opens}}, deadline {{deadline}}.',
  how: 'How it goes',
  how1: 'You choose form, promise and time for all. It cannot be changed once it is planned.',
  how2: 'From the day it opens, each member is asked on their front page to choose a theme of their own. Nobody has to, and nobody sees who does not.',
  how3: 'The answers are for the person who asked, alone. As convenor you see nothing of it.',
  notAble_one: 'One member cannot take part yet: the ground rules are not accepted, or there are no keys.',
  notAble_other: '{{count}} members cannot take part yet: the ground rules are not accepted, or there are no keys.',
  pooledTooFew_zero:
    'It takes at least five others for everybody. Right now there is none, so nobody could be anonymous.',
  pooledTooFew_one:
    'It takes at least five others for everybody. Right now there is one, so nobody could be anonymous.',
  pooledTooFew_other:
    'It takes at least five others for everybody. Right now there are {{count}}, so nobody could be anonymous.',
  opens: 'Opens',
  opensDay: 'From',
  whoKnows: 'the members of the network',
  before: 'What all promise each other',
  beforeText: 'Whoever asks gives this promise to those who answer.',
  anybody: 'the person who asks',
  order: 'It must open before the deadline.',
  plan: 'Plan it for everybody',
  done: 'Planned. The members see it on their front page from the day it opens.',
  invalid: 'The days do not fit: it must open today or later, and before the deadline. Nothing was planned.',
  failed: 'The server cannot be reached. Try again.',
  refused: 'It could not be planned.',
}
