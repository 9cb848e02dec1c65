import { both, type Protocol } from '../protocol.ts'

export const indflydelse: Protocol = {
  id: 'indflydelse',
  kind: 'reflection',
  name: both('Indflydelsens cirkler', 'Circles of influence'),
  purpose: both(
    'At skille det, man kan styre, fra det, man kun bekymrer sig om.',
    'To separate what can be controlled from what is merely worried about.',
  ),
  origin: both('Stephen Covey (1989); almindelig praksis', 'Stephen Covey (1989); almindelig praksis'),
  minParticipants: 1,
  maxParticipants: 8,
  roles: [{ id: 'deltager', name: both('Deltagere', 'Participants'), count: 'all' }],
  focusRole: null,
  leadRole: null,
  phases: [
    {
      id: 'liste',
      name: both('Liste', 'List'),
      minutes: 5,
      speakers: [],
      silent: ['deltager'],
      instruction: both(
        'Skriv alt, der fylder, i ti korte linjer.',
        'Write everything on your mind in ten short lines.',
      ),
      questions: [both('Hvad kredser dine tanker om?', 'What do your thoughts circle around?')],
    },
    {
      id: 'placer',
      name: both('Placér', 'Place'),
      minutes: 5,
      speakers: [],
      silent: ['deltager'],
      instruction: both(
        'Læg hver linje i styrer, påvirker eller accepterer.',
        'Place each line in control, influence or accept.',
      ),
      questions: [both('Er det her virkelig dit at løse?', 'Is this really yours to solve?')],
    },
    {
      id: 'omskriv',
      name: both('Omskriv', 'Reframe'),
      minutes: 6,
      speakers: [],
      silent: ['deltager'],
      instruction: both(
        'Omskriv én linje fra »accepterer« til noget, du kan bede om, aftale eller give slip på.',
        'Rewrite one line from “accept” into something you can ask for, agree on or let go of.',
      ),
      questions: [both('Hvad kan du bede om eller lægge fra dig?', 'What can you ask for or put down?')],
    },
    {
      id: 'runde',
      name: both('Runde', 'Round'),
      minutes: 9,
      speakers: ['deltager'],
      silent: [],
      instruction: both('Hver deler én linje, der flyttede sig.', 'Each shares one line that moved.'),
      questions: [both('Hvad lægger du fra dig indtil næste møde?', 'What will you put down until the next meeting?')],
    },
  ],
  sources: ['General knowledge (Covey)'],
  minutesAdapted: false,
}
