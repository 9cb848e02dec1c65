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
    'Liberating Structures (Lipmanowicz & McCandless, 2013)',
    'Liberating Structures (Lipmanowicz & McCandless, 2013)',
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
    { id: 'klient', name: both('Sagsejer', 'Case owner'), count: 1 },
    { id: 'konsulent', name: both('Rådgiver', 'Adviser'), count: 'rest' },
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
        'Sagsejeren fortæller om udfordringen og beder om en bestemt slags hjælp.',
        'The case owner tells about the challenge and asks for a particular kind of help.',
      ),
      questions: [both('Hvad beder du os om?', 'What are you asking us for?')],
      prompts: {
        klient: both(
          'Fortæl kort, hvad du står med, og bed om den slags hjælp, du har brug for. Brug roller i stedet for navne.',
          'Tell briefly what you are facing, and ask for the kind of help you need. Use roles instead of names.',
        ),
        konsulent: both(
          'Du lytter. Læg mærke til, hvilken slags hjælp der bliver bedt om.',
          'You listen. Notice what kind of help is asked for.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'afklaring',
      name: both('Afklaring', 'Clarification'),
      minutes: 3,
      speakers: ['klient', 'konsulent'],
      silent: [],
      instruction: both('Rådgiverne stiller kun afklarende spørgsmål.', 'The advisers ask clarifying questions only.'),
      questions: [both('Hvad skal vi vide for ikke at gætte?', 'What must we know in order not to guess?')],
      prompts: {
        klient: both(
          'Svar kort. Det, du ikke ved, skal du ikke gætte på.',
          'Answer briefly. What you do not know, you need not guess.',
        ),
        konsulent: both(
          'Spørg kun for at forstå. Råd får plads lige bagefter.',
          'Ask only to understand. Advice has its place right after.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'raad',
      name: both('Rådgiverne taler', 'The advisers talk'),
      minutes: 8,
      speakers: ['konsulent'],
      silent: ['klient'],
      instruction: both(
        'Sagsejeren vender ryggen til og noterer. Rådgiverne taler frit sammen om råd og idéer.',
        'The case owner turns away and takes notes. The advisers talk freely about advice and ideas.',
      ),
      questions: [
        both('Hvad ville du prøve først?', 'What would you try first?'),
        both('Hvad overser vi?', 'What are we overlooking?'),
      ],
      prompts: {
        klient: both(
          'Vend ryggen til, lyt, og skriv ned. Du skal ikke svare.',
          'Turn away, listen and write down. You need not answer.',
        ),
        konsulent: both(
          'Tal frit med de andre om råd og idéer. Tal om sagen, ikke om personen, og hold øje med tiden.',
          'Talk freely with the others about advice and ideas. Talk about the case, not the person, and watch the time.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'udbytte',
      name: both('Udbytte', 'Takeaways'),
      minutes: 2,
      speakers: ['klient'],
      silent: ['konsulent'],
      instruction: both(
        'Sagsejeren siger, hvad der var nyttigt, og hvad der sker nu.',
        'The case owner says what was useful and what happens next.',
      ),
      questions: [both('Hvad tager du med?', 'What do you take with you?')],
      prompts: {
        klient: both(
          'Vend dig om igen, og sig, hvad du tager med, og hvad du gør nu.',
          'Turn back, and say what you take with you and what you will do now.',
        ),
        konsulent: both(
          'Du lytter. Det, der ikke bliver nævnt, må gerne blive liggende.',
          'You listen. What is not mentioned may be left.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: [
    'https://www.wilmahartenfels.com/post/tip-93-benefit-from-wise-crowds',
    'https://giveth.io/donate/wise-crowds-liberating-structures-0',
  ],
  minutesAdapted: false,
}
