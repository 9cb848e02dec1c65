import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const startStopFortsaet: Protocol = {
  id: 'start-stop-fortsaet',
  kind: 'feedback',
  name: both('Start – stop – fortsæt', 'Start – Stop – Continue'),
  purpose: both(
    'At justere netværkets eget arbejde, mens det er i gang.',
    "To adjust the network's own work while it is under way.",
  ),
  origin: both('Almindelig praksis for tilbageblik', 'Common practice for looking back'),
  when: both(
    'Når netværket har mødtes nogle gange, og I vil justere formen, før noget når at irritere.',
    'When the network has met a few times, and you want to adjust how you work before anything becomes an irritation.',
  ),
  whenNot: both(
    'Når det i virkeligheden handler om én person. Tag det med den, det handler om, eller få en konsulent til at hjælpe.',
    'When it is really about one person. Take it up with that person, or ask a consultant to help.',
  ),
  evidence: null,
  licence: freeProcedure,
  forNewcomers: true,
  needsConsultant: false,
  minParticipants: 3,
  maxParticipants: 12,
  roles: [
    { id: 'tovholder', name: both('Tovholder', 'Convenor'), count: 1 },
    { id: 'deltager', name: both('Deltager', 'Participant'), count: 'rest' },
  ],
  focusRole: null,
  leadRole: 'tovholder',
  phases: [
    {
      id: 'skriv',
      name: both('Skriv hver for sig', 'Write, each on your own'),
      minutes: 5,
      speakers: [],
      silent: ['tovholder', 'deltager'],
      instruction: both(
        'Skriv mindst én ting under hver overskrift. Skriv om netværket, ikke om personer.',
        'Write at least one thing under each heading. Write about the network, not about people.',
      ),
      questions: [
        both('Hvad skal vi begynde på?', 'What should we start?'),
        both('Hvad skal vi holde op med?', 'What should we stop?'),
        both('Hvad skal vi blive ved med?', 'What should we continue?'),
      ],
      prompts: {
        tovholder: both(
          'Skriv som de andre, én ting under hver overskrift. Vis teksterne, når alle er færdige.',
          'Write along with the others, one thing under each heading. Show the texts when everybody has finished.',
        ),
        deltager: both(
          'Skriv mindst én ting under hver overskrift. Skriv om det, I gør sammen, ikke om personer.',
          'Write at least one thing under each heading. Write about what you do together, not about people.',
        ),
      },
      isWriting: true,
    },
    {
      id: 'del',
      name: both('Del på skift', 'Share in turn'),
      minutes: 10,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Én ting ad gangen, på skift og uden kommentarer. Tovholderen samler det, der ligner hinanden.',
        'One thing at a time, in turn and without comment. The convenor groups what is alike.',
      ),
      questions: [
        both('Hvad står der, og hvad betyder det for dig?', 'What does it say, and what does it mean to you?'),
      ],
      prompts: {
        tovholder: both(
          'Giv ordet til én ad gangen, og saml det, der ligner hinanden. Tag også din egen tur.',
          'Give each a turn, and group what is alike. Take your own turn too.',
        ),
        deltager: both(
          'Læs én ting op, når det er din tur, og sig, hvad den betyder for dig. Lyt til de andre uden at kommentere.',
          'Read one thing aloud when it is your turn, and say what it means to you. Listen to the others without comment.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'droeft',
      name: both('Drøft', 'Discuss'),
      minutes: 9,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both('Drøft de to-tre emner, der fylder mest.', 'Discuss the two or three topics that matter most.'),
      questions: [
        both(
          'Hvad ville gøre størst forskel med mindst besvær?',
          'What would make the biggest difference for the least effort?',
        ),
      ],
      prompts: {
        tovholder: both(
          'Vælg med de andre de to-tre emner, der fylder mest, og giv dem lige meget tid.',
          'With the others, choose the two or three topics that matter most, and give them equal time.',
        ),
        deltager: both(
          'Sig, hvad der ville gøre størst forskel for dig. Tal om det, I gør, ikke om, hvem der gør det.',
          'Say what would make the biggest difference to you. Talk about what you all do, not about who does it.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'beslut',
      name: both('Beslut', 'Decide'),
      minutes: 6,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Aftal højst to ændringer, hvem der sørger for dem, og hvornår I ser på dem igen.',
        'Agree on two changes at most, on who sees to them, and on when you look at them again.',
      ),
      questions: [both('Hvad aftaler vi helt konkret?', 'What exactly do we agree?')],
      prompts: {
        tovholder: both(
          'Sig hver aftale højt: hvad, hvem, og hvornår I ser på den igen. To er nok.',
          'Say each agreement aloud: what, who, and when you look at it again. Two are enough.',
        ),
        deltager: both(
          'Sig ja, eller sig, hvad der skal til, før du kan. Tag en opgave, hvis du kan holde den.',
          'Say yes, or say what it would take. Take on a task if you can keep it.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: ['https://retrium.com/retrospective-techniques/start-stop-continue'],
  minutesAdapted: false,
}
