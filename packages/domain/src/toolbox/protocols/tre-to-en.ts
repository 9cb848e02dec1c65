import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const treToEn: Protocol = {
  id: 'tre-to-en',
  kind: 'reflection',
  name: both('3-2-1-runden', 'The 3-2-1 round'),
  purpose: both(
    'At slutte et møde, så noget bliver husket og gjort.',
    'To end a meeting so that something is remembered and done.',
  ),
  origin: both('Almindelig afslutningsøvelse', 'Almindelig afslutningsøvelse'),
  when: both(
    'Når et møde skal slutte, så alle går hjem med et skridt.',
    'When a meeting is to end so that everybody goes home with a step to take.',
  ),
  whenNot: both(
    'Når noget svært lige er blevet sagt. Giv det plads, før I runder af.',
    'When something hard has just been said. Give it room before you close.',
  ),
  evidence: null,
  licence: freeProcedure,
  forNewcomers: true,
  needsConsultant: false,
  minParticipants: 2,
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
      name: both('Skriv', 'Write'),
      minutes: 3,
      speakers: [],
      silent: ['tovholder', 'deltager'],
      instruction: both(
        'Skriv tre ting, du tager med, to spørgsmål, du stadig bærer, og ét skridt.',
        'Write three things you take with you, two questions you still carry and one step.',
      ),
      questions: [both('Hvad er dine tre, to og én?', 'What are your three, two and one?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'runde',
      name: both('Runde', 'Round'),
      minutes: 7,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Hver siger sit ene skridt og eventuelt ét af de andre punkter.',
        'Each states the one step and perhaps one of the other points.',
      ),
      questions: [both('Hvad gør du inden næste gang?', 'What will you do before next time?')],
      prompts: {},
      isWriting: false,
    },
  ],
  sources: [
    'General knowledge (exit ticket)',
    'ingen navngivet supervisionsmodel fundet / no named supervision model found',
  ],
  minutesAdapted: false,
}
