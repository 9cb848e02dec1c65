import { both, type Protocol } from '../protocol.ts'

export const konsultation: Protocol = {
  id: 'konsultation',
  kind: 'supervision',
  name: both('Konsultation blandt kritiske venner', 'Critical friends consultancy'),
  purpose: both(
    'At åbne tænkningen om et konkret dilemma ved at skille afklarende spørgsmål skarpt fra udfordrende.',
    'To open up the thinking about a concrete dilemma by keeping clarifying questions strictly apart from probing ones.',
  ),
  origin: both(
    'Coalition of Essential Schools og NSRF (Thompson-Grove, Evans & Dunne)',
    'Coalition of Essential Schools and NSRF (Thompson-Grove, Evans & Dunne)',
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
    { id: 'gruppe', name: both('Kritisk ven', 'Critical friend'), count: 'rest' },
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
        'The presenter describes the dilemma and asks a focus question.',
      ),
      questions: [
        both(
          'Hvad ville en tilskuer lægge mærke til midt i dilemmaet?',
          'What would an onlooker notice in the middle of the dilemma?',
        ),
        both('Hvad er dit fokusspørgsmål?', 'What is your focus question?'),
      ],
      prompts: {
        fremlaegger: both(
          'Fortæl, så de andre kan se dilemmaet for sig, og slut med det spørgsmål, du vil have belyst.',
          'Tell it so that the others can see the dilemma, and end with the question you want to explore.',
        ),
        facilitator: both(
          'Du lytter og holder tiden. Skriv fokusspørgsmålet ned, som det bliver stillet.',
          'You listen and keep time. Write down the focus question as it is asked.',
        ),
        gruppe: both(
          'Du lytter uden at afbryde. Skriv dine spørgsmål ned, og skil de afklarende fra de udfordrende.',
          'You listen without interrupting. Write down your questions, and sort the clarifying from the probing.',
        ),
      },
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
      prompts: {
        fremlaegger: both(
          'Svar kort og faktuelt. Kræver svaret eftertanke, hører spørgsmålet til i næste fase.',
          'Answer briefly and factually. If the answer takes thought, the question belongs in the next phase.',
        ),
        facilitator: both(
          'Lad ordet gå rundt. Gem de spørgsmål, der kræver eftertanke, til næste fase.',
          'Go round the group. Save the questions that take thought for the next phase.',
        ),
        gruppe: both(
          'Spørg om det, du mangler at vide, og som kan besvares på få sekunder.',
          'Ask what you still need to know and what can be answered in a few seconds.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'udfordrende',
      name: both('Udfordrende spørgsmål', 'Probing questions'),
      minutes: 10,
      speakers: ['fremlaegger', 'facilitator', 'gruppe'],
      silent: [],
      instruction: both(
        'Spørgsmål, der får fremlæggeren til at tænke videre. Svarene drøftes ikke. Til sidst siges fokusspørgsmålet igen; det må gerne have ændret sig.',
        'Questions that make the presenter think further. The answers are not debated. At the end the focus question is said again; it may have changed.',
      ),
      questions: [
        both('Hvad er du bange for at opdage?', 'What are you afraid of discovering?'),
        both('Hvad antager du, som måske ikke holder?', 'What do you assume that may not hold?'),
      ],
      prompts: {
        fremlaegger: both(
          'Tænk højt, når du svarer, eller lad spørgsmålet stå. Sig til sidst dit fokusspørgsmål igen, som det lyder nu.',
          'Think aloud as you answer, or let the question stand. At the end say your focus question again, as it sounds now.',
        ),
        facilitator: both(
          'Lad der være ro mellem spørgsmålene, og lad ingen drøfte svarene. Bed til sidst om fokusspørgsmålet igen.',
          'Leave some quiet between the questions, and let nobody debate the answers. Ask for the focus question again at the end.',
        ),
        gruppe: both(
          'Spørg, så fremlæggeren får noget nyt at tænke over. Et råd med spørgsmålstegn er stadig et råd.',
          'Ask so that the presenter has something new to think about. Advice with a question mark is still advice.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'droeftelse',
      name: both('Gruppens drøftelse', 'The group discusses'),
      minutes: 15,
      speakers: ['gruppe', 'facilitator'],
      silent: ['fremlaegger'],
      instruction: both(
        'Gruppen drøfter dilemmaet. Fremlæggeren tier og noterer. Tal om dilemmaet, ikke om personen.',
        'The group discusses the dilemma. The presenter is silent and takes notes. Talk about the dilemma, not the person.',
      ),
      questions: [
        both('Hvad hørte vi, og hvad hørte vi ikke?', 'What did we hear, and what did we not hear?'),
        both('Hvilken antagelse tager vi selv for givet?', 'Which assumption are we ourselves taking for granted?'),
      ],
      prompts: {
        fremlaegger: both(
          'Du lytter og skriver ned. Du skal ikke svare, heller ikke når noget er misforstået.',
          'You listen and write down. You need not answer, even when something is misunderstood.',
        ),
        facilitator: both(
          'Før drøftelsen tilbage til fokusspørgsmålet, og se efter, at I taler om dilemmaet, ikke om personen.',
          'Bring the discussion back to the focus question, and see that you talk about the dilemma, not the person.',
        ),
        gruppe: both(
          'Drøft dilemmaet med de andre, ikke med fremlæggeren. Sig også, hvad I måske tager for givet.',
          'Discuss the dilemma with the others, not with the presenter. Also say what you may be taking for granted.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'svar',
      name: both('Fremlæggerens svar', 'The presenter responds'),
      minutes: 7,
      speakers: ['fremlaegger'],
      silent: ['facilitator', 'gruppe'],
      instruction: both(
        'Fremlæggeren fortæller, hvad der er blevet tydeligere. Det er ikke et svar punkt for punkt.',
        'The presenter says what has become clearer. It is not a reply point by point.',
      ),
      questions: [
        both('Hvad tænker du nu, som du ikke tænkte før?', 'What do you think now that you did not think before?'),
      ],
      prompts: {
        fremlaegger: both(
          'Sig, hvad du tænker nu, som du ikke tænkte før. Du behøver ikke at svare på hvert punkt.',
          'Say what you think now that you did not think before. You need not answer every point.',
        ),
        facilitator: both(
          'Du lytter og holder tiden. Lad svaret stå.',
          'You listen and keep time. Let the answer stand.',
        ),
        gruppe: both('Du lytter. Der skal ikke spørges videre.', 'You listen. There is nothing more to ask.'),
      },
      isWriting: false,
    },
    {
      id: 'proces',
      name: both('Samtale om formen', 'Talking about the form'),
      minutes: 5,
      speakers: ['fremlaegger', 'facilitator', 'gruppe'],
      silent: [],
      instruction: both(
        'Facilitatoren leder en kort samtale om formen. Dilemmaet tages ikke op igen.',
        'The facilitator leads a short talk about the form. The dilemma is not reopened.',
      ),
      questions: [both('Hvor hjalp vi mest?', 'Where did we help most?')],
      prompts: {
        fremlaegger: both(
          'Sig, hvilke spørgsmål der fik dig til at tænke videre. Selve dilemmaet er lukket.',
          'Say which questions made you think further. The dilemma itself is closed.',
        ),
        facilitator: both(
          'Spørg, hvordan formen virkede, og hold dilemmaet ude af samtalen.',
          'Ask how the form worked, and keep the dilemma out of the talk.',
        ),
        gruppe: both(
          'Sig, hvordan det var at skille de to slags spørgsmål ad. Lad dilemmaet ligge.',
          'Say what it was like to keep the two kinds of questions apart. Let the dilemma rest.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: [
    'https://docsbay.net/doc/514092/roles-presenter-whose-work-is-being-discussed-by-the-group',
    'http://www.cic.uiuc.edu/programs/DEO/archive/BestPractice/CriticalFriends.shtml',
  ],
  minutesAdapted: false,
}
