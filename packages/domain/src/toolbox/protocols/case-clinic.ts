import { both, type Protocol } from '../protocol.ts'

export const caseClinic: Protocol = {
  id: 'case-clinic',
  kind: 'supervision',
  name: both('Case Clinic', 'Case Clinic'),
  purpose: both(
    'At give en leder nye svar på en aktuel udfordring gennem dyb lytning, billeder og fælles eftertanke frem for råd.',
    'To give a leader new responses to a current challenge through deep listening, images and shared reflection rather than advice.',
  ),
  origin: both(
    'Presencing Institute / u.lab (Theory U), CC BY-SA 3.0',
    'Presencing Institute / u.lab (Theory U), CC BY-SA 3.0',
  ),
  minParticipants: 4,
  maxParticipants: 5,
  roles: [
    { id: 'casegiver', name: both('Casegiver', 'Case giver'), count: 1 },
    { id: 'tidsholder', name: both('Tidsholder (også coach)', 'Timekeeper (also coach)'), count: 1 },
    { id: 'coach', name: both('Coacher', 'Coaches'), count: 'rest' },
  ],
  focusRole: 'casegiver',
  leadRole: 'tidsholder',
  phases: [
    {
      id: 'roller',
      name: both('Roller', 'Roles'),
      minutes: 2,
      speakers: ['casegiver', 'tidsholder', 'coach'],
      silent: [],
      instruction: both(
        'Vælg casegiver og tidsholder. Sagen skal være aktuel, konkret og vigtig, og casegiveren skal have en nøglerolle.',
        'Choose case giver and timekeeper. The case must be current, concrete and important, with the case giver in a key role.',
      ),
      questions: [both('Hvem tager tid?', 'Who keeps time?')],
    },
    {
      id: 'hensigt',
      name: both('Casegivers fortælling', 'Intention statement'),
      minutes: 15,
      speakers: ['casegiver', 'tidsholder', 'coach'],
      silent: [],
      instruction: both(
        'Casegiveren fortæller om situation, andre parter, ønsket fremtid og det, der skal slippes eller læres. Coacherne lytter og stiller få afklarende spørgsmål.',
        'The case giver tells about the situation, other parties, desired future and what must be let go of or learned. Coaches listen and ask a few clarifying questions.',
      ),
      questions: [
        both('Hvad står du med lige nu?', 'What are you facing right now?'),
        both(
          'Hvad ville de andre involverede sige, der er på spil?',
          'What would the other people involved say is at stake?',
        ),
        both('Hvis det lykkes, hvad er så anderledes om et år?', 'If this succeeds, what is different in a year?'),
        both(
          'Hvilken vane eller forestilling står dig i vejen, og hvad mangler du at kunne?',
          'Which habit or belief stands in your way, and what do you still need to be able to do?',
        ),
      ],
    },
    {
      id: 'stilhed',
      name: both('Stilhed', 'Stillness'),
      minutes: 3,
      speakers: [],
      silent: ['casegiver', 'tidsholder', 'coach'],
      instruction: both(
        'Alle sidder stille. Læg mærke til, hvilke billeder, følelser og bevægelser der melder sig.',
        'Everyone sits in silence. Notice which images, feelings and gestures arise.',
      ),
      questions: [both('Hvad blev vakt i dig?', 'What was stirred in you?')],
    },
    {
      id: 'spejling',
      name: both('Spejling', 'Mirroring'),
      minutes: 10,
      speakers: ['tidsholder', 'coach', 'casegiver'],
      silent: [],
      instruction: both(
        'Hver coach deler et billede, en følelse og en bevægelse. Ingen løsninger. Til sidst fortæller casegiveren, hvad der ramte.',
        'Each coach shares an image, a feeling and a gesture. No solutions. Finally the case giver says what struck home.',
      ),
      questions: [
        both('Hvilket billede fik du?', 'What image came to you?'),
        both('Hvad følte du undervejs?', 'What did you feel along the way?'),
      ],
    },
    {
      id: 'dialog',
      name: both('Skabende dialog', 'Generative dialogue'),
      minutes: 20,
      speakers: ['casegiver', 'tidsholder', 'coach'],
      silent: [],
      instruction: both(
        'Tal sammen om, hvad spejlingerne åbner for. Byg videre på hinanden. Målet er ikke at reparere.',
        'Talk together about what the mirroring opens up. Build on one another. The aim is not to fix.',
      ),
      questions: [both('Hvad bliver muligt, når vi ser det sådan?', 'What becomes possible when we see it this way?')],
    },
    {
      id: 'afrunding',
      name: both('Afrunding', 'Closing remarks'),
      minutes: 8,
      speakers: ['casegiver', 'tidsholder', 'coach'],
      silent: [],
      instruction: both(
        'Coacherne siger hver en kort afsluttende tanke. Casegiveren siger, hvordan vejen frem ser ud nu. Slut med en ærlig tak.',
        'Each coach offers a short closing thought. The case giver says how the way forward looks now. End with honest appreciation.',
      ),
      questions: [both('Hvordan ser du sagen nu?', 'How do you see the case now?')],
    },
    {
      id: 'journal',
      name: both('Egne noter', 'Personal notes'),
      minutes: 2,
      speakers: [],
      silent: ['casegiver', 'tidsholder', 'coach'],
      instruction: both(
        'Alle skriver for sig selv. Noterne er private.',
        'Everyone writes privately. The notes are personal.',
      ),
      questions: [both('Hvad vil jeg huske herfra?', 'What do I want to remember from this?')],
    },
  ],
  sources: [
    'https://www.sessionlab.com/methods/case-clinic',
    'https://www.microsolidarity.cc/articles/case-clinic',
    'https://www.u-school.org/assets/credits (licence)',
  ],
  minutesAdapted: false,
}
