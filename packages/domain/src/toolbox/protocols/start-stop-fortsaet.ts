import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const startStopFortsaet: Protocol = {
  id: 'start-stop-fortsaet',
  kind: 'feedback',
  name: both('Start – stop – fortsæt', 'Start – Stop – Continue'),
  purpose: both(
    'At justere netværkets eget arbejde, mens det er i gang.',
    "To adjust the network's own work while it is running.",
  ),
  origin: both('Almindelig retrospektivpraksis', 'Almindelig retrospektivpraksis'),
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
    { id: 'deltager', name: both('Deltagere', 'Participants'), count: 'rest' },
  ],
  focusRole: null,
  leadRole: 'tovholder',
  phases: [
    {
      id: 'skriv',
      name: both('Skriv hver for sig', 'Write individually'),
      minutes: 5,
      speakers: [],
      silent: ['tovholder', 'deltager'],
      instruction: both(
        'Skriv mindst én ting under hver overskrift. Hold det til netværket, ikke til personer.',
        'Write at least one thing under each heading. Keep it about the network, not individuals.',
      ),
      questions: [
        both('Hvad skal vi begynde på?', 'What should we start?'),
        both('Hvad skal vi holde op med?', 'What should we stop?'),
        both('Hvad skal vi blive ved med?', 'What should we continue?'),
      ],
      prompts: {},
      isWriting: true,
    },
    {
      id: 'del',
      name: both('Del på skift', 'Share in turn'),
      minutes: 10,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Én seddel pr. tur uden kommentarer. Tovholderen grupperer.',
        'One note per turn without comments. The convenor groups them.',
      ),
      questions: [
        both('Hvad står der, og hvad betyder det for dig?', 'What does it say, and what does it mean to you?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'droeft',
      name: both('Drøft', 'Discuss'),
      minutes: 9,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Drøft de to-tre emner, der fylder mest.',
        'Discuss the two or three topics that take up most space.',
      ),
      questions: [
        both(
          'Hvad ville gøre størst forskel for mindst muligt?',
          'What would make the biggest difference for least effort?',
        ),
      ],
      prompts: {},
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
        'Agree on two changes at most, who takes care of them and when you will look again.',
      ),
      questions: [both('Hvad aftaler vi helt konkret?', 'What exactly do we agree?')],
      prompts: {},
      isWriting: false,
    },
  ],
  sources: ['General knowledge'],
  minutesAdapted: false,
}
