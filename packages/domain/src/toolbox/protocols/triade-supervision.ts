import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const triadeSupervision: Protocol = {
  id: 'triade-supervision',
  kind: 'supervision',
  name: both('Triade: supervision i grupper på tre', 'Triad supervision'),
  purpose: both(
    'At give tre ledere en enkel form, der kan gentages: én spørger, én tænker højt, og én holder samtalen på sporet.',
    'To give three leaders a simple form that can be repeated: one asks, one thinks aloud, and one keeps the conversation on track.',
  ),
  origin: both('Dansk kollegial supervision (Tortzen-Bager)', 'Danish peer supervision (Tortzen-Bager)'),
  when: both(
    'Når I kun er tre, eller når en større gruppe deler sig, så flere kan nå at få en sag igennem.',
    'When there are only three of you, or when a larger group splits up so that more people can have a case.',
  ),
  whenNot: both(
    'Når to af jer er part i sagen, eller når ingen af jer har prøvet at spørge uden at give råd.',
    'When two of you are parties to the case, or when none of you has tried to ask without giving advice.',
  ),
  evidence: null,
  licence: freeProcedure,
  forNewcomers: false,
  needsConsultant: false,
  minParticipants: 3,
  maxParticipants: 3,
  roles: [
    { id: 'fokusperson', name: both('Fokusperson', 'Focus person'), count: 1 },
    { id: 'supervisor', name: both('Supervisor', 'Supervisor'), count: 1 },
    { id: 'mediator', name: both('Mediator', 'Mediator'), count: 1 },
  ],
  focusRole: 'fokusperson',
  leadRole: 'supervisor',
  phases: [
    {
      id: 'aftale',
      name: both('Aftale', 'Agreement'),
      minutes: 4,
      speakers: ['fokusperson', 'supervisor', 'mediator'],
      silent: [],
      instruction: both(
        'Fokuspersonen vælger emnet og siger, hvilken hjælp der ønskes. Mediatoren får til opgave at holde øje med emnet og tiden.',
        'The focus person chooses the topic and says what help is wanted. The mediator is asked to watch the topic and the time.',
      ),
      questions: [
        both('Hvilken situation vil du undersøge?', 'Which situation do you want to explore?'),
        both('Hvad skal mediatoren lytte efter?', 'What should the mediator listen for?'),
      ],
      prompts: {
        fokusperson: both(
          'Vælg én situation, og sig, hvilken hjælp du ønsker dig. Bestem også, hvad mediatoren skal lytte efter.',
          'Choose one situation, and say what help you want. Decide also what the mediator should listen for.',
        ),
        supervisor: both(
          'Spørg, til du ved, hvad fokuspersonen vil undersøge. Selve situationen kommer om lidt.',
          'Ask until you know what the focus person wants to explore. The situation itself comes in a moment.',
        ),
        mediator: both(
          'Sig højt, hvad du skal lytte efter. Fra nu af holder du øje med emnet og tiden.',
          'Say aloud what you are to listen for. From now on you watch the topic and the time.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'situation',
      name: both('Situationen', 'The situation'),
      minutes: 6,
      speakers: ['fokusperson'],
      silent: ['supervisor', 'mediator'],
      instruction: both(
        'Fokuspersonen beskriver situationen konkret, som var den filmet. Ingen spørger endnu.',
        'The focus person describes the situation concretely, as if it had been filmed. Nobody asks yet.',
      ),
      questions: [both('Hvad kunne man se og høre?', 'What could be seen and heard?')],
      prompts: {
        fokusperson: both(
          'Fortæl, hvad man kunne se og høre, som om det var filmet. Det, du mener om det, kan vente.',
          'Say what could be seen and heard, as if it had been filmed. What you think of it can wait.',
        ),
        supervisor: both(
          'Du lytter uden at spørge. Læg mærke til det, du bliver nysgerrig på.',
          'You listen without asking. Notice what makes you curious.',
        ),
        mediator: both(
          'Du lytter og holder tiden. Skriv de ord ned, der vender tilbage.',
          'You listen and keep time. Write down the words that come back.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'interview',
      name: both('Interview', 'Interview'),
      minutes: 14,
      speakers: ['fokusperson', 'supervisor'],
      silent: ['mediator'],
      instruction: both(
        'Supervisoren spørger: først for at forstå, så fra andres plads og til sidst efter muligheder. Mediatoren griber kun ind, hvis emnet tabes, eller der bliver givet råd.',
        "The supervisor asks: first to understand, then from others' seats, and finally about possibilities. The mediator steps in only if the topic is lost or advice is given.",
      ),
      questions: [
        both('Hvad var vigtigt for dig i det øjeblik?', 'What mattered to you in that moment?'),
        both(
          'Hvordan tror du, det så ud fra den andens plads?',
          "How do you think it looked from the other person's seat?",
        ),
        both(
          'Hvad ville du gerne have gjort mere eller mindre af?',
          'What would you have liked to do more or less of?',
        ),
      ],
      prompts: {
        fokusperson: both(
          'Tænk højt, når du svarer. Du må gerne skifte mening undervejs, og du kan altid sige pas.',
          'Think aloud as you answer. You may change your mind along the way, and you can always pass.',
        ),
        supervisor: both(
          'Stil ét åbent spørgsmål ad gangen: først for at forstå, så fra den andens plads, til sidst efter muligheder.',
          "Ask one open question at a time: first to understand, then from the other person's seat, finally about possibilities.",
        ),
        mediator: both(
          'Du lytter. Sig kun noget, hvis emnet tabes, eller hvis der bliver givet råd.',
          'You listen. Speak only if the topic is lost or advice is given.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'spejling',
      name: both('Mediatorens spejling', 'The mediator mirrors'),
      minutes: 5,
      speakers: ['mediator'],
      silent: ['fokusperson', 'supervisor'],
      instruction: both(
        'Mediatoren gengiver det hørte med egne ord: temaer, vendepunkter og ord, der gik igen. Ingen vurdering.',
        'The mediator says what was heard: themes, turning points and words that came back. No judgement.',
      ),
      questions: [both('Hvad vendte tilbage flere gange?', 'What kept coming back?')],
      prompts: {
        fokusperson: both(
          'Du lytter. Du skal hverken rette eller forklare. Læg mærke til det, der overrasker dig.',
          'You listen. You need not correct or explain. Notice what surprises you.',
        ),
        supervisor: both(
          'Du lytter. Læg mærke til det, mediatoren hørte, og som du ikke selv lagde mærke til.',
          'You listen. Notice what the mediator heard and you had not noticed.',
        ),
        mediator: both(
          'Sig, hvad du hørte: temaer, vendepunkter og ord, der gik igen. Beskriv uden at vurdere.',
          'Say what you heard: themes, turning points and words that came back. Describe without judging.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'valg',
      name: both('Fokuspersonens valg', 'The focus person chooses'),
      minutes: 6,
      speakers: ['fokusperson', 'supervisor'],
      silent: ['mediator'],
      instruction: both(
        'Fokuspersonen vælger, hvad der skal prøves, og hvordan det kan mærkes, om det virker.',
        'The focus person chooses what to try, and how it can be noticed whether it works.',
      ),
      questions: [
        both('Hvad prøver du, og hvad vil du holde øje med?', 'What will you try, and what will you watch for?'),
      ],
      prompts: {
        fokusperson: both(
          'Vælg én ting, du vil prøve. Sig, hvad du vil holde øje med for at se, om det virker.',
          'Choose one thing to try. Say what you will watch for to see whether it works.',
        ),
        supervisor: both(
          'Spørg, til det er konkret, hvad der skal prøves. Foreslå ikke selv noget.',
          'Ask until it is clear what exactly will be tried. Suggest nothing yourself.',
        ),
        mediator: both(
          'Du lytter og holder tiden. Læg mærke til, om valget passer til det, fokuspersonen bad om hjælp til.',
          'You listen and keep time. Notice whether the choice fits what the focus person asked for help with.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'laering',
      name: both('Læring i triaden', 'Learning in the triad'),
      minutes: 5,
      speakers: ['fokusperson', 'supervisor', 'mediator'],
      silent: [],
      instruction: both(
        'Hver siger én ting om sin rolle. Aftal, hvordan I bytter roller næste gang.',
        'Each says one thing about their role. Agree on how to change roles next time.',
      ),
      questions: [both('Hvad lærte du i din rolle?', 'What did you learn in your role?')],
      prompts: {
        fokusperson: both(
          'Sig én ting om at være den, der blev spurgt. Sagen er lukket for i dag.',
          'Say one thing about being the one who was asked. The case is closed for today.',
        ),
        supervisor: both(
          'Sig én ting om at spørge. Aftal med de andre, hvem der har hvilken rolle næste gang.',
          'Say one thing about asking. Agree with the others who has which role next time.',
        ),
        mediator: both(
          'Sig én ting om at lytte og holde tiden. Lad sagen ligge.',
          'Say one thing about listening and keeping time. Let the case rest.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: ['https://tortzen-bager.dk/om-tortzen-bager/kollegial-supervision/'],
  minutesAdapted: true,
}
