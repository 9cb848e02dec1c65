import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const triadeSupervision: Protocol = {
  id: 'triade-supervision',
  kind: 'supervision',
  name: both('Triade: supervision i grupper på tre', 'Triad supervision'),
  purpose: both(
    'At give tre ledere en enkel og gentagelig samtaleform, hvor én spørger, én tænker højt, og én holder fokus.',
    'To give three leaders a simple, repeatable format in which one asks, one thinks aloud and one holds the focus.',
  ),
  origin: both('Dansk kollegial supervision (Tortzen-Bager)', 'Dansk kollegial supervision (Tortzen-Bager)'),
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
        'Fokuspersonen vælger emnet og siger, hvilken hjælp der ønskes. Mediator får til opgave at holde emne og tid.',
        'The focus person chooses the topic and says what help is wanted. The mediator is asked to hold topic and time.',
      ),
      questions: [
        both('Hvilken situation vil du undersøge?', 'Which situation do you want to explore?'),
        both('Hvad skal mediator lytte efter?', 'What should the mediator listen for?'),
      ],
      prompts: {},
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
        'The focus person describes the situation concretely, as if it had been filmed. No questions yet.',
      ),
      questions: [both('Hvad kunne man se og høre?', 'What could be seen and heard?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'interview',
      name: both('Interview', 'Interview'),
      minutes: 14,
      speakers: ['fokusperson', 'supervisor'],
      silent: ['mediator'],
      instruction: both(
        'Supervisor spørger. Begynd afklarende, gå videre til perspektiver, og slut med muligheder. Mediator griber kun ind, hvis emnet tabes, eller supervisor giver råd.',
        'The supervisor asks. Start by clarifying, move on to perspectives and end with possibilities. The mediator steps in only if the topic is lost or the supervisor gives advice.',
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
      prompts: {},
      isWriting: false,
    },
    {
      id: 'spejling',
      name: both('Mediators spejling', 'Mediator mirrors'),
      minutes: 5,
      speakers: ['mediator'],
      silent: ['fokusperson', 'supervisor'],
      instruction: both(
        'Mediator gengiver det hørte med egne ord: temaer, vendepunkter og ord, der gik igen. Ingen vurdering.',
        'The mediator reflects back what was heard: themes, turning points and recurring words. No judgement.',
      ),
      questions: [both('Hvad kom igen flere gange?', 'What kept coming back?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'valg',
      name: both('Fokuspersonens valg', 'Focus person chooses'),
      minutes: 6,
      speakers: ['fokusperson', 'supervisor'],
      silent: ['mediator'],
      instruction: both(
        'Fokuspersonen vælger, hvad der skal prøves af, og hvordan det kan mærkes, at det virker.',
        'The focus person chooses what to try and how it will be noticeable that it works.',
      ),
      questions: [
        both('Hvad prøver du, og hvad vil du holde øje med?', 'What will you try, and what will you watch for?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'laering',
      name: both('Læring i triaden', 'Learning in the triad'),
      minutes: 5,
      speakers: ['fokusperson', 'supervisor', 'mediator'],
      silent: [],
      instruction: both(
        'Hver siger én ting om sin rolle. Aftal rollebytte til næste gang.',
        'Each says one thing about their role. Agree on role rotation for next time.',
      ),
      questions: [both('Hvad lærte du i din rolle?', 'What did you learn in your role?')],
      prompts: {},
      isWriting: false,
    },
  ],
  sources: ['https://tortzen-bager.dk/om-tortzen-bager/kollegial-supervision/'],
  minutesAdapted: true,
}
