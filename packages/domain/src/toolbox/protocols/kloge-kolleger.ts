import { both, type Protocol } from '../protocol.ts'

export const klogeKolleger: Protocol = {
  id: 'kloge-kolleger',
  kind: 'supervision',
  name: both('Kloge kolleger', 'Wise Crowds'),
  purpose: both(
    'At give én leder et kvarters koncentreret hjælp fra en lille kreds.',
    'To give one leader a quarter of an hour of concentrated help from a small circle.',
  ),
  origin: both(
    'Liberating Structures (Lipmanowicz & McCandless, 2013), CC BY-NC',
    'Liberating Structures (Lipmanowicz & McCandless, 2013), CC BY-NC',
  ),
  minParticipants: 4,
  maxParticipants: 5,
  roles: [
    { id: 'klient', name: both('Klient', 'Client'), count: 1 },
    { id: 'konsulent', name: both('Konsulenter', 'Consultants'), count: 'rest' },
  ],
  focusRole: 'klient',
  leadRole: null,
  phases: [
    {
      id: 'udfordring',
      name: both('Udfordring', 'Challenge'),
      minutes: 2,
      speakers: ['klient'],
      silent: ['konsulent'],
      instruction: both(
        'Klienten fortæller om udfordringen og beder om en bestemt slags hjælp.',
        'The client presents the challenge and asks for a specific kind of help.',
      ),
      questions: [both('Hvad beder du os om?', 'What are you asking us for?')],
    },
    {
      id: 'afklaring',
      name: both('Afklaring', 'Clarification'),
      minutes: 3,
      speakers: ['klient', 'konsulent'],
      silent: [],
      instruction: both(
        'Konsulenterne stiller kun afklarende spørgsmål.',
        'Consultants ask clarifying questions only.',
      ),
      questions: [both('Hvad skal vi vide for ikke at gætte?', 'What must we know so we do not guess?')],
    },
    {
      id: 'raad',
      name: both('Konsulenterne taler', 'Consultants talk'),
      minutes: 8,
      speakers: ['konsulent'],
      silent: ['klient'],
      instruction: both(
        'Klienten vender ryggen til og noterer. Konsulenterne taler frit sammen om råd og idéer.',
        'The client turns away and takes notes. Consultants talk freely about advice and ideas.',
      ),
      questions: [
        both('Hvad ville du prøve først?', 'What would you try first?'),
        both('Hvad overser vi?', 'What are we overlooking?'),
      ],
    },
    {
      id: 'udbytte',
      name: both('Udbytte', 'Takeaways'),
      minutes: 2,
      speakers: ['klient'],
      silent: ['konsulent'],
      instruction: both(
        'Klienten siger, hvad der var nyttigt, og hvad der nu sker.',
        'The client says what was useful and what happens next.',
      ),
      questions: [both('Hvad tager du med?', 'What do you take with you?')],
    },
  ],
  sources: ['https://www.wilmahartenfels.com/post/tip-93-benefit-from-wise-crowds'],
  minutesAdapted: false,
}
