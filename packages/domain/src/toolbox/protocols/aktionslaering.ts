import { both, type Protocol } from '../protocol.ts'

export const aktionslaering: Protocol = {
  id: 'aktionslaering',
  kind: 'supervision',
  name: both('Aktionslæring med spørgsmål først', 'Action learning, questions first'),
  purpose: both(
    'At arbejde med et reelt og presserende problem ved at spørge i stedet for at mene, og at slutte med handling og læring.',
    'To work on a real, urgent problem by asking rather than opining, ending in action and learning.',
  ),
  origin: both(
    "Reg Revans (1940'erne; L=P+Q); Michael Marquardt/WIAL",
    "Reg Revans (1940'erne; L=P+Q); Michael Marquardt/WIAL",
  ),
  minParticipants: 4,
  maxParticipants: 8,
  roles: [
    { id: 'problemejer', name: both('Problemejer', 'Problem owner'), count: 1 },
    { id: 'laeringscoach', name: both('Læringscoach', 'Learning coach'), count: 1 },
    { id: 'medlem', name: both('Medlemmer', 'Set members'), count: 'rest' },
  ],
  focusRole: 'problemejer',
  leadRole: 'laeringscoach',
  phases: [
    {
      id: 'regler',
      name: both('Regler', 'Ground rules'),
      minutes: 3,
      speakers: ['laeringscoach'],
      silent: ['problemejer', 'medlem'],
      instruction: both(
        'Læringscoachen minder om to regler: Man siger kun noget, når man er blevet spurgt, og læringscoachen må stoppe samtalen, når der er noget at lære.',
        'The learning coach recalls two rules: nobody offers a view unless they have been asked, and the learning coach may stop the talk whenever there is something to learn.',
      ),
      questions: [
        both(
          'Hvilken lederfærdighed vil hver af os øve i dag?',
          'Which leadership skill will each of us practise today?',
        ),
      ],
    },
    {
      id: 'problem',
      name: both('Problemet', 'The problem'),
      minutes: 4,
      speakers: ['problemejer'],
      silent: ['laeringscoach', 'medlem'],
      instruction: both(
        'Problemejeren fortæller kort, hvad der haster, og hvad der står på spil.',
        'The problem owner says briefly what is urgent and what is at stake.',
      ),
      questions: [both('Hvad er problemet med én sætning?', 'What is the problem in one sentence?')],
    },
    {
      id: 'spoerg-1',
      name: both('Spørgerunde: forstå', 'Question round: understand'),
      minutes: 15,
      speakers: ['problemejer', 'laeringscoach', 'medlem'],
      silent: [],
      instruction: both(
        'Alle må spørge alle, men kun med korte, åbne spørgsmål. Udsagn gives kun som svar.',
        'Anyone may ask anyone, but only short, open questions. Statements only as answers.',
      ),
      questions: [
        both('Hvad ved vi, og hvad gætter vi på?', 'What do we know and what are we guessing?'),
        both('Hvad ville ske, hvis du intet gjorde?', 'What would happen if you did nothing?'),
        both('Hvad har du ikke spurgt dig selv om endnu?', 'What have you not asked yourself yet?'),
      ],
    },
    {
      id: 'problem-skriv',
      name: both('Er vi enige om problemet?', 'Do we agree on the problem?'),
      minutes: 6,
      speakers: ['problemejer', 'laeringscoach', 'medlem'],
      silent: [],
      instruction: both(
        'Alle skriver problemet med én sætning og læser op. Problemejeren svarer til sidst. Læringscoachen spørger, om der er enighed.',
        'Everyone writes the problem in one sentence and reads aloud. The problem owner answers last. The learning coach asks whether there is agreement.',
      ),
      questions: [both('Hvad er det egentlige problem?', 'What is the real problem?')],
    },
    {
      id: 'spoerg-2',
      name: both('Spørgerunde: mål og veje', 'Question round: goals and paths'),
      minutes: 15,
      speakers: ['problemejer', 'laeringscoach', 'medlem'],
      silent: [],
      instruction: both(
        'Spørg til mål, hindringer og muligheder. Stadig kun spørgsmål og svar.',
        'Ask about goals, obstacles and options. Still only questions and answers.',
      ),
      questions: [
        both('Hvad ville være et modigt skridt?', 'What would be a brave step?'),
        both('Hvem skal du have med, før det kan lykkes?', 'Who do you need on board before this can succeed?'),
      ],
    },
    {
      id: 'handling',
      name: both('Handling', 'Action'),
      minutes: 7,
      speakers: ['problemejer'],
      silent: ['laeringscoach', 'medlem'],
      instruction: both(
        'Problemejeren siger, hvad der gøres inden næste møde, og hvordan det kan ses.',
        'The problem owner says what will be done before the next meeting and how it will show.',
      ),
      questions: [both('Hvad gør du, hvornår, og hvem følger op?', 'What will you do, when, and who follows up?')],
    },
    {
      id: 'laering',
      name: both('Læring', 'Learning'),
      minutes: 10,
      speakers: ['problemejer', 'laeringscoach', 'medlem'],
      silent: [],
      instruction: both(
        'Læringscoachen spørger til læring: hos den enkelte, i gruppen og på arbejdspladsen.',
        'The learning coach asks about learning: individual, group and workplace.',
      ),
      questions: [
        both('Hvad gjorde vi godt som gruppe?', 'What did we do well as a group?'),
        both('Hvad kan du bruge allerede i morgen?', 'What can you use as early as tomorrow?'),
      ],
    },
  ],
  sources: [
    'https://wial.org/fresh-look-ground-rule-1-call-apply-strictly-coach/',
    'https://wial-usa.org/action-learning/',
    'http://www.personal-coaching-information.com/action-learning-frequently-asked-questions.html',
  ],
  minutesAdapted: true,
}
