import { caseClinicLicence } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const caseClinic: Protocol = {
  id: 'case-clinic',
  kind: 'supervision',
  name: both('Case Clinic', 'Case Clinic'),
  purpose: both(
    'At give en leder nye svar på en aktuel udfordring gennem dyb lytning, billeder og fælles eftertanke i stedet for råd.',
    'To give a leader new answers to a current challenge through deep listening, images and shared reflection instead of advice.',
  ),
  origin: both('Presencing Institute, u.lab (Theory U)', 'Presencing Institute, u.lab (Theory U)'),
  when: both(
    'Når en leder står midt i en forandring, hvor det vante ikke rækker, og gruppen tør være stille sammen.',
    'When a leader is in the middle of a change that the usual ways cannot meet, and the group dares to be silent together.',
  ),
  whenNot: both(
    'Når der er brug for et hurtigt, praktisk svar, eller før I er trygge ved hinanden.',
    'When a quick, practical answer is needed, or before you feel safe with each other.',
  ),
  evidence: null,
  licence: caseClinicLicence,
  forNewcomers: false,
  needsConsultant: false,
  minParticipants: 4,
  maxParticipants: 5,
  roles: [
    { id: 'casegiver', name: both('Casegiver', 'Case giver'), count: 1 },
    { id: 'tidsholder', name: both('Tidsholder og coach', 'Timekeeper and coach'), count: 1 },
    { id: 'coach', name: both('Coach', 'Coach'), count: 'rest' },
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
        'Vælg casegiver og tidsholder. Sagen skal være aktuel, konkret og vigtig, og casegiveren skal selv have en nøglerolle i den.',
        'Choose a case giver and a timekeeper. The case must be current, concrete and important, and the case giver must have a key role in it.',
      ),
      questions: [both('Hvem holder tiden?', 'Who keeps time?')],
      prompts: {
        casegiver: both(
          'Sig kort, hvad din sag er. Er den aktuel og konkret, og har du selv en nøglerolle i den, kan I begynde.',
          'Say briefly what your case is. If it is current and concrete, and you have a key role in it, you can begin.',
        ),
        tidsholder: both(
          'Sig, at du holder tiden og også er coach. Se efter, at alle er klar.',
          'Say that you keep time and are a coach as well. See that everybody is ready.',
        ),
        coach: both(
          'Læg dine egne sager fra dig. I den næste time er du her for casegiveren.',
          'Put your own cases aside. For the next hour you are here for the case giver.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'hensigt',
      name: both('Casegiverens fortælling', "The case giver's story"),
      minutes: 15,
      speakers: ['casegiver', 'tidsholder', 'coach'],
      silent: [],
      instruction: both(
        'Casegiveren fortæller om situationen, om andre i den, om den fremtid, der ønskes, og om det, der må slippes eller læres. Coacherne lytter og stiller få afklarende spørgsmål.',
        'The case giver tells about the situation, the others in it, the future that is wanted, and what must be let go of or learned. The coaches listen and ask few clarifying questions.',
      ),
      questions: [
        both('Hvad står du med lige nu?', 'What are you facing right now?'),
        both('Hvad ville de andre sige, der står på spil?', 'What would the others say is at stake?'),
        both('Hvis det lykkes, hvad er så anderledes om et år?', 'If this succeeds, what is different in a year?'),
        both(
          'Hvilken vane eller forestilling står i vejen, og hvad mangler du at kunne?',
          'Which habit or belief stands in the way, and what do you still need to be able to do?',
        ),
      ],
      prompts: {
        casegiver: both(
          'Fortæl om situationen, de andre i den og den fremtid, du ønsker. Tag dig tid til pauser.',
          'Tell about the situation, the others in it and the future you want. Take time for pauses.',
        ),
        tidsholder: both(
          'Hold tiden, og lyt som coach. Stil kun spørgsmål, der gør fortællingen klarere.',
          'Keep time, and listen as a coach. Ask only questions that make the story clearer.',
        ),
        coach: both(
          'Lyt med åbent sind. Stil få spørgsmål, og kun for at forstå.',
          'Listen with an open mind. Ask few questions, and only to understand.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'stilhed',
      name: both('Stilhed', 'Silence'),
      minutes: 3,
      speakers: [],
      silent: ['casegiver', 'tidsholder', 'coach'],
      instruction: both(
        'Alle sidder stille. Læg mærke til, hvilke billeder, følelser og bevægelser der melder sig.',
        'Everybody sits in silence. Notice which images, feelings and gestures arise.',
      ),
      questions: [both('Hvad blev vakt i dig?', 'What was stirred in you?')],
      prompts: {
        casegiver: both(
          'Sid stille, og lad det, du har sagt, falde til ro.',
          'Sit in silence, and let what you have said settle.',
        ),
        tidsholder: both(
          'Sid stille som de andre. Bryd stilheden roligt, når tiden er gået.',
          'Sit in silence like the others. Break the silence gently when the time has passed.',
        ),
        coach: both(
          'Sid stille. Læg mærke til et billede, en følelse og en bevægelse, uden at forklare dem for dig selv.',
          'Sit in silence. Notice an image, a feeling and a gesture, without explaining them to yourself.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'spejling',
      name: both('Spejling', 'Mirroring'),
      minutes: 10,
      speakers: ['tidsholder', 'coach', 'casegiver'],
      silent: [],
      instruction: both(
        'Hver coach deler et billede, en følelse og en bevægelse. Ingen løsninger. Til sidst fortæller casegiveren, hvad der ramte.',
        'Each coach shares an image, a feeling and a gesture. No solutions. At the end the case giver says what struck home.',
      ),
      questions: [
        both('Hvilket billede fik du?', 'What image came to you?'),
        both('Hvad følte du undervejs?', 'What did you feel along the way?'),
      ],
      prompts: {
        casegiver: both(
          'Lyt til spejlingerne uden at svare. Sig til sidst, hvad der ramte dig.',
          'Listen to the mirroring without answering. Say at the end what struck you.',
        ),
        tidsholder: both(
          'Lad ordet gå rundt, og del også dit eget billede. Lad casegiveren slutte.',
          'Go round the group, and share an image of your own too. Let the case giver end.',
        ),
        coach: both(
          'Del et billede, en følelse og en bevægelse, der kom til dig. Tolk dem ikke, og løs ikke noget.',
          'Share an image, a feeling and a gesture that came to you. Do not interpret them, and solve nothing.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'dialog',
      name: both('Skabende dialog', 'Generative dialogue'),
      minutes: 20,
      speakers: ['casegiver', 'tidsholder', 'coach'],
      silent: [],
      instruction: both(
        'Tal sammen om det, spejlingerne åbner for. Byg videre på hinanden. Målet er ikke at reparere noget.',
        'Talk together about what the mirroring opens up. Build on one another. The aim is not to fix anything.',
      ),
      questions: [both('Hvad bliver muligt, når vi ser det sådan?', 'What becomes possible when we see it this way?')],
      prompts: {
        casegiver: both(
          'Tal med om det, spejlingerne har åbnet for. Du skal ikke forsvare eller vælge noget endnu.',
          'Join in about what the mirroring has opened up. You need not defend or choose anything yet.',
        ),
        tidsholder: both(
          'Vær med, og hold tiden. Sig venligt til, hvis samtalen bliver til gode råd.',
          'Take part, and keep time. Say so kindly if the talk turns into advice.',
        ),
        coach: both(
          'Byg videre på det, de andre siger. Bliv ved det, der er nyt, i stedet for at løse noget.',
          'Build on what the others say. Stay with what is new instead of solving something.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'afrunding',
      name: both('Afrunding', 'Closing remarks'),
      minutes: 8,
      speakers: ['casegiver', 'tidsholder', 'coach'],
      silent: [],
      instruction: both(
        'Hver coach siger en kort, afsluttende tanke. Casegiveren siger, hvordan vejen frem ser ud nu. Slut med en ærlig tak.',
        'Each coach offers a short closing thought. The case giver says how the way forward looks now. End with honest thanks.',
      ),
      questions: [both('Hvordan ser du sagen nu?', 'How do you see the case now?')],
      prompts: {
        casegiver: both(
          'Sig, hvordan vejen frem ser ud nu, og tak de andre på din egen måde.',
          'Say how the way forward looks now, and thank the others in your own way.',
        ),
        tidsholder: both(
          'Giv hver coach ordet kort, sig også din egen tanke, og lad casegiveren slutte.',
          'Give each coach the floor briefly, add your own thought, and let the case giver end.',
        ),
        coach: both(
          'Sig én kort tanke, du vil give casegiveren med på vejen.',
          'Say one short thought that you want to give the case giver to take along.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'journal',
      name: both('Egne noter', 'Personal notes'),
      minutes: 2,
      speakers: [],
      silent: ['casegiver', 'tidsholder', 'coach'],
      instruction: both(
        'Alle skriver for sig selv. Noterne er private.',
        'Everybody writes for themselves. The notes are private.',
      ),
      questions: [both('Hvad vil jeg huske herfra?', 'What do I want to remember from this?')],
      prompts: {
        casegiver: both(
          'Skriv for dig selv, hvad du vil huske. Ingen andre ser det.',
          'Write for yourself what you want to remember. Nobody else sees it.',
        ),
        tidsholder: both(
          'Skriv for dig selv, og sig stille til, når tiden er gået.',
          'Write for yourself, and say quietly when the time has passed.',
        ),
        coach: both(
          'Skriv, hvad du selv vil huske. Skriv om dig, ikke om casegiverens sag.',
          "Write what you want to remember. Write about yourself, not about the case giver's case.",
        ),
      },
      isWriting: false,
    },
  ],
  sources: [
    'https://www.sessionlab.com/methods/case-clinic',
    'https://www.microsolidarity.cc/articles/case-clinic',
    'https://www.u-school.org/assets/credits',
    'https://creativecommons.org/licenses/by-sa/3.0/',
  ],
  minutesAdapted: false,
}
