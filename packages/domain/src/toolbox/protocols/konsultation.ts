import { both, type Protocol } from '../protocol.ts'

export const konsultation: Protocol = {
  id: 'konsultation',
  kind: 'supervision',
  name: both('Konsultation blandt kritiske venner', 'Critical friends consultancy'),
  purpose: both(
    'At udvide tænkningen om et konkret dilemma ved at skelne skarpt mellem afklarende og udfordrende spørgsmål.',
    'To expand thinking about a concrete dilemma by separating clarifying from probing questions.',
  ),
  origin: both(
    'Coalition of Essential Schools / NSRF (Thompson-Grove, Evans & Dunne)',
    'Coalition of Essential Schools / NSRF (Thompson-Grove, Evans & Dunne)',
  ),
  when: both(
    'Når dilemmaet er tydeligt, og den, der har det, ønsker at få sine antagelser udfordret.',
    'When the dilemma is clear, and the one who has it wants to have assumptions challenged.',
  ),
  whenNot: both(
    'Når der mest er brug for støtte, eller når I endnu ikke kan drøfte et dilemma uden at drøfte personen.',
    'When support is what is needed most, or when you cannot yet discuss a dilemma without discussing the person.',
  ),
  evidence: null,
  licence: both(
    'Fremgangsmåden er fri at bruge. Ordene er vores egne og følger appens licens. »Critical Friends Group« og »CFG« er beskyttede navne. Vi har ingen forbindelse med deres ejer.',
    'The procedure is free to use. The words are our own, under the licence of the app. “Critical Friends Group” and “CFG” are protected names. We have no connection with their owner.',
  ),
  forNewcomers: false,
  needsConsultant: false,
  minParticipants: 5,
  maxParticipants: 10,
  roles: [
    { id: 'fremlaegger', name: both('Fremlægger', 'Presenter'), count: 1 },
    { id: 'facilitator', name: both('Facilitator', 'Facilitator'), count: 1 },
    { id: 'gruppe', name: both('Gruppen', 'Group'), count: 'rest' },
  ],
  focusRole: 'fremlaegger',
  leadRole: 'facilitator',
  phases: [
    {
      id: 'dilemma',
      name: both('Dilemma', 'Dilemma'),
      minutes: 8,
      speakers: ['fremlaegger'],
      silent: ['facilitator', 'gruppe'],
      instruction: both(
        'Fremlæggeren skildrer dilemmaet og stiller et fokusspørgsmål.',
        'The presenter outlines the dilemma and poses a focus question.',
      ),
      questions: [
        both(
          'Hvad ville en tilskuer lægge mærke til, hvis vi stod midt i dilemmaet?',
          'What would a bystander notice if we stood in the middle of the dilemma?',
        ),
        both('Hvad er dit fokusspørgsmål?', 'What is your focus question?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'afklarende',
      name: both('Afklarende spørgsmål', 'Clarifying questions'),
      minutes: 5,
      speakers: ['fremlaegger', 'facilitator', 'gruppe'],
      silent: [],
      instruction: both(
        'Spørgsmål, der kan besvares kort og faktuelt.',
        'Questions that can be answered briefly and factually.',
      ),
      questions: [both('Hvor længe har det stået på?', 'How long has it been going on?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'udfordrende',
      name: both('Udfordrende spørgsmål', 'Probing questions'),
      minutes: 10,
      speakers: ['fremlaegger', 'facilitator', 'gruppe'],
      silent: [],
      instruction: both(
        'Spørgsmål, der får fremlæggeren til at tænke videre. Svarene diskuteres ikke. Til sidst gentages fokusspørgsmålet, evt. ændret.',
        'Questions that make the presenter think further. Answers are not debated. Finally the focus question is restated, possibly changed.',
      ),
      questions: [
        both('Hvad er du bange for at opdage?', 'What are you afraid of discovering?'),
        both('Hvad antager du, som måske ikke holder?', 'What do you assume that may not hold?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'droeftelse',
      name: both('Gruppens drøftelse', 'Group discussion'),
      minutes: 15,
      speakers: ['gruppe', 'facilitator'],
      silent: ['fremlaegger'],
      instruction: both(
        'Gruppen drøfter dilemmaet. Fremlæggeren tier og noterer. Tal om dilemmaet, ikke om personen.',
        'The group discusses the dilemma. The presenter is silent and takes notes. Discuss the dilemma, not the person.',
      ),
      questions: [
        both('Hvad hørte vi, og hvad hørte vi ikke?', 'What did we hear, and what did we not hear?'),
        both('Hvilken antagelse tager vi selv for givet?', 'Which assumption are we ourselves taking for granted?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'svar',
      name: both('Fremlæggerens svar', 'Presenter responds'),
      minutes: 7,
      speakers: ['fremlaegger'],
      silent: ['facilitator', 'gruppe'],
      instruction: both(
        'Fremlæggeren fortæller om ny indsigt. Det er ikke et punkt for punkt-svar.',
        'The presenter shares new insight. It is not a point-by-point reply.',
      ),
      questions: [
        both('Hvad tænker du nu, som du ikke tænkte før?', 'What do you think now that you did not think before?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'proces',
      name: both('Samtale om processen', 'Debrief'),
      minutes: 5,
      speakers: ['fremlaegger', 'facilitator', 'gruppe'],
      silent: [],
      instruction: both(
        'Facilitator leder en kort evaluering af formen.',
        'The facilitator leads a short evaluation of the process.',
      ),
      questions: [both('Hvor hjalp vi mest?', 'Where did we help most?')],
      prompts: {},
      isWriting: false,
    },
  ],
  sources: [
    'https://docsbay.net/doc/514092/roles-presenter-whose-work-is-being-discussed-by-the-group',
    'http://www.cic.uiuc.edu/programs/DEO/archive/BestPractice/CriticalFriends.shtml',
  ],
  minutesAdapted: false,
}
