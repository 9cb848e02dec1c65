import { both, type Protocol } from '../protocol.ts'

export const feedforward: Protocol = {
  id: 'feedforward',
  kind: 'feedback',
  name: both('Feedforward', 'Feedforward'),
  purpose: both(
    'At hente fremadrettede forslag til én adfærd, man selv vil forbedre.',
    'To gather future-oriented suggestions for one behaviour one wants to improve.',
  ),
  origin: both('Marshall Goldsmith', 'Marshall Goldsmith'),
  minParticipants: 4,
  maxParticipants: 12,
  roles: [{ id: 'deltager', name: both('Deltagere (i par)', 'Participants (in pairs)'), count: 'all' }],
  focusRole: null,
  leadRole: null,
  phases: [
    {
      id: 'vaelg',
      name: both('Vælg én adfærd', 'Choose one behaviour'),
      minutes: 4,
      speakers: [],
      silent: ['deltager'],
      instruction: both(
        'Vælg én adfærd, der ville gøre en tydelig positiv forskel, og skriv den som et ønske.',
        'Choose one behaviour that would make a clear positive difference and write it as a wish.',
      ),
      questions: [
        both('Hvad vil du gerne blive bedre til som leder?', 'What would you like to become better at as a leader?'),
      ],
    },
    {
      id: 'par-1',
      name: both('Første par', 'First pair'),
      minutes: 4,
      speakers: ['deltager'],
      silent: [],
      instruction: both(
        'To minutter hver: Sig, hvilken adfærd du arbejder med, få to forslag til fremtiden, skriv dem ned, og sig kun tak. Fortiden må ikke nævnes, og forslag må ikke bedømmes.',
        'Two minutes each: state your behaviour, get two suggestions for the future, write them down and only say thank you. The past is off limits, and suggestions are not judged.',
      ),
      questions: [both('Hvad kunne jeg prøve fremover?', 'What could I try from now on?')],
    },
    {
      id: 'par-2',
      name: both('Andet par', 'Second pair'),
      minutes: 4,
      speakers: ['deltager'],
      silent: [],
      instruction: both(
        'Skift makker, og gentag med samme adfærd.',
        'Change partner and repeat with the same behaviour.',
      ),
      questions: [both('Hvad kunne jeg prøve fremover?', 'What could I try from now on?')],
    },
    {
      id: 'par-3',
      name: both('Tredje par', 'Third pair'),
      minutes: 4,
      speakers: ['deltager'],
      silent: [],
      instruction: both('Skift makker, og gentag.', 'Change partner and repeat.'),
      questions: [both('Hvad kunne jeg prøve fremover?', 'What could I try from now on?')],
    },
    {
      id: 'vaelg-forslag',
      name: both('Vælg et forslag', 'Choose a suggestion'),
      minutes: 5,
      speakers: [],
      silent: ['deltager'],
      instruction: both(
        'Læs forslagene igennem alene. Vælg ét, og skriv, hvornår det prøves.',
        'Read the suggestions alone. Choose one and write when you will try it.',
      ),
      questions: [both('Hvilket forslag er enklest at begynde med?', 'Which suggestion is simplest to start with?')],
    },
    {
      id: 'del',
      name: both('Del', 'Share'),
      minutes: 9,
      speakers: ['deltager'],
      silent: [],
      instruction: both(
        'Hver nævner sin adfærd og det valgte forslag. Ingen kommentarer.',
        'Each states the behaviour and chosen suggestion. No comments.',
      ),
      questions: [both('Hvad prøver du inden næste møde?', 'What will you try before the next meeting?')],
    },
  ],
  sources: [
    'https://chiefexecutive.net/the-feed-forward-exercise/',
    'https://pramodavyasarao.wordpress.com/2014/07/30/feedforward-a-tool-for-self-awareness/',
  ],
  minutesAdapted: false,
}
