import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const aabenRunde: Protocol = {
  id: 'aaben-runde',
  kind: 'dialogue',
  name: both('Åben dialogrunde', 'Open dialogue round'),
  purpose: both(
    'At give alles perspektiv plads, når et emne er uafklaret, og ingen har svaret.',
    "To make room for everybody's perspective when a topic is unresolved and nobody has the answer.",
  ),
  origin: both(
    'Inspireret af Åben Dialog (Seikkula, Finland) og danske netværksmøder',
    'Inspired by Open Dialogue (Seikkula, Finland) and Danish network meetings',
  ),
  when: both(
    'Når et emne angår alle, og ingen har svaret.',
    'When a topic concerns everybody and nobody has the answer.',
  ),
  whenNot: both(
    'Når noget skal besluttes i dag, eller når det er én persons sag, der skal i centrum.',
    "When something must be decided today, or when one person's case is to be at the centre.",
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
    { id: 'moedeleder', name: both('Mødeleder', 'Host'), count: 1 },
    { id: 'lytter', name: both('Reflekterende lytter', 'Reflecting listener'), count: 2 },
    { id: 'deltager', name: both('Deltager', 'Participant'), count: 'rest' },
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
        'Aftal tiden, og lav dagsordenen sammen. Mødelederen giver ordet til én ad gangen.',
        'Agree on the time, and make the agenda together. The host gives the floor to one person at a time.',
      ),
      questions: [both('Hvad er det vigtigt at få talt om i dag?', 'What is it important to talk about today?')],
      prompts: {
        moedeleder: both(
          'Spørg hver enkelt, hvad det er vigtigt at tale om, og sig dagsordenen højt.',
          'Ask each person what it is important to talk about, and say the agenda aloud.',
        ),
        lytter: both(
          'Sig som de andre, hvad der er vigtigt for dig. Bagefter lytter du, til mødelederen beder jer tale.',
          'Like the others, say what is important to you. After that you listen until the host asks you two to talk.',
        ),
        deltager: both(
          'Sig, hvad det er vigtigt for dig at få talt om. Det behøver ikke at være afklaret.',
          'Say what it is important for you to talk about. It need not be clear yet.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'runde-1',
      name: both('Alle høres', 'Everyone is heard'),
      minutes: 14,
      speakers: ['moedeleder', 'deltager'],
      silent: ['lytter'],
      instruction: both(
        'Mødelederen spørger én ad gangen, hvad der optager dem, og bliver ved svaret, før den næste får ordet.',
        'The host asks one person at a time what concerns them, and stays with the answer before moving on.',
      ),
      questions: [
        both('Hvad optager dig i det her?', 'What concerns you in this?'),
        both('Hvad er du bange for bliver overset?', 'What do you fear will be overlooked?'),
      ],
      prompts: {
        moedeleder: both(
          'Spørg én ad gangen, og bliv ved svaret, til det er sagt færdigt. Svar ikke for nogen.',
          'Ask one person at a time, and stay with the answer until it is finished. Do not answer for anyone.',
        ),
        lytter: both(
          'Du lytter uden at tale. Læg mærke til de ord, der rører ved noget i dig.',
          'You listen without speaking. Notice the words that touch something in you.',
        ),
        deltager: both(
          'Tal fra dig selv, når du får ordet. Lyt til de andre uden at gøre dit svar klar imens.',
          'Speak for yourself when you have the floor. Listen to the others without preparing your answer meanwhile.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'lyttere',
      name: both('Lytterne taler sammen', 'The listeners talk'),
      minutes: 7,
      speakers: ['lytter'],
      silent: ['moedeleder', 'deltager'],
      instruction: both(
        'Lytterne taler åbent med hinanden om, hvad de hørte, og hvad der rørte ved dem. De andre lytter.',
        'The listeners talk openly with each other about what they heard and what touched them. The others listen.',
      ),
      questions: [both('Hvad gav genklang hos dig?', 'What resonated with you?')],
      prompts: {
        moedeleder: both(
          'Du lytter og holder øje med tiden. Du skal ikke samle op endnu.',
          'You listen and watch the time. You need not gather anything up yet.',
        ),
        lytter: both(
          'Tal med den anden lytter, ikke til gruppen. Sig, hvad du hørte, og hvad det vakte hos dig selv.',
          'Talk with the other listener, not to the group. Say what you heard and what it stirred in you.',
        ),
        deltager: both(
          'Du lytter. Du skal ikke svare på det, der bliver sagt. Læg mærke til det, der giver genklang.',
          'You listen. You need not answer what is said. Notice what resonates with you.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'runde-2',
      name: both('Anden runde', 'Second round'),
      minutes: 12,
      speakers: ['moedeleder', 'deltager'],
      silent: ['lytter'],
      instruction: both(
        'Mødelederen giver alle ordet igen. Der behøver ikke at komme en løsning.',
        'The host gives everybody the floor again. No solution is needed.',
      ),
      questions: [both('Hvad er anderledes, nu hvor du har lyttet?', 'What is different, now that you have listened?')],
      prompts: {
        moedeleder: both(
          'Saml kort op, og giv ordet til én ad gangen. Lad forskelle stå ved siden af hinanden.',
          'Gather up briefly, and give the floor to one person at a time. Let differences stand side by side.',
        ),
        lytter: both(
          'Du lytter igen uden at tale. Læg mærke til, hvad der har flyttet sig.',
          'You listen again without speaking. Notice what has moved.',
        ),
        deltager: both(
          'Sig, hvad der er anderledes for dig nu, eller at det er det samme. I behøver ikke at være enige.',
          'Say what is different for you now, or that it is the same. You need not agree with each other.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'slut',
      name: both('Slut', 'Close'),
      minutes: 7,
      speakers: ['moedeleder', 'deltager', 'lytter'],
      silent: [],
      instruction: both(
        'Sig sammen, hvad der er blevet klart, og hvad der må stå åbent.',
        'Say together what has become clear and what may remain open.',
      ),
      questions: [both('Hvad lader vi stå åbent?', 'What do we leave open?')],
      prompts: {
        moedeleder: both(
          'Sig, hvad der er blevet klart, og hvad der står åbent, og spørg, om det er hørt rigtigt.',
          'Say what has become clear and what remains open, and ask whether you have heard it right.',
        ),
        lytter: both('Sig kort, hvad du tager med fra at lytte.', 'Say briefly what you take with you from listening.'),
        deltager: both(
          'Sig, hvad der er klart for dig, og hvad der må stå åbent.',
          'Say what is clear to you and what may remain open.',
        ),
      },
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
