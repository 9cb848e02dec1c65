import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const hypotesemodellen: Protocol = {
  id: 'hypotesemodellen',
  kind: 'supervision',
  name: both('Hypotesemodellen', 'The hypothesis model'),
  purpose: both(
    'At holde forståelse og løsning adskilt: Gruppen undersøger sagen, før nogen foreslår noget.',
    'To keep understanding and solving apart: the group explores the case before anybody suggests anything.',
  ),
  origin: both(
    'Haug-Benien, hiba (1998), efter tysk kollegial rådgivning (kollegiale Fallberatung)',
    'Haug-Benien, hiba (1998), from German peer consultation (kollegiale Fallberatung)',
  ),
  when: both(
    'Når I mærker, at I springer til løsninger, og sagen først skal forstås.',
    'When you notice that you jump to solutions, and the case must be understood first.',
  ),
  whenNot: both(
    'Når den, der har sagen, er hårdt presset. Det kan være svært at høre andre gætte på, hvad det handler om.',
    'When the one with the case is under heavy strain. It can be hard to hear others guess what it is about.',
  ),
  evidence: null,
  licence: freeProcedure,
  forNewcomers: false,
  needsConsultant: false,
  minParticipants: 5,
  maxParticipants: 9,
  roles: [
    { id: 'sagsgiver', name: both('Sagsgiver', 'Case giver'), count: 1 },
    { id: 'moderator', name: both('Moderator', 'Moderator'), count: 1 },
    { id: 'raadgiver', name: both('Rådgiver', 'Adviser'), count: 'rest' },
  ],
  focusRole: 'sagsgiver',
  leadRole: 'moderator',
  phases: [
    {
      id: 'roller',
      name: both('Roller', 'Roles'),
      minutes: 5,
      speakers: ['sagsgiver', 'moderator', 'raadgiver'],
      silent: [],
      instruction: both(
        'Fordel rollerne, og aftal tiden. Mind hinanden om fortroligheden.',
        'Share out the roles, and agree on the time. Remind each other of confidentiality.',
      ),
      questions: [both('Hvem har sagen i dag?', 'Who has the case today?')],
      prompts: {
        sagsgiver: both(
          'Du har sagen i dag. Sig i én sætning, hvad den drejer sig om, uden navne.',
          'You have the case today. Say in one sentence what it is about, without names.',
        ),
        moderator: both(
          'Se efter, at alle kender deres rolle og tiden, og mind om, at det, der bliver sagt, bliver her.',
          'See to it that everybody knows their role and the time, and remind them that what is said stays here.',
        ),
        raadgiver: both(
          'Sig til, hvis du er part i sagen eller kender nogen i den, så I kan tage højde for det.',
          'Say if you are a party to the case or know somebody in it, so that the group can allow for it.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'fremlaeggelse',
      name: both('Fremlæggelse', 'Presentation'),
      minutes: 5,
      speakers: ['sagsgiver'],
      silent: ['moderator', 'raadgiver'],
      instruction: both(
        'Sagsgiveren beskriver situationen og stiller et spørgsmål. De andre noterer og spørger ikke endnu.',
        'The case giver describes the situation and asks a question. The others take notes and do not ask yet.',
      ),
      questions: [both('Hvad er dit spørgsmål til os?', 'What is your question to us?')],
      prompts: {
        sagsgiver: both(
          'Beskriv situationen kort, og slut med det spørgsmål, du vil have hjælp til. Brug roller i stedet for navne.',
          'Describe the situation briefly, and end with the question you want help with. Use roles instead of names.',
        ),
        moderator: both(
          'Du lytter og holder tiden. Læg mærke til, om der kommer et spørgsmål, I kan arbejde med.',
          'You listen and keep time. Notice whether there is a question that you can work with.',
        ),
        raadgiver: both(
          'Du lytter. Skriv ned, hvad du vil spørge om, og vent.',
          'You listen. Write down what you want to ask, and wait.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'interview',
      name: both('Interview', 'Interview'),
      minutes: 15,
      speakers: ['sagsgiver', 'raadgiver', 'moderator'],
      silent: [],
      instruction: both(
        'Kun spørgsmål for at forstå og få noget at vide. Ingen tolkninger og ingen løsninger.',
        'Only questions to understand and to learn the facts. No interpretations and no solutions.',
      ),
      questions: [
        both('Hvem gør hvad, og hvornår?', 'Who does what, and when?'),
        both('Hvad skete der lige inden og lige efter?', 'What happened just before and just after?'),
      ],
      prompts: {
        sagsgiver: both(
          'Svar på det, du kan. Sig roligt til, hvis du ikke ved det eller ikke vil svare.',
          'Answer what you can. Feel free to say that you do not know, or do not want to answer.',
        ),
        moderator: both(
          'Giv ordet videre, så alle når at spørge. Bed den, der tolker eller foreslår noget, om at gemme det.',
          'Pass the turn on so that everybody gets to ask. Ask anyone who interprets or suggests to save it for later.',
        ),
        raadgiver: both(
          'Spørg for at forstå: hvem, hvad, hvornår. Hypoteser og forslag får deres egen tid.',
          'Ask to understand: who, what, when. Hypotheses and suggestions have a time of their own.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'hypoteser',
      name: both('Hypoteser', 'Hypotheses'),
      minutes: 10,
      speakers: ['raadgiver', 'moderator'],
      silent: ['sagsgiver'],
      instruction: both(
        'Rådgiverne deler formodninger og indtryk, men endnu ingen løsninger. Sagsgiveren lytter uden for kredsen.',
        'The advisers share hunches and impressions, but no solutions yet. The case giver listens from outside the circle.',
      ),
      questions: [
        both('Hvad kan det også handle om?', 'What else might this be about?'),
        both('Hvem har gavn af, at det er, som det er?', 'Who benefits from things being as they are?'),
      ],
      prompts: {
        sagsgiver: both(
          'Sæt dig lidt uden for kredsen, og lyt. Det er gæt, ikke domme, og du skal ikke svare.',
          'Sit a little outside the circle, and listen. These are guesses, not verdicts, and you need not answer.',
        ),
        moderator: both(
          'Hold gruppen ved formodninger, gerne flere, der peger hver sin vej. Stop venligt et forslag.',
          'Keep the group to hunches, preferably several that point different ways. Kindly stop a suggestion.',
        ),
        raadgiver: both(
          'Del én formodning ad gangen: »det kunne være, at …«. Tal om situationen, ikke om, hvordan nogen er.',
          'Share one hunch at a time: “it could be that …”. Talk about the situation, not about what anybody is like.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'stillingtagen',
      name: both('Sagsgiverens svar', 'The case giver responds'),
      minutes: 5,
      speakers: ['sagsgiver'],
      silent: ['raadgiver', 'moderator'],
      instruction: both(
        'Sagsgiveren føjer til og retter. Ingen diskussion.',
        'The case giver adds and corrects. No discussion.',
      ),
      questions: [both('Hvilken hypotese rammer noget?', 'Which hypothesis touches something?')],
      prompts: {
        sagsgiver: both(
          'Sig, hvad der ramte noget, og ret det, der ikke passer. Du behøver ikke at svare på alt.',
          'Say what touched something, and correct what does not fit. You need not answer everything.',
        ),
        moderator: both(
          'Du lytter og holder tiden. Lad svaret stå uden diskussion.',
          'You listen and keep time. Let the answer stand without discussion.',
        ),
        raadgiver: both(
          'Du lytter. Læg mærke til, hvad der blev rettet, og slip det, der ikke passede.',
          'You listen. Notice what was corrected, and let go of what did not fit.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'forslag',
      name: both('Forslag', 'Suggestions'),
      minutes: 10,
      speakers: ['raadgiver', 'moderator'],
      silent: ['sagsgiver'],
      instruction: both(
        'I siger på skift, hvad I selv ville gøre i sagsgiverens sted. Ingen diskussion. Sagsgiveren noterer.',
        "In turn, each says what they would do in the case giver's place. No discussion. The case giver takes notes.",
      ),
      questions: [both('Hvad ville du selv gøre først i den situation?', 'What would you do first in that situation?')],
      prompts: {
        sagsgiver: both(
          'Du lytter og skriver ned. Du skal ikke svare på forslagene.',
          'You listen and write down. You need not answer the suggestions.',
        ),
        moderator: both(
          'Lad ordet gå rundt, ét forslag ad gangen, og hold diskussion ude. Du må gerne selv foreslå noget.',
          'Go round the group, one suggestion at a time, and keep discussion out. You may suggest something too.',
        ),
        raadgiver: both(
          'Sig »jeg«: Hvad ville du gøre i sagsgiverens sted? Ét forslag ad gangen.',
          "Say “I”: what would you do in the case giver's place? One suggestion at a time.",
        ),
      },
      isWriting: false,
    },
    {
      id: 'beslutning',
      name: both('Beslutning', 'Decision'),
      minutes: 10,
      speakers: ['sagsgiver'],
      silent: ['raadgiver', 'moderator'],
      instruction: both(
        'Sagsgiveren fortæller, hvilke hypoteser og forslag der kan bruges, og hvorfor.',
        'The case giver says which hypotheses and suggestions are of use, and why.',
      ),
      questions: [
        both(
          'Hvad vil du gøre, og hvad vil du bevidst lade være med?',
          'What will you do, and what will you deliberately leave undone?',
        ),
      ],
      prompts: {
        sagsgiver: both(
          'Tænk højt om, hvad du tager med, og hvad du lader ligge. Slut med det, du vil gøre.',
          'Think aloud about what you take with you and what you leave. End with what you will do.',
        ),
        moderator: both(
          'Du lytter og holder tiden. Beslutningen er sagsgiverens alene.',
          'You listen and keep time. The decision belongs to the case giver alone.',
        ),
        raadgiver: both(
          'Du lytter. Du skal ikke forsvare dit forslag, heller ikke hvis det bliver lagt væk.',
          'You listen. You need not defend your suggestion, even if it is put aside.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'udveksling',
      name: both('Udveksling', 'Sharing'),
      minutes: 5,
      speakers: ['sagsgiver', 'moderator', 'raadgiver'],
      silent: [],
      instruction: both(
        'En kort runde: Hvordan har vi det, og hvad kan vi lære af formen?',
        'A short round: how are we, and what can we learn from the form?',
      ),
      questions: [both('Hvad tager du selv med hjem?', 'What do you yourself take home?')],
      prompts: {
        sagsgiver: both(
          'Sig kort, hvordan du har det nu, og hvad i formen der hjalp. Sagen er lukket.',
          'Say briefly how you are now, and what in the form helped. The case is closed.',
        ),
        moderator: both(
          'Lad ordet gå rundt, og slut til tiden. Sig også, hvordan det var at lede.',
          'Go round the group, and end on time. Also say what it was like to lead.',
        ),
        raadgiver: both(
          'Sig kort, hvordan du har det, og hvad du selv tager med hjem. Lad sagen ligge.',
          'Say briefly how you are, and what you yourself take home. Let the case rest.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: [
    'https://vornheder.de/?p=192',
    'https://www.kursb.uni-jena.de/935/einfuehrung-in-die-kollegiale-fallberatung',
  ],
  minutesAdapted: false,
}
