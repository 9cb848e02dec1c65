import { liberatingStructures } from '../licence.ts'
import { both, type Protocol, type ProtocolPhase } from '../protocol.ts'

type Seat = 'a' | 'b' | 'c'

export const troika: Protocol = {
  id: 'troika',
  kind: 'supervision',
  name: both('Troika', 'Troika Consulting'),
  purpose: both(
    'At give tre ledere hurtig hjælp på skift. Den, der får hjælp, lytter med ryggen til.',
    'To give three leaders quick help in turn. Whoever is being helped listens with their back turned.',
  ),
  origin: both(
    'Liberating Structures (Lipmanowicz & McCandless, 2013)',
    'Liberating Structures (Lipmanowicz & McCandless, 2013)',
  ),
  when: both(
    'Når tre ledere hver er kørt fast i noget, og der ikke er megen tid.',
    'When three leaders are each stuck with something, and there is little time.',
  ),
  whenNot: both(
    'Når en sag er for stor eller for følsom til ti minutter, eller når det føles utrygt at vende ryggen til.',
    'When a case is too large or too sensitive for ten minutes, or when turning away feels unsafe.',
  ),
  evidence: null,
  licence: liberatingStructures,
  forNewcomers: true,
  needsConsultant: false,
  minParticipants: 3,
  maxParticipants: 3,
  roles: [
    { id: 'a', name: both('Person A', 'Person A'), count: 1 },
    { id: 'b', name: both('Person B', 'Person B'), count: 1 },
    { id: 'c', name: both('Person C', 'Person C'), count: 1 },
  ],
  focusRole: null,
  leadRole: null,
  phases: [
    {
      id: 'forberedelse',
      name: both('Forberedelse', 'Preparation'),
      minutes: 2,
      speakers: [],
      silent: ['a', 'b', 'c'],
      instruction: both(
        'Alle skriver for sig selv, hvad de vil have hjælp til.',
        'Everybody writes down for themselves what they want help with.',
      ),
      questions: [
        both('Hvad er du kørt fast i?', 'Where are you stuck?'),
        both('Hvilken hjælp ville gøre størst gavn?', 'Which help would do most good?'),
      ],
      prompts: {
        a: both(
          'Skriv for dig selv, hvad du er kørt fast i, og hvilken hjælp du vil bede om. Du begynder.',
          'Write for yourself where you are stuck and what help you will ask for. You go first.',
        ),
        b: both(
          'Skriv for dig selv, hvad du er kørt fast i, og hvilken hjælp du vil bede om. Du er nummer to.',
          'Write for yourself where you are stuck and what help you will ask for. You go second.',
        ),
        c: both(
          'Skriv for dig selv, hvad du er kørt fast i, og hvilken hjælp du vil bede om. Du er nummer tre.',
          'Write for yourself where you are stuck and what help you will ask for. You go third.',
        ),
      },
      isWriting: false,
    },
    ...turn(1, 'a', ['b', 'c']),
    ...turn(2, 'b', ['a', 'c']),
    ...turn(3, 'c', ['a', 'b']),
    {
      id: 'afslutning',
      name: both('Afslutning', 'Closing'),
      minutes: 3,
      speakers: ['a', 'b', 'c'],
      silent: [],
      instruction: both(
        'Hver nævner ét skridt, der skal tages inden næste møde.',
        'Each names one step to take before the next meeting.',
      ),
      questions: [both('Hvad gør du nu?', 'What will you do now?')],
      prompts: said(
        ['a', 'b', 'c'],
        'Sig ét skridt, du tager inden næste møde, eller sig pas.',
        'Say one step that you will take before the next meeting, or pass.',
      ),
      isWriting: false,
    },
  ],
  sources: [
    'https://www.liberatingstructures-uncovered.com/troika-consulting',
    'https://leanstorydesign.com/en/troika-consulting',
    'https://giveth.io/donate/wise-crowds-liberating-structures-0',
  ],
  minutesAdapted: false,
}

