import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const kollegialSparring8Trin: Protocol = {
  id: 'kollegial-sparring-8-trin',
  kind: 'supervision',
  name: both('Kollegial sparring i otte trin', 'Eight-step peer sparring'),
  purpose: both(
    'At give en konkret ledelsessag hurtig og ordnet sparring, hvor spørgsmål kommer før råd.',
    'To give a concrete leadership case quick and orderly sparring, with questions before advice.',
  ),
  origin: both(
    'Dansk model fra supervision i psykiatrien (Risskov/Skejby), brugt i ledernetværk på FGU',
    'A Danish model from supervision in psychiatry (Risskov/Skejby), used in leader networks of preparatory schools (FGU)',
  ),
  when: both(
    'Når gruppen er ny, og sagen er konkret. Trinene er lette at følge, og alle når at spørge, før nogen giver råd.',
    'When the group is new and the case is concrete. The steps are easy to follow, and everybody gets to ask before anybody advises.',
  ),
  whenNot: both(
    'Når sagen gør ondt eller har en lang forhistorie. Så kommer rådene for tidligt.',
    'When the case hurts or has a long history. Then advice comes too early.',
  ),
  evidence: null,
  licence: freeProcedure,
  forNewcomers: true,
  needsConsultant: false,
  minParticipants: 4,
  maxParticipants: 10,
  roles: [
    { id: 'sparringsleder', name: both('Sparringsleder', 'Sparring leader'), count: 1 },
    { id: 'indehaver', name: both('Sagsejer', 'Case owner'), count: 1 },
    { id: 'deltager', name: both('Sparringspartner', 'Sparring partner'), count: 'rest' },
  ],
  focusRole: 'indehaver',
  leadRole: 'sparringsleder',
  phases: [
    {
      id: 'runde',
      name: both('Problemrunde', 'Round of problems'),
      minutes: 8,
      speakers: ['sparringsleder', 'indehaver', 'deltager'],
      silent: [],
      instruction: both(
        'Hver nævner et konkret problem fra arbejdet på højst ét minut. Ingen kommentarer.',
        'Each names one concrete problem from work, in one minute at most. No comments.',
      ),
      questions: [both('Hvad bøvler du med lige nu?', 'What are you struggling with right now?')],
      prompts: {
        sparringsleder: both(
          'Lad ordet gå rundt, ét minut til hver, og sig venligt til, når det er gået. Nævn også dit eget problem.',
          'Go round the group, one minute each, and say kindly when it has passed. Name a problem of your own too.',
        ),
        indehaver: both(
          'Fortæl på et minut, hvad du bøvler med. De andre gør det samme, og ingen kommenterer endnu.',
          'Say in one minute what you are struggling with. The others do the same, and nobody comments yet.',
        ),
        deltager: both(
          'Fortæl på et minut om noget konkret, du bøvler med. Lyt til de andre uden at kommentere.',
          'Tell in one minute about something concrete you are struggling with. Listen to the others without comment.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'valg',
      name: both('Valg af sag', 'Choosing the case'),
      minutes: 3,
      speakers: ['sparringsleder', 'indehaver', 'deltager'],
      silent: [],
      instruction: both(
        'Stem om, hvilken sag I tager. Se på, hvor meget den haster, og hvor mange der kan lære af den.',
        'Vote on which case to take. Consider how urgent it is and how many can learn from it.',
      ),
      questions: [both('Hvilken sag giver mest mening for os i dag?', 'Which case makes most sense for us today?')],
      prompts: {
        sparringsleder: both(
          'Led afstemningen. Falder valget på en anden end sagsejeren, så lad de to bytte rolle, før I går videre.',
          'Lead the vote. If it falls on somebody other than the case owner, let the two swap roles before you go on.',
        ),
        indehaver: both(
          'Sig, hvor meget din sag haster, og stem som de andre. Bliver det en andens sag, bytter I rolle.',
          "Say how urgent your case is, and vote with the others. If somebody else's case is chosen, you two swap roles.",
        ),
        deltager: both(
          'Stem på den sag, der haster, eller som flest kan lære af. Du må gerne stemme på din egen.',
          'Vote for the case that is urgent, or that most of you can learn from. You may vote for your own.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'uddybning',
      name: both('Uddybning', 'The case'),
      minutes: 8,
      speakers: ['indehaver'],
      silent: ['sparringsleder', 'deltager'],
      instruction: both(
        'Sagsejeren uddyber. De andre lytter uden at afbryde.',
        'The case owner tells more. The others listen without interrupting.',
      ),
      questions: [
        both('Hvad er det sværeste ved det?', 'What is the hardest part?'),
        both('Hvad vil du gerne have hjælp til?', 'What would you like help with?'),
      ],
      prompts: {
        sparringsleder: both(
          'Du lytter og holder tiden. Læg mærke til, om det bliver klart, hvad der ønskes hjælp til.',
          'You listen and keep time. Notice whether it becomes clear what help is wanted.',
        ),
        indehaver: both(
          'Fortæl, hvad der sker, hvad der er sværest, og hvad du vil have hjælp til. Brug roller i stedet for navne.',
          'Say what is happening, what is hardest and what you want help with. Use roles instead of names.',
        ),
        deltager: both(
          'Du lytter uden at afbryde. Skriv de spørgsmål ned, du får lyst til at stille.',
          'You listen without interrupting. Write down the questions you would like to ask.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'spoergerunde',
      name: both('Spørgerunde', 'Question round'),
      minutes: 14,
      speakers: ['sparringsleder', 'indehaver', 'deltager'],
      silent: [],
      instruction: both(
        'Tag en runde i urets retning. Hver stiller ét spørgsmål eller siger pas. Sparringslederen afviser venligt råd i forklædning.',
        'Take a round clockwise. Each asks one question or passes. The sparring leader kindly turns away advice in disguise.',
      ),
      questions: [
        both('Hvad ville være godt nok?', 'What would be good enough?'),
        both(
          'Hvad gør du selv, som er med til at holde det i gang?',
          'What do you do yourself that helps to keep it going?',
        ),
      ],
      prompts: {
        sparringsleder: both(
          'Giv ordet videre, ét spørgsmål til hver. Hører du et råd forklædt som spørgsmål, så bed venligt om et nyt.',
          'Pass the turn on, one question each. If you hear advice disguised as a question, kindly ask for another.',
        ),
        indehaver: both(
          'Svar kort og ærligt. Du må gerne sige, at du ikke ved det, og du kan altid sige pas.',
          'Answer briefly and honestly. You may say that you do not know, and you can always pass.',
        ),
        deltager: both(
          'Stil ét åbent spørgsmål, når det er din tur, eller sig pas. »Har du prøvet at …?« er et råd.',
          'Ask one open question when it is your turn, or pass. “Have you tried …?” is advice.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'egne-forslag',
      name: both('Sagsejerens egne idéer', "The owner's own ideas"),
      minutes: 5,
      speakers: ['indehaver'],
      silent: ['sparringsleder', 'deltager'],
      instruction: both(
        'Sagsejeren tænker højt om egne løsninger, før de andre må komme med deres.',
        'The case owner thinks aloud about possible solutions before the others may offer theirs.',
      ),
      questions: [both('Hvilke veje ser du selv nu?', 'What ways forward do you see now?')],
      prompts: {
        sparringsleder: both(
          'Du lytter og holder tiden. Går sagsejeren i stå, så lad stilheden vare.',
          'You listen and keep time. If the case owner gets stuck, let the silence last.',
        ),
        indehaver: both(
          'Tænk højt om, hvad du selv kan gøre. Det behøver ikke at være færdigt.',
          'Think aloud about what you could do. It need not be finished.',
        ),
        deltager: both(
          'Du lytter. Dit eget forslag kan vente til næste trin.',
          'You listen. Your own suggestion can wait for the next step.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'raad',
      name: both('Rådrunde', 'Advice round'),
      minutes: 10,
      speakers: ['sparringsleder', 'deltager'],
      silent: ['indehaver'],
      instruction: both(
        'Tag endnu en runde. Hver giver ét råd eller siger pas. Sagsejeren noterer og svarer ikke.',
        'Take another round. Each gives one piece of advice or passes. The case owner takes notes and does not reply.',
      ),
      questions: [both('Hvad foreslår du at prøve?', 'What do you suggest trying?')],
      prompts: {
        sparringsleder: both(
          'Lad ordet gå rundt, ét råd til hver, og stop venligt en diskussion. Du må selv give ét.',
          'Go round the group, one piece of advice each, and kindly stop a discussion. You may give one yourself.',
        ),
        indehaver: both(
          'Du lytter og skriver ned. Du skal ikke svare, forklare eller vælge endnu.',
          'You listen and write down. You need not answer, explain or choose yet.',
        ),
        deltager: both(
          'Giv ét råd, kort og konkret, eller sig pas. Sagsejeren afgør bagefter, om det kan bruges.',
          'Give one piece of advice, short and concrete, or pass. The case owner decides afterwards whether it is of use.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'plus-minus',
      name: both('Plus og minus', 'Plus and minus'),
      minutes: 7,
      speakers: ['indehaver'],
      silent: ['sparringsleder', 'deltager'],
      instruction: both(
        'Sagsejeren går rådene igennem og siger, hvad der kan bruges, hvad der ikke kan, og hvad der bliver det første skridt.',
        'The case owner goes through the advice and says what is useful, what is not, and what the first step will be.',
      ),
      questions: [
        both('Hvad tager du med, og hvad lader du ligge?', 'What do you take with you, and what do you leave?'),
      ],
      prompts: {
        sparringsleder: both(
          'Du lytter og holder tiden. Ingen skal forsvare sit råd.',
          'You listen and keep time. Nobody is to defend their advice.',
        ),
        indehaver: both(
          'Gå rådene igennem: Hvad kan du bruge, hvad lader du ligge, og hvad gør du først? Du skylder ingen en begrundelse.',
          'Go through the advice: what can you use, what do you leave, and what will you do first? You owe nobody a reason.',
        ),
        deltager: both(
          'Du lytter. Dit råd er givet væk, og sagsejeren bruger det, der passer.',
          'You listen. Your advice is given away, and the case owner uses what fits.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'evaluering',
      name: both('Evaluering', 'Looking back'),
      minutes: 5,
      speakers: ['sparringsleder', 'indehaver', 'deltager'],
      silent: [],
      instruction: both(
        'En kort runde om udbytte og form. Sagen tages ikke op igen.',
        'A short round on what it gave and how it went. The case is not reopened.',
      ),
      questions: [
        both('Hvad fik du selv ud af at spørge og lytte?', 'What did you yourself get out of asking and listening?'),
      ],
      prompts: {
        sparringsleder: both(
          'Lad ordet gå rundt en sidste gang, og hold jer til formen. Sig også, hvordan det var at lede.',
          'Go round the group a last time, and keep to the form. Also say what it was like to lead.',
        ),
        indehaver: both(
          'Sig kort, hvad du fik ud af det, og hvordan det var at have sagen.',
          'Say briefly what you got out of it, and what it was like to have the case.',
        ),
        deltager: both(
          'Sig kort, hvad du selv fik ud af at spørge og lytte. Der skal ikke flere råd på bordet.',
          'Say briefly what you got out of asking and listening. No more advice is needed.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: ['https://uddannelseslederne.dk/systemisk-sparring-et-nyt-ledervaerktoej/'],
  minutesAdapted: true,
}
