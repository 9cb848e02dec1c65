import type { Texts } from '../ui/texts.ts'
import type { messages as danish } from './messages.form.da.ts'

export const messages: Texts<typeof danish> = {
  toolbox: 'Read about the method in the toolbox',
  sbi: {
    name: 'Situation, behaviour, impact',
    explains: 'One concrete moment: where it was, what you did, and what came of it.',
    situation: 'Situation',
    situationHelp: 'When and where did you see it?',
    behaviour: 'Behaviour',
    behaviourHelp: 'What was done or said? Write what a camera could have recorded.',
    impact: 'Impact',
    impactHelp: 'What did it do to you or to the task?',
  },
  feedforward: {
    name: 'Feedforward',
    explains: 'Up to two suggestions for what you could try from now on. The past is left alone.',
    suggestion: 'A suggestion',
    suggestionHelp: 'What could your colleague try next time?',
    another: 'One more suggestion',
    anotherHelp: 'If you have one.',
  },
  startStopContinue: {
    name: 'Start, stop, continue',
    explains: 'What you could begin, what you could stop, and what to keep doing.',
    start: 'Start',
    startHelp: 'What could your colleague begin to do?',
    stop: 'Stop',
    stopHelp: 'What could your colleague stop doing?',
    continue: 'Continue',
    continueHelp: 'What is good to keep doing?',
  },
  strengths: {
    name: 'Strengths',
    explains: 'A strength that others see in you, and where they have seen it.',
    strength: 'A strength I see',
    strengthHelp: 'Say it in your own words.',
    seen: 'Where I saw it',
    seenHelp: 'A moment in which the strength was in use.',
    more: 'Where it could be used more',
    moreHelp: 'If a place comes to mind.',
  },
  free: {
    name: 'Free answer',
    explains: 'One field; whoever answers chooses the form.',
    text: 'My answer',
    textHelp: 'Something you have seen or heard is easier to use than an impression.',
  },
}
