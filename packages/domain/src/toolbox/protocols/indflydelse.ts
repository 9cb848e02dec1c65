import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const indflydelse: Protocol = {
  id: 'indflydelse',
  kind: 'reflection',
  name: both('Indflydelsens cirkler', 'Circles of influence'),
  purpose: both(
    'At skille det, du kan styre, fra det, du kun kan bekymre dig om.',
    'To say what you can control from what you can only worry about.',
  ),
  origin: both('Stephen Covey (1989); almindelig praksis', 'Stephen Covey (1989); common practice'),
  when: both(
    'Når tankerne kører i ring om noget, du ikke er herre over.',
    'When your thoughts go round and round about something beyond your control.',
  ),
  whenNot: both(
    'Når det, der fylder, er andres ansvar at ændre. Så passer IGLO-gennemgangen bedre.',
    'When what weighs on you is for others to change. Then the IGLO review fits better.',
  ),
  evidence: both(
    'En samtalemodel, ikke en undersøgt metode.',
    'A way to talk about things, not a method that has been studied.',
  ),
  licence: freeProcedure,
  forNewcomers: true,
  needsConsultant: false,
  minParticipants: 1,
  maxParticipants: 8,
  roles: [{ id: 'deltager', name: both('Deltager', 'Participant'), count: 'all' }],
  focusRole: null,
  leadRole: null,
  phases: [
    {
      id: 'liste',
      name: both('Skriv en liste', 'Make a list'),
      minutes: 5,
      speakers: [],
      silent: ['deltager'],
      instruction: both(
        'Skriv alt det, der fylder, i højst ti korte linjer.',
        'Write everything that is on your mind, in at most ten short lines.',
      ),
      questions: [both('Hvad kredser dine tanker om?', 'What do your thoughts circle around?')],
      prompts: {
        deltager: both(
          'Skriv for dig selv, som det falder dig ind. Ingen andre ser listen.',
          'Write for yourself, as it comes to you. Nobody else sees the list.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'placer',
      name: both('Sæt på plads', 'Put in place'),
      minutes: 5,
      speakers: [],
      silent: ['deltager'],
      instruction: both(
        'Skriv ved hver linje, om det er noget, du styrer, noget, du kan påvirke, eller noget, du må acceptere.',
        'Write beside each line whether it is something you control, something you can influence or something you must accept.',
      ),
      questions: [both('Er det virkelig dig, der skal løse det?', 'Is it really yours to solve?')],
      prompts: {
        deltager: both(
          'Tag linjerne én for én. Er du i tvivl, så vælg det, der passer bedst i dag.',
          'Take the lines one by one. If in doubt, choose what fits best today.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'omskriv',
      name: both('Skriv om', 'Rewrite'),
      minutes: 6,
      speakers: [],
      silent: ['deltager'],
      instruction: both(
        'Vælg én linje, du må acceptere. Skriv den om til noget, du kan bede om, aftale med nogen eller lægge fra dig.',
        'Choose one line that you must accept. Rewrite it into something you can ask for, agree with somebody or put down.',
      ),
      questions: [both('Hvad kan du bede om eller lægge fra dig?', 'What can you ask for or put down?')],
      prompts: {
        deltager: both(
          'Én linje er nok. Skriv den, så du kan gøre noget ved den eller slippe den.',
          'One line is enough. Write it so that you can act on it or let it go.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'runde',
      name: both('Runde', 'Round'),
      minutes: 9,
      speakers: ['deltager'],
      silent: [],
      instruction: both(
        'Hver deler én linje, der flyttede sig. Det er i orden at sige pas.',
        'Each shares one line that moved. Passing is fine.',
      ),
      questions: [both('Hvad lægger du fra dig indtil næste møde?', 'What will you put down until the next meeting?')],
      prompts: {
        deltager: both(
          'Del én linje, der flyttede sig, eller sig pas. Er du alene, så skriv, hvad du lægger fra dig.',
          'Share one line that moved, or pass. If you are alone, write what you put down.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: ['Covey: The 7 Habits of Highly Effective People (1989)'],
  minutesAdapted: false,
}
