import { both, type Protocol } from '../protocol.ts'

export const spejl360: Protocol = {
  id: 'spejl-360',
  kind: 'feedback',
  name: both('Fra 360-graders måling til læring', 'From 360 results to learning'),
  purpose: both(
    'At hjælpe en leder med at omsætte en 360-graders måling til ét læringsmål uden jagt på, hvem der svarede hvad.',
    'To help a leader turn 360 results into one learning goal without hunting for who said what.',
  ),
  origin: both('Almindelig 360-graders-praksis', 'Almindelig 360-graders-praksis'),
  minParticipants: 3,
  maxParticipants: 6,
  roles: [
    { id: 'fokusperson', name: both('Fokusperson', 'Focus person'), count: 1 },
    { id: 'spoerger', name: both('Spørger', 'Questioner'), count: 1 },
    { id: 'vidne', name: both('Vidner', 'Witnesses'), count: 'rest' },
  ],
  focusRole: 'fokusperson',
  leadRole: 'spoerger',
  phases: [
    {
      id: 'laes',
      name: both('Læs i ro', 'Read quietly'),
      minutes: 6,
      speakers: [],
      silent: ['fokusperson', 'spoerger', 'vidne'],
      instruction: both(
        'Fokuspersonen læser sine egne resultater. Andre ser dem ikke, medmindre fokuspersonen viser dem.',
        'The focus person reads own results. Others do not see them unless the focus person shows them.',
      ),
      questions: [both('Hvad overrasker, glæder eller gør ondt?', 'What surprises, pleases or hurts?')],
    },
    {
      id: 'fortael',
      name: both('Fortæl det vigtigste', 'Tell the essentials'),
      minutes: 8,
      speakers: ['fokusperson'],
      silent: ['spoerger', 'vidne'],
      instruction: both(
        'Fokuspersonen fortæller om overensstemmelse og forskel mellem egen og andres vurdering. Ingen gætter på afsendere.',
        "The focus person tells about agreement and difference between own and others' ratings. Nobody guesses who said what.",
      ),
      questions: [
        both('Hvor ser du det samme som de andre?', 'Where do you see the same as the others?'),
        both('Hvor er afstanden størst?', 'Where is the gap largest?'),
      ],
    },
    {
      id: 'spoerg',
      name: both('Spørg', 'Ask'),
      minutes: 12,
      speakers: ['fokusperson', 'spoerger'],
      silent: ['vidne'],
      instruction: both(
        'Spørgeren undersøger mønstre, styrker og sammenhæng. Ingen råd.',
        'The questioner explores patterns, strengths and context. No advice.',
      ),
      questions: [
        both('Hvilken styrke ligger bag?', 'Which strength lies behind it?'),
        both('Hvornår er det ikke sådan?', 'When is it not like that?'),
      ],
    },
    {
      id: 'vidner',
      name: both('Vidnernes genklang', 'Witness resonance'),
      minutes: 8,
      speakers: ['vidne'],
      silent: ['fokusperson', 'spoerger'],
      instruction: both(
        'Vidnerne siger, hvad de hørte, og hvad det fik dem til at tænke på hos sig selv.',
        'The witnesses say what they heard and what it made them think about in themselves.',
      ),
      questions: [
        both('Hvad genkendte du fra dit eget lederliv?', 'What did you recognise from your own life as a leader?'),
      ],
    },
    {
      id: 'maal',
      name: both('Læringsmål', 'Learning goal'),
      minutes: 7,
      speakers: ['fokusperson', 'spoerger'],
      silent: ['vidne'],
      instruction: both(
        'Fokuspersonen vælger ét mål og én handling og beslutter, hvem der skal takkes og orienteres.',
        'The focus person chooses one goal and one action and decides whom to thank and inform.',
      ),
      questions: [both('Hvad vil du øve de næste seks uger?', 'What will you practise the next six weeks?')],
    },
    {
      id: 'slut',
      name: both('Afrunding', 'Closing'),
      minutes: 4,
      speakers: ['fokusperson', 'spoerger', 'vidne'],
      silent: [],
      instruction: both('Kort runde.', 'Short round.'),
      questions: [both('Hvordan går du herfra?', 'How do you leave?')],
    },
  ],
  sources: [
    'https://sigmaassessmentsystems.com/?p=36120',
    'https://decisionwise.com/?p=2210',
    'http://360degreeappraisal.blogspot.com/2007/03/how-many-is-too-many.html',
  ],
  minutesAdapted: false,
}
