import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const startkontrakt: Protocol = {
  id: 'startkontrakt',
  kind: 'dialogue',
  name: both('Netværkets startkontrakt', "The network's opening contract"),
  purpose: both(
    'At aftale formål, fortrolighed og spilleregler, før den første sag kommer på bordet.',
    'To agree purpose, confidentiality and ground rules before the first case is on the table.',
  ),
  origin: both('BFA-spilleregler; dansk netværkspraksis', 'BFA-spilleregler; dansk netværkspraksis'),
  when: both(
    'Når netværket mødes første gang, når et nyt medlem kommer til, eller når en aftale er blevet brudt.',
    'When the network meets for the first time, when a new member joins, or when an agreement has been broken.',
  ),
  whenNot: both(
    'Når der er åben konflikt i netværket. Få først en konsulent til at hjælpe.',
    'When there is open conflict in the network. Ask a consultant to help first.',
  ),
  evidence: null,
  licence: freeProcedure,
  forNewcomers: true,
  needsConsultant: false,
  minParticipants: 4,
  maxParticipants: 12,
  roles: [
    { id: 'tovholder', name: both('Tovholder eller konsulent', 'Convenor or consultant'), count: 1 },
    { id: 'deltager', name: both('Deltagere', 'Participants'), count: 'rest' },
  ],
  focusRole: null,
  leadRole: 'tovholder',
  phases: [
    {
      id: 'interview',
      name: both('Interview i par', 'Pair interview'),
      minutes: 15,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Interview hinanden, og præsentér derefter hinanden, ikke jer selv.',
        'Interview each other, then introduce one another, not yourselves.',
      ),
      questions: [
        both(
          'Hvilken ledelsesopgave er du mest tilfreds med at have løst?',
          'Which leadership task are you most pleased to have solved?',
        ),
        both('Hvad har du brug for et fortroligt rum til?', 'What do you need a confidential space for?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'formaal',
      name: both('Formål', 'Purpose'),
      minutes: 10,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Skriv formålet med én sætning, I alle kan sige ja til.',
        'Write the purpose in one sentence you can all agree to.',
      ),
      questions: [both('Hvorfor findes dette netværk?', 'Why does this network exist?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'spilleregler',
      name: both('Spilleregler', 'Ground rules'),
      minutes: 15,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Aftal fortrolighed, fravær, forberedelse, telefon, uenighed og hvad der sker, hvis en regel brydes.',
        'Agree on confidentiality, absence, preparation, phones, disagreement and what happens if a rule is broken.',
      ),
      questions: [
        both('Hvad må forlade rummet, og hvad må ikke?', 'What may leave the room and what may not?'),
        both('Hvad gør vi, hvis en af os har det skidt?', 'What do we do if one of us is unwell?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'inhabilitet',
      name: both('Bindinger', 'Ties'),
      minutes: 8,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Læg åbent frem, om nogen er chef for, ansøger hos eller i forhandling med en anden. Ingen i netværket må være chef for en anden.',
        'State openly whether anyone manages, applies to or negotiates with another. Nobody in the network may manage another.',
      ),
      questions: [both('Er der bindinger, vi skal kende?', 'Are there ties we should know of?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'rytme',
      name: both('Rytme og roller', 'Rhythm and roles'),
      minutes: 8,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Fastlæg datoer for et halvt år og hvem der er tovholder hvornår.',
        'Fix dates for six months and who convenes when.',
      ),
      questions: [both('Hvornår mødes vi, uanset hvor travlt der er?', 'When do we meet no matter how busy it is?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'underskriv',
      name: both('Bekræft', 'Confirm'),
      minutes: 4,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Læs kontrakten op. Hver siger ja, eller hvad der mangler.',
        'Read the contract aloud. Each says yes, or what is missing.',
      ),
      questions: [both('Kan du stå inde for den?', 'Can you stand by it?')],
      prompts: {},
      isWriting: false,
    },
  ],
  sources: [
    'https://www.godtarbejdsmiljo.dk/trivsel/naar-du-skal-lede-dig-selv/arbejde-alene/netvaerk-for-alenearbejdere/spilleregler',
    'https://cfl.dk/artikler/9-processer-det-kan-du-forvente-som-netvaerksdeltager',
  ],
  minutesAdapted: false,
}
