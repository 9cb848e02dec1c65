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
  origin: both('Almindelig afslutningsøvelse', 'A common closing exercise'),
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
    { id: 'deltager', name: both('Deltager', 'Participant'), count: 'rest' },
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
        'Skriv tre ting, du tager med, to spørgsmål, du stadig bærer på, og ét skridt, du vil tage.',
        'Write three things you take with you, two questions you still carry and one step you will take.',
      ),
      questions: [both('Hvad er dine tre, to og én?', 'What are your three, your two and your one?')],
      prompts: {
        tovholder: both(
          'Skriv som de andre, og hold tiden. Ingen behøver at læse det hele op.',
          'Write along with the others, and keep time. Nobody needs to read it all aloud.',
        ),
        deltager: both(
          'Skriv for dig selv. Du bestemmer bagefter, hvad du vil dele.',
          'Write for yourself. You decide afterwards what to share.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'runde',
      name: both('Runde', 'Round'),
      minutes: 7,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Hver siger sit ene skridt og måske ét af de andre punkter. Ingen kommentarer.',
        'Each says the one step, and perhaps one of the other points. No comments.',
      ),
      questions: [both('Hvad gør du inden næste gang?', 'What will you do before next time?')],
      prompts: {
        tovholder: both(
          'Lad ordet gå rundt, slut med dit eget skridt, og luk mødet til tiden.',
          'Go round the group, end with your own step, and close the meeting on time.',
        ),
        deltager: both(
          'Sig dit ene skridt, eller sig pas. Lyt til de andre uden at kommentere.',
          'Say your one step, or pass. Listen to the others without comment.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: ['https://ziplet.com/3-2-1-exit-tickets'],
  minutesAdapted: false,
}
