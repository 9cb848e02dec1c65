import { liberatingStructures } from '../licence.ts'
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
  when: both(
    'Når én leder har brug for mange idéer på et kvarter og gerne vil høre råd.',
    'When one leader needs many ideas in a quarter of an hour and would like to hear advice.',
  ),
  whenNot: both(
    'Når sagen først skal forstås, eller når gode råd allerede er prøvet og ikke hjalp.',
    'When the case must be understood first, or when good advice has been tried already and did not help.',
  ),
  evidence: null,
  licence: liberatingStructures,
  forNewcomers: true,
  needsConsultant: false,
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
      prompts: {},
      isWriting: false,
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
      prompts: {},
      isWriting: false,
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
      prompts: {},
      isWriting: false,
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
      prompts: {},
      isWriting: false,
    },
  ],
  sources: [
    'https://www.wilmahartenfels.com/post/tip-93-benefit-from-wise-crowds',
    'https://giveth.io/donate/wise-crowds-liberating-structures-0',
  ],
  minutesAdapted: false,
}
