import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const incidentmetoden: Protocol = {
  id: 'incidentmetoden',
  kind: 'supervision',
  name: both('Intervision efter incidentmetoden', 'Intervision, incident method'),
  purpose: both(
    'At bruge én konkret hændelse til at øve analyse og selvstændig stillingtagen hos hele gruppen.',
    'To use one concrete incident to train analysis and independent judgement across the whole group.',
  ),
  origin: both(
    'Incident method (Pigors, MIT); hollandsk intervisie (Hendriksen)',
    'Incident method (Pigors, MIT); hollandsk intervisie (Hendriksen)',
  ),
  when: both(
    'Når én hændelse viser noget, som alle kan lære af, og den, der var der, kan vente med at fortælle, hvordan det gik.',
    'When one incident shows something that everybody can learn from, and the one who was there can wait before telling how it ended.',
  ),
  whenNot: both(
    'Når sagen er et langt forløb uden et bestemt øjeblik, eller når hændelsen stadig gør for ondt.',
    'When the case is a long story without one particular moment, or when the incident still hurts too much.',
  ),
  evidence: null,
  licence: freeProcedure,
  forNewcomers: false,
  needsConsultant: false,
  minParticipants: 5,
  maxParticipants: 8,
  roles: [
    { id: 'indbringer', name: both('Indbringer', 'Presenter'), count: 1 },
    { id: 'samtaleleder', name: both('Samtaleleder', 'Facilitator'), count: 1 },
    { id: 'deltager', name: both('Deltagere', 'Participants'), count: 'rest' },
  ],
  focusRole: 'indbringer',
  leadRole: 'samtaleleder',
  phases: [
    {
      id: 'tilbageblik',
      name: both('Tilbageblik', 'Looking back'),
      minutes: 5,
      speakers: ['indbringer', 'samtaleleder', 'deltager'],
      silent: [],
      instruction: both(
        'Den, der havde sagen sidst, fortæller kort, hvad der skete siden.',
        'The previous presenter briefly tells what has happened since.',
      ),
      questions: [both('Hvad gjorde du, og hvad skete der?', 'What did you do, and what happened?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'haendelser',
      name: both('Hændelser', 'Incidents'),
      minutes: 10,
      speakers: ['indbringer', 'samtaleleder', 'deltager'],
      silent: [],
      instruction: both(
        'Hver beskriver en hændelse kort og faktuelt, til og med det øjeblik, hvor der måtte handles. Udfaldet holdes tilbage.',
        'Each describes an incident briefly and factually up to the moment when action was needed. The outcome is held back.',
      ),
      questions: [both('Hvad var øjeblikket, hvor du skulle vælge?', 'What was the moment you had to choose?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'valg',
      name: both('Valg af hændelse', 'Choosing the incident'),
      minutes: 5,
      speakers: ['indbringer', 'samtaleleder', 'deltager'],
      silent: [],
      instruction: both(
        'Vælg én hændelse, der er aktuel og genkendelig.',
        'Choose one incident that is current and recognisable.',
      ),
      questions: [both('Hvilken hændelse kan vi alle lære af?', 'Which incident can we all learn from?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'spoergsmaal',
      name: both('Informationsrunde', 'Information round'),
      minutes: 15,
      speakers: ['indbringer', 'samtaleleder', 'deltager'],
      silent: [],
      instruction: both(
        'Faktuelle og uddybende spørgsmål på skift. Ingen råd, domme, tolkninger eller forslag.',
        'Factual and deepening questions in turn. No advice, judgement, interpretation or suggestion.',
      ),
      questions: [
        both('Hvad vidste du på det tidspunkt?', 'What did you know at that time?'),
        both('Hvem var ellers til stede?', 'Who else was present?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'analyse',
      name: both('Analyse uden indbringer', 'Analysis without presenter'),
      minutes: 10,
      speakers: ['samtaleleder', 'deltager'],
      silent: ['indbringer'],
      instruction: both(
        'Skriv først hver for sig, hvad du ville have gjort og hvorfor. Del derefter. Indbringeren lytter eller går ud.',
        'First write individually what you would have done and why. Then share. The presenter listens or leaves the room.',
      ),
      questions: [
        both('Hvad er kernen i hændelsen?', 'What is the core of the incident?'),
        both(
          'Hvilket standpunkt tager du, og hvad bygger du det på?',
          'What position do you take, and on what grounds?',
        ),
      ],
      prompts: {},
      isWriting: true,
    },
    {
      id: 'raadrunde',
      name: both('Rådrunde', 'Advice round'),
      minutes: 10,
      speakers: ['samtaleleder', 'deltager'],
      silent: ['indbringer'],
      instruction: both(
        'Hver siger, hvad vedkommende ville gøre. Indbringeren lytter, noterer og svarer endnu ikke.',
        'Each says what they would do. The presenter listens, takes notes and does not answer yet.',
      ),
      questions: [both('Hvad ville du selv gøre?', 'What would you do yourself?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'evaluering',
      name: both('Svar og aftale', 'Response and agreement'),
      minutes: 10,
      speakers: ['indbringer', 'samtaleleder', 'deltager'],
      silent: [],
      instruction: both(
        'Indbringeren fortæller, hvad der faktisk skete, hvilket råd der kan bruges, og hvad der nu aftales.',
        'The presenter tells what actually happened, which advice is useful and what is now agreed.',
      ),
      questions: [
        both('Hvad vil du gøre anderledes, hvis det sker igen?', 'What will you do differently if it happens again?'),
      ],
      prompts: {},
      isWriting: false,
    },
  ],
  sources: [
    'https://www.fotoscholing.nl/index.php/incidentmethode/',
    'https://eenmeesterinleren.nl/de-incidentmethode',
    'https://unik-tc.nl/intervisie/',
  ],
  minutesAdapted: false,
}