/** The ten minutes in which one of the three is helped by the other two. */
function turn(round: number, own: Seat, others: readonly [Seat, Seat]): ProtocolPhase[] {
  const [me, [first, second]] = [own.toUpperCase(), others.map((seat) => seat.toUpperCase())]
  const name = (da: string, en: string) => both(`Runde ${round}: ${da}`, `Round ${round}: ${en}`)
  return [
    {
      id: `r${round}-del`,
      name: name(`${me} fortæller`, `${me} shares`),
      minutes: 2,
      speakers: [own],
      silent: others,
      instruction: both(
        `${me} fortæller kort om udfordringen og den hjælp, ${me} ønsker.`,
        `${me} tells briefly about the challenge and the help that ${me} wants.`,
      ),
      questions: [both('Hvad er du i tvivl om?', 'What are you unsure about?')],
      prompts: {
        [own]: both(
          'Fortæl kort, hvad du er kørt fast i, og hvilken hjælp du ønsker. Brug roller i stedet for navne.',
          'Tell briefly where you are stuck and what help you want. Use roles instead of names.',
        ),
        ...said(others, 'Du lytter. Spørgsmålene kommer om lidt.', 'You listen. Questions come in a moment.'),
      },
      isWriting: false,
    },
    {
      id: `r${round}-afklar`,
      name: name('afklaring', 'clarifying'),
      minutes: 2,
      speakers: ['a', 'b', 'c'],
      silent: [],
      instruction: both(
        `${first} og ${second} stiller kun afklarende spørgsmål.`,
        `${first} and ${second} ask clarifying questions only.`,
      ),
      questions: [both('Hvad mener du med …?', 'What do you mean by …?')],
      prompts: {
        [own]: both(
          'Svar kort. Sig til, hvis du hellere vil lade et spørgsmål ligge.',
          'Answer briefly. Say so if you would rather leave a question.',
        ),
        ...said(
          others,
          'Spørg kun for at forstå. Dine idéer får plads lige bagefter.',
          'Ask only to understand. Your ideas have their place right after.',
        ),
      },
      isWriting: false,
    },
    {
      id: `r${round}-raad`,
      name: name(`${first} og ${second} taler`, `${first} and ${second} talk`),
      minutes: 5,
      speakers: others,
      silent: [own],
      instruction: both(
        `${me} vender ryggen til eller slukker kamera og mikrofon. ${first} og ${second} taler sammen om idéer og råd, som om ${me} ikke var der.`,
        `${me} turns away or switches off camera and microphone. ${first} and ${second} talk about ideas and advice as if ${me} were not there.`,
      ),
      questions: [both('Hvad kunne være værd at prøve?', 'What might be worth trying?')],
      prompts: {
        [own]: both(
          'Vend ryggen til, eller sluk kamera og mikrofon. Lyt, og skriv ned. Du skal ikke svare.',
          'Turn away, or switch off camera and microphone. Listen, and write down. You need not answer.',
        ),
        ...said(
          others,
          `Tal sammen om idéer og råd, som om ${me} ikke var der. Tal om sagen, ikke om personen.`,
          `Talk together about ideas and advice, as if ${me} were not there. Talk about the case, not the person.`,
        ),
      },
      isWriting: false,
    },
    {
      id: `r${round}-udbytte`,
      name: name(`${me} samler op`, `${me} sums up`),
      minutes: 1,
      speakers: [own],
      silent: others,
      instruction: both(
        `${me} vender sig om og siger, hvad der kan bruges. Der er intet at forsvare.`,
        `${me} turns back and says what is of use. There is nothing to defend.`,
      ),
      questions: [both('Hvad rykkede noget for dig?', 'What shifted something for you?')],
      prompts: {
        [own]: both(
          'Vend dig om igen, og sig, hvad du kan bruge. Resten må gerne blive liggende.',
          'Turn back, and say what you can use. The rest may be left.',
        ),
        ...said(
          others,
          'Du lytter. Du skal ikke forklare eller uddybe dit råd.',
          'You listen. You need not explain your advice or add to it.',
        ),
      },
      isWriting: false,
    },
  ]
}

function said(seats: readonly Seat[], da: string, en: string): ProtocolPhase['prompts'] {
  return Object.fromEntries(seats.map((seat) => [seat, both(da, en)]))
}
