import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const aabenRunde: Protocol = {
  id: 'aaben-runde',
  kind: 'dialogue',
  name: both('Åben dialogrunde', 'Open dialogue round'),
  purpose: both(
    'At give plads til alles perspektiv, når et emne er uafklaret, og ingen har svaret.',
    'To let every perspective be heard when a topic is unresolved and nobody has the answer.',
  ),
  origin: both(
    'Inspireret af Åben Dialog (Seikkula, Finland); danske netværksmøder',
    'Inspireret af Åben Dialog (Seikkula, Finland); danske netværksmøder',
  ),
  when: both(
    'Når et emne angår alle, og ingen har svaret.',
    'When a topic concerns everybody and nobody has the answer.',
  ),
  whenNot: both(
    'Når noget skal besluttes i dag, eller når det er én persons sag, der skal i centrum.',
    'When something must be decided today, or when one person’s case is to be at the centre.',
  ),
  evidence: both(
    'Undersøgelserne af Åben Dialog handler om psykiatrisk behandling og siger ikke noget om en runde blandt ledere.',
    'The studies of Open Dialogue are about psychiatric treatment and say nothing about a round among leaders.',
  ),
  licence: freeProcedure,
  forNewcomers: false,
  needsConsultant: false,
  minParticipants: 4,
  maxParticipants: 10,
  roles: [
    { id: 'moedeleder', name: both('Mødeleder', 'Meeting host'), count: 1 },
    { id: 'lytter', name: both('Reflekterende lyttere', 'Reflecting listeners'), count: 2 },
    { id: 'deltager', name: both('Deltagere', 'Participants'), count: 'rest' },
  ],
  focusRole: null,
  leadRole: 'moedeleder',
  phases: [
    {
      id: 'ramme',
      name: both('Ramme', 'Frame'),
      minutes: 5,
      speakers: ['moedeleder', 'deltager', 'lytter'],
      silent: [],
      instruction: both(
        'Aftal tid, og lav dagsordenen sammen. Mødelederen giver ordet til én ad gangen.',
        'Agree on time and make the agenda together. The host gives the floor to one person at a time.',
      ),
      questions: [both('Hvad vil være vigtigt at få talt om i dag?', 'What is important to talk about today?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'runde-1',
      name: both('Alle høres', 'Everyone is heard'),
      minutes: 14,
      speakers: ['moedeleder', 'deltager'],
      silent: ['lytter'],
      instruction: both(
        'Mødelederen spørger hver enkelt, hvad der optager, og bliver hos svaret, før næste får ordet.',
        'The host asks each person what occupies them and stays with the answer before moving on.',
      ),
      questions: [
        both('Hvad optager dig i det her?', 'What occupies you in this?'),
        both('Hvad er du bange for bliver overset?', 'What do you fear will be overlooked?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'lyttere',
      name: both('Lytterne taler sammen', 'Listeners reflect'),
      minutes: 7,
      speakers: ['lytter'],
      silent: ['moedeleder', 'deltager'],
      instruction: both(
        'Lytterne taler åbent med hinanden om, hvad de hørte og blev berørt af. De andre lytter.',
        'The listeners talk openly to each other about what they heard and were touched by. The others listen.',
      ),
      questions: [both('Hvad vakte genklang hos os?', 'What resonated with us?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'runde-2',
      name: both('Anden runde', 'Second round'),
      minutes: 12,
      speakers: ['moedeleder', 'deltager'],
      silent: ['lytter'],
      instruction: both(
        'Mødelederen samler op og lader alle svare. Der behøver ikke komme en løsning.',
        'The host gathers and lets all respond. No solution is required.',
      ),
      questions: [both('Hvad er anderledes, nu hvor du har lyttet?', 'What is different now that you have listened?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'slut',
      name: both('Slut', 'Close'),
      minutes: 7,
      speakers: ['moedeleder', 'deltager', 'lytter'],
      silent: [],
      instruction: both(
        'Saml, hvad der er klart, og hvad der må ligge åbent.',
        'Gather what is clear and what may remain open.',
      ),
      questions: [both('Hvad lader vi stå åbent?', 'What do we leave open?')],
      prompts: {},
      isWriting: false,
    },
  ],
  sources: [
    'https://centernorrebro.kk.dk/artikel/aaben-dialog-i-center-noerrebro',
    'http://akuttilbuddet.dk/aaben-dialog/',
    'https://udviklingsenheden.aarhus.dk/english/projects/open-dialogue/',
  ],
  minutesAdapted: true,
}
