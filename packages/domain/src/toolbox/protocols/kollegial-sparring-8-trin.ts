import { both, type Protocol } from '../protocol.ts'

export const kollegialSparring8Trin: Protocol = {
  id: 'kollegial-sparring-8-trin',
  kind: 'supervision',
  name: both('Kollegial sparring i otte trin', 'Eight-step peer sparring'),
  purpose: both(
    'At give en konkret ledelsessag hurtig og ordnet sparring, hvor spørgsmål kommer før råd.',
    'To give a concrete leadership case quick and orderly sparring in which questions come before advice.',
  ),
  origin: both(
    'Dansk model fra supervision i psykiatrien i Risskov/Skejby; brugt i FGU-ledernetværk',
    'Dansk model fra supervision i psykiatrien i Risskov/Skejby; brugt i FGU-ledernetværk',
  ),
  minParticipants: 4,
  maxParticipants: 10,
  roles: [
    { id: 'sparringsleder', name: both('Sparringsleder', 'Sparring leader'), count: 1 },
    { id: 'indehaver', name: both('Problemindehaver', 'Case owner'), count: 1 },
    { id: 'deltager', name: both('Sparringsdeltagere', 'Sparring partners'), count: 'rest' },
  ],
  focusRole: 'indehaver',
  leadRole: 'sparringsleder',
  phases: [
    {
      id: 'runde',
      name: both('Problemrunde', 'Case round'),
      minutes: 8,
      speakers: ['sparringsleder', 'indehaver', 'deltager'],
      silent: [],
      instruction: both(
        'Hver nævner et konkret problem fra arbejdet på højst ét minut. Ingen kommentarer.',
        'Each names one concrete problem from work in one minute at most. No comments.',
      ),
      questions: [both('Hvad bøvler du med lige nu?', 'What are you struggling with right now?')],
    },
    {
      id: 'valg',
      name: both('Valg af sag', 'Choosing the case'),
      minutes: 3,
      speakers: ['sparringsleder', 'indehaver', 'deltager'],
      silent: [],
      instruction: both(
        'Stem om, hvilket problem der skal sparres på. Vurder, hvor meget det haster, og hvor mange der kan lære af det.',
        'Vote on which problem to work on. Consider how urgent it is and how many can learn from it.',
      ),
      questions: [both('Hvilken sag giver mest mening for os i dag?', 'Which case makes most sense for us today?')],
    },
    {
      id: 'uddybning',
      name: both('Uddybning', 'Elaboration'),
      minutes: 8,
      speakers: ['indehaver'],
      silent: ['sparringsleder', 'deltager'],
      instruction: both(
        'Problemindehaveren uddyber. De øvrige lytter uden at afbryde.',
        'The case owner elaborates. The others listen without interrupting.',
      ),
      questions: [
        both('Hvad er det sværeste ved det?', 'What is the hardest part?'),
        both('Hvad vil du gerne have hjælp til?', 'What would you like help with?'),
      ],
    },
    {
      id: 'spoergerunde',
      name: both('Spørgerunde', 'Question round'),
      minutes: 14,
      speakers: ['sparringsleder', 'indehaver', 'deltager'],
      silent: [],
      instruction: both(
        'Tag en runde i urets retning. Hver stiller ét spørgsmål eller springer over. Forklædte råd afvises venligt af sparringslederen.',
        'Take a round clockwise. Each asks one question or skips. The sparring leader kindly turns away advice in disguise.',
      ),
      questions: [
        both('Hvad ville være godt nok?', 'What would be good enough?'),
        both('Hvad er dit eget bidrag til, at det fortsætter?', 'How do you yourself contribute to it continuing?'),
      ],
    },
    {
      id: 'egne-forslag',
      name: both('Egne løsningsforslag', 'Own solutions'),
      minutes: 5,
      speakers: ['indehaver'],
      silent: ['sparringsleder', 'deltager'],
      instruction: both(
        'Problemindehaveren tænker højt om egne løsninger, før de andre må komme med deres.',
        'The case owner thinks aloud about own solutions before the others may offer theirs.',
      ),
      questions: [both('Hvad ser du selv som mulige veje nu?', 'What do you now see as possible ways forward?')],
    },
    {
      id: 'raad',
      name: both('Rådrunde', 'Advice round'),
      minutes: 10,
      speakers: ['sparringsleder', 'deltager'],
      silent: ['indehaver'],
      instruction: both(
        'Tag endnu en runde. Hver giver ét råd eller springer over. Problemindehaveren noterer og svarer ikke.',
        'Take another round. Each gives one piece of advice or skips. The case owner takes notes and does not reply.',
      ),
      questions: [both('Hvad vil du foreslå at prøve?', 'What would you suggest trying?')],
    },
    {
      id: 'plus-minus',
      name: both('Plus og minus', 'Plus and minus'),
      minutes: 7,
      speakers: ['indehaver'],
      silent: ['sparringsleder', 'deltager'],
      instruction: both(
        'Problemindehaveren gennemgår rådene og siger, hvad der kan bruges, hvad der ikke kan, og hvad det første skridt er.',
        'The case owner goes through the advice and says what is useful, what is not, and what the first step is.',
      ),
      questions: [
        both('Hvad tager du med, og hvad lader du ligge?', 'What do you take with you, and what do you leave?'),
      ],
    },
    {
      id: 'evaluering',
      name: both('Evaluering', 'Evaluation'),
      minutes: 5,
      speakers: ['sparringsleder', 'indehaver', 'deltager'],
      silent: [],
      instruction: both(
        'Kort runde om udbytte og form. Sagen genåbnes ikke.',
        'Short round on benefit and process. The case is not reopened.',
      ),
      questions: [
        both('Hvad fik du selv ud af at spørge og lytte?', 'What did you yourself get out of asking and listening?'),
      ],
    },
  ],
  sources: ['https://uddannelseslederne.dk/systemisk-sparring-et-nyt-ledervaerktoej/'],
  minutesAdapted: true,
}
