import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const hypotesemodellen: Protocol = {
  id: 'hypotesemodellen',
  kind: 'supervision',
  name: both('Hypotesemodellen', 'The hypothesis model'),
  purpose: both(
    'At adskille forståelse fra løsning, så gruppen først undersøger sagen og derefter foreslår handlinger.',
    'To separate understanding from solving so that the group first explores the case and then proposes action.',
  ),
  origin: both(
    'Haug-Benien, hiba (1998); tysk kollegiale Fallberatung',
    'Haug-Benien, hiba (1998); tysk kollegiale Fallberatung',
  ),
  when: both(
    'Når I mærker, at I springer til løsninger, og sagen først skal forstås.',
    'When you notice that you jump to solutions, and the case must be understood first.',
  ),
  whenNot: both(
    'Når den, der har sagen, er hårdt presset. Det kan være svært at høre andre gætte på, hvad det handler om.',
    'When the one with the case is under heavy strain. It can be hard to hear others guess what it is about.',
  ),
  evidence: null,
  licence: freeProcedure,
  forNewcomers: false,
  needsConsultant: false,
  minParticipants: 5,
  maxParticipants: 9,
  roles: [
    { id: 'sagsgiver', name: both('Sagsgiver', 'Case giver'), count: 1 },
    { id: 'moderator', name: both('Moderator', 'Moderator'), count: 1 },
    { id: 'raadgiver', name: both('Rådgivere', 'Consultants'), count: 'rest' },
  ],
  focusRole: 'sagsgiver',
  leadRole: 'moderator',
  phases: [
    {
      id: 'roller',
      name: both('Roller', 'Roles'),
      minutes: 5,
      speakers: ['sagsgiver', 'moderator', 'raadgiver'],
      silent: [],
      instruction: both(
        'Fordel rollerne, og aftal tiden. Mind hinanden om fortroligheden.',
        'Assign roles and agree on time. Remind each other of confidentiality.',
      ),
      questions: [both('Hvem har sagen i dag?', 'Who brings the case today?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'fremlaeggelse',
      name: both('Fremlæggelse', 'Presentation'),
      minutes: 5,
      speakers: ['sagsgiver'],
      silent: ['moderator', 'raadgiver'],
      instruction: both(
        'Sagsgiveren beskriver situationen og stiller et spørgsmål. De andre noterer og spørger endnu ikke.',
        'The case giver describes the situation and asks a question. The others take notes and do not ask yet.',
      ),
      questions: [both('Hvad er dit spørgsmål til os?', 'What is your question to us?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'interview',
      name: both('Interview', 'Interview'),
      minutes: 15,
      speakers: ['sagsgiver', 'raadgiver', 'moderator'],
      silent: [],
      instruction: both(
        'Kun forståelses- og informationsspørgsmål. Ingen tolkninger og ingen løsninger.',
        'Only questions for understanding and information. No interpretations and no solutions.',
      ),
      questions: [
        both('Hvem gør hvad hvornår?', 'Who does what, and when?'),
        both('Hvad skete lige inden og lige efter?', 'What happened just before and just after?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'hypoteser',
      name: both('Hypoteser', 'Hypotheses'),
      minutes: 10,
      speakers: ['raadgiver', 'moderator'],
      silent: ['sagsgiver'],
      instruction: both(
        'Rådgiverne deler formodninger og indtryk. Endnu ingen løsninger. Sagsgiveren lytter uden for kredsen.',
        'Consultants share hunches and impressions. No solutions yet. The case giver listens from outside the circle.',
      ),
      questions: [
        both('Hvad kan det også handle om?', 'What else might this be about?'),
        both('Hvem har gavn af, at det er, som det er?', 'Who benefits from things being as they are?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'stillingtagen',
      name: both('Sagsgiverens svar', 'Case giver responds'),
      minutes: 5,
      speakers: ['sagsgiver'],
      silent: ['raadgiver', 'moderator'],
      instruction: both(
        'Sagsgiveren supplerer og retter. Ingen diskussion.',
        'The case giver adds and corrects. No discussion.',
      ),
      questions: [both('Hvilken hypotese rammer noget?', 'Which hypothesis hits something?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'forslag',
      name: both('Forslag', 'Suggestions'),
      minutes: 10,
      speakers: ['raadgiver', 'moderator'],
      silent: ['sagsgiver'],
      instruction: both(
        'Hver siger, hvad vedkommende ville gøre i sagsgiverens sted. Ingen diskussion. Sagsgiveren noterer.',
        "Each says what they would do in the case giver's place. No discussion. The case giver takes notes.",
      ),
      questions: [
        both('Hvad ville du gøre som det første i den situation?', 'What would you do first in that situation?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'beslutning',
      name: both('Beslutning', 'Decision'),
      minutes: 10,
      speakers: ['sagsgiver'],
      silent: ['raadgiver', 'moderator'],
      instruction: both(
        'Sagsgiveren fortæller, hvilke hypoteser og forslag der tages med, og hvorfor.',
        'The case giver says which hypotheses and suggestions are taken on board, and why.',
      ),
      questions: [
        both(
          'Hvad vil du gøre, og hvad vil du bevidst lade være med?',
          'What will you do, and what will you deliberately leave?',
        ),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'udveksling',
      name: both('Udveksling', 'Sharing'),
      minutes: 5,
      speakers: ['sagsgiver', 'moderator', 'raadgiver'],
      silent: [],
      instruction: both(
        'Kort runde: hvordan har vi det, og hvad kan formen lære os?',
        'Short round: how are we, and what can the process teach us?',
      ),
      questions: [both('Hvad tager du selv med hjem?', 'What do you yourself take home?')],
      prompts: {},
      isWriting: false,
    },
  ],
  sources: [
    'https://vornheder.de/?p=192 (Haug-Benien 1998, hiba transfer III)',
    'https://www.kursb.uni-jena.de/935/einfuehrung-in-die-kollegiale-fallberatung',
  ],
  minutesAdapted: false,
}
