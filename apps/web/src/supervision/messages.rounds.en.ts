import type { Texts } from '../ui/texts.ts'
import type { messages as danish } from './messages.rounds.da.ts'

export const messages: Texts<typeof danish> = {
  title: 'Supervision rounds',
  open: 'A round is under way',
  enter: 'Go to the round',
  notIn: 'You are not in it.',
  waiting: 'Prepared, not begun',
  calledOff: 'Called off before it began',
  held: '{{from}}-{{to}}',
  focus: 'Focus person: {{name}}',
  begin: 'Begin a round',
  turn: 'Whose turn',
  turnYours: 'It is your turn to bring a case',
  turnThen: 'Then {{name}}',
  prepare: 'Prepare a case',
  turnNobody: 'The turns begin when at least two have accepted the ground rules.',
}
