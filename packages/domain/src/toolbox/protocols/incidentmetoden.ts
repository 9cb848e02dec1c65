import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const incidentmetoden: Protocol = {
  id: 'incidentmetoden',
  kind: 'supervision',
  name: both('Intervision efter incidentmetoden', 'Intervision, incident method'),
  purpose: both(
    'At bruge én konkret hændelse til at øve hele gruppen i at undersøge en sag og selv tage stilling.',
    'To use one concrete incident to train the whole group in examining a case and taking a position.',
  ),
  origin: both(
    'Incidentmetoden (Pigors, MIT) og hollandsk intervision (Hendriksen)',
    'The incident method (Pigors, MIT) and Dutch intervision (Hendriksen)',
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
    { id: 'indbringer', name: both('Sagsgiver', 'Presenter'), count: 1 },
    { id: 'samtaleleder', name: both('Samtaleleder', 'Facilitator'), count: 1 },
    { id: 'deltager', name: both('Deltager', 'Participant'), count: 'rest' },
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
        'Den, der havde sagen sidst, fortæller kort, hvad der er sket siden.',
        'Whoever had the case last time tells briefly what has happened since.',
      ),
      questions: [both('Hvad gjorde du, og hvad skete der?', 'What did you do, and what happened?')],
      prompts: {
        indbringer: both(
          'Lyt til tilbageblikket. Havde du selv sagen sidst, så fortæl kort, hvad der er sket siden.',
          'Listen to the look back. If the last case was yours, tell briefly what has happened since.',
        ),
        samtaleleder: both(
          'Giv ordet til den, der havde sagen sidst. Er det jeres første gang, går I bare videre.',
          'Give the floor to whoever had the case last time. If this is your first time, simply go on.',
        ),
        deltager: both(
          'Lyt til tilbageblikket. Var sagen din, så fortæl kort, hvad du gjorde, og hvad der skete.',
          'Listen to the look back. If the case was yours, tell briefly what you did and what happened.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'haendelser',
      name: both('Hændelser', 'Incidents'),
      minutes: 10,
      speakers: ['indbringer', 'samtaleleder', 'deltager'],
      silent: [],
      instruction: both(
        'Hver beskriver kort og faktuelt en hændelse frem til det øjeblik, hvor der måtte handles. Hvordan det gik, siges ikke endnu.',
        'Each describes an incident, briefly and factually, up to the moment when action was needed. How it ended is not told yet.',
      ),
      questions: [both('Hvad var øjeblikket, hvor du måtte vælge?', 'What was the moment when you had to choose?')],
      prompts: {
        indbringer: both(
          'Beskriv din hændelse kort, og stop ved det øjeblik, hvor du måtte handle. Hold udfaldet tilbage.',
          'Describe your incident briefly, and stop at the moment when you had to act. Keep the outcome back.',
        ),
        samtaleleder: both(
          'Lad ordet gå rundt, og stop venligt den, der er ved at røbe udfaldet. Fortæl også selv om en hændelse.',
          'Go round the group, and kindly stop anyone about to reveal the outcome. Tell of an incident of your own too.',
        ),
        deltager: both(
          'Beskriv en hændelse kort, og stop der, hvor du måtte handle. Har du ingen, så sig pas.',
          'Describe an incident briefly, and stop where you had to act. If you have none, pass.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'valg',
      name: both('Valg af hændelse', 'Choosing the incident'),
      minutes: 5,
      speakers: ['indbringer', 'samtaleleder', 'deltager'],
      silent: [],
      instruction: both(
        'Vælg én hændelse, der er aktuel, og som flere kan genkende.',
        'Choose one incident that is current and that several of you recognise.',
      ),
      questions: [both('Hvilken hændelse kan vi alle lære af?', 'Which incident can we all learn from?')],
      prompts: {
        indbringer: both(
          'Vær med til at vælge. Bliver det en andens hændelse, bytter I rolle.',
          "Take part in choosing. If it is somebody else's incident, you two swap roles.",
        ),
        samtaleleder: both(
          'Led valget. Falder det på en anden end sagsgiveren, så lad de to bytte rolle, før I går videre.',
          'Lead the choice. If it falls on somebody other than the presenter, let the two swap roles before you go on.',
        ),
        deltager: both(
          'Sig, hvilken hændelse du kan lære noget af, også hvis det ikke er din egen.',
          'Say which incident you could learn from, even if it is not your own.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'spoergsmaal',
      name: both('Informationsrunde', 'Information round'),
      minutes: 15,
      speakers: ['indbringer', 'samtaleleder', 'deltager'],
      silent: [],
      instruction: both(
        'Spørg på skift til fakta og detaljer. Ingen råd, domme, tolkninger eller forslag.',
        'Ask in turn about facts and details. No advice, judgement, interpretation or suggestion.',
      ),
      questions: [
        both('Hvad vidste du på det tidspunkt?', 'What did you know at that time?'),
        both('Hvem var ellers til stede?', 'Who else was present?'),
      ],
      prompts: {
        indbringer: both(
          'Svar på det, der bliver spurgt om. Hvad du endte med at gøre, holder du stadig for dig selv.',
          'Answer what is asked. What you ended up doing, you still keep to yourself.',
        ),
        samtaleleder: both(
          'Giv ordet videre på skift. Hører du et råd eller en dom, så bed venligt om et nyt spørgsmål.',
          'Pass the turn on. If you hear advice or a judgement, kindly ask for another question.',
        ),
        deltager: both(
          'Spørg til det, man kunne se, høre og vide. Hvad du selv mener, kan vente.',
          'Ask about what could be seen, heard and known. What you think yourself can wait.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'analyse',
      name: both('Analyse uden sagsgiver', 'Analysis without the presenter'),
      minutes: 10,
      speakers: ['samtaleleder', 'deltager'],
      silent: ['indbringer'],
      instruction: both(
        'Skriv først hver for sig, hvad I ville have gjort, og hvorfor. Del det derefter. Sagsgiveren lytter eller går ud imens.',
        'First write, each on your own, what you would have done and why. Then share it. Meanwhile the presenter listens or leaves the room.',
      ),
      questions: [
        both('Hvad er kernen i hændelsen?', 'What is the core of the incident?'),
        both('Hvor står du selv, og hvad bygger du det på?', 'Where do you stand yourself, and on what grounds?'),
      ],
      prompts: {
        indbringer: both(
          'Lyt, eller gå ud imens. Du skal ikke svare. Læg mærke til det, de andre ser, og som du ikke så.',
          'Listen, or leave the room. You need not answer. Notice what the others see that you did not.',
        ),
        samtaleleder: both(
          'Skriv selv med. Vis teksterne, når alle er færdige, og lad så ordet gå rundt.',
          'Write along with the others. Show the texts when everybody has finished, and then go round the group.',
        ),
        deltager: both(
          'Skriv for dig selv, hvad du ville have gjort, og hvorfor. Fortæl om det bagefter, når teksterne ligger fremme.',
          'Write by yourself what you would have done and why. Talk about it afterwards, when the texts lie open.',
        ),
      },
      isWriting: true,
    },
    {
      id: 'raadrunde',
      name: both('Rådrunde', 'Advice round'),
      minutes: 10,
      speakers: ['samtaleleder', 'deltager'],
      silent: ['indbringer'],
      instruction: both(
        'I siger på skift, hvad I selv ville gøre. Sagsgiveren lytter, noterer og svarer ikke endnu.',
        'In turn, each says what they would do. The presenter listens, takes notes and does not answer yet.',
      ),
      questions: [both('Hvad ville du selv gøre?', 'What would you do yourself?')],
      prompts: {
        indbringer: both(
          'Du lytter og skriver ned. Du svarer først i næste fase.',
          'You listen and write down. You answer only in the next phase.',
        ),
        samtaleleder: both(
          'Se efter, at sagsgiveren er med igen, og lad ordet gå rundt, ét råd til hver. Du må også give et.',
          'See that the presenter is back, and go round the group, one piece of advice each. You may give one too.',
        ),
        deltager: both(
          'Sig »jeg«: Hvad ville du gøre? Kort og konkret. Sig pas, hvis det allerede er sagt.',
          'Say “I”: what would you do? Briefly and concretely. Pass if it has been said already.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'evaluering',
      name: both('Svar og aftale', 'Response and agreement'),
      minutes: 10,
      speakers: ['indbringer', 'samtaleleder', 'deltager'],
      silent: [],
      instruction: both(
        'Sagsgiveren fortæller, hvad der faktisk skete, hvilke råd der kan bruges, og hvad der skal ske nu.',
        'The presenter says what actually happened, which advice is of use, and what happens now.',
      ),
      questions: [
        both('Hvad vil du gøre anderledes, hvis det sker igen?', 'What will you do differently if it happens again?'),
      ],
      prompts: {
        indbringer: both(
          'Fortæl, hvad der faktisk skete, hvad du kan bruge, og hvad du vil gøre nu.',
          'Say what actually happened, what you can use, and what you will do now.',
        ),
        samtaleleder: both(
          'Spørg, hvad der nu er aftalt, så I kan vende tilbage til det næste gang. Rund af til tiden.',
          'Ask what is now agreed, so that you can come back to it next time. Close on time.',
        ),
        deltager: both(
          'Lyt til, hvordan det gik. Sig til sidst én ting, du selv lærte, uden at dømme det, der blev gjort.',
          'Listen to how it went. Say at the end one thing that you learned, without judging what was done.',
        ),
      },
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
