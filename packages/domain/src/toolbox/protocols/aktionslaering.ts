import { both, type Protocol } from '../protocol.ts'

export const aktionslaering: Protocol = {
  id: 'aktionslaering',
  kind: 'supervision',
  name: both('Aktionslæring med spørgsmål først', 'Action learning, questions first'),
  purpose: both(
    'At arbejde med et virkeligt problem, der haster, ved at spørge i stedet for at mene, og at slutte med handling og læring.',
    'To work on a real and urgent problem by asking instead of having opinions, and to end with action and learning.',
  ),
  origin: both(
    "Reg Revans (1940'erne; L = P + Q) og Michael Marquardt (WIAL)",
    'Reg Revans (1940s; L = P + Q) and Michael Marquardt (WIAL)',
  ),
  when: both(
    'Når problemet er virkeligt, haster og ikke har noget kendt svar, og når den, der ejer det, selv kan handle.',
    'When the problem is real, urgent and has no known answer, and when its owner is able to act.',
  ),
  whenNot: both(
    'Når en fagperson kender svaret, når problemet er en andens, eller før I har mødtes et par gange.',
    "When an expert knows the answer, when the problem is somebody else's, or before you have met a few times.",
  ),
  evidence: null,
  licence: both(
    'Fremgangsmåden er fri at bruge. Ordene er vores egne og følger appens licens. »WIAL« er et beskyttet navn. Vi har ingen forbindelse med dets ejer.',
    'The procedure is free to use. The words are our own, under the licence of the app. “WIAL” is a protected name. We have no connection with its owner.',
  ),
  forNewcomers: false,
  needsConsultant: false,
  minParticipants: 4,
  maxParticipants: 8,
  roles: [
    { id: 'problemejer', name: both('Problemejer', 'Problem owner'), count: 1 },
    { id: 'laeringscoach', name: both('Læringscoach', 'Learning coach'), count: 1 },
    { id: 'medlem', name: both('Gruppemedlem', 'Group member'), count: 'rest' },
  ],
  focusRole: 'problemejer',
  leadRole: 'laeringscoach',
  phases: [
    {
      id: 'regler',
      name: both('Regler', 'Ground rules'),
      minutes: 3,
      speakers: ['laeringscoach'],
      silent: ['problemejer', 'medlem'],
      instruction: both(
        'Læringscoachen minder om to regler: Udsagn kommer kun som svar på spørgsmål, og læringscoachen må afbryde, når der er noget at lære.',
        'The learning coach recalls two rules: statements come only as answers to questions, and the learning coach may interrupt whenever there is something to learn.',
      ),
      questions: [
        both(
          'Hvilken lederfærdighed vil hver af os øve i dag?',
          'Which leadership skill will each of us practise today?',
        ),
      ],
      prompts: {
        problemejer: both(
          'Du lytter. Vælg for dig selv én lederfærdighed, du vil øve i dag.',
          'You listen. Choose for yourself one leadership skill to practise today.',
        ),
        laeringscoach: both(
          'Sig de to regler højt, og bed alle vælge en færdighed at øve. Du skal ikke være med til at løse problemet.',
          'Say the two rules aloud, and ask everybody to choose a skill to practise. You do not take part in solving the problem.',
        ),
        medlem: both(
          'Du lytter. Vælg for dig selv én lederfærdighed at øve, for eksempel at spørge kort.',
          'You listen. Choose for yourself one leadership skill to practise, such as asking briefly.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'problem',
      name: both('Problemet', 'The problem'),
      minutes: 4,
      speakers: ['problemejer'],
      silent: ['laeringscoach', 'medlem'],
      instruction: both(
        'Problemejeren fortæller kort, hvad der haster, og hvad der står på spil.',
        'The problem owner says briefly what is urgent and what is at stake.',
      ),
      questions: [both('Hvad er problemet i én sætning?', 'What is the problem in one sentence?')],
      prompts: {
        problemejer: both(
          'Fortæl kort, hvad der haster, og hvad der står på spil. Detaljerne kommer, når de andre spørger.',
          'Tell briefly what is urgent and what is at stake. The details come when the others ask.',
        ),
        laeringscoach: both(
          'Du lytter og holder tiden. Læg mærke til, hvordan gruppen lytter.',
          'You listen and keep time. Notice how the group listens.',
        ),
        medlem: both(
          'Du lytter. Skriv det første spørgsmål ned, du får lyst til at stille.',
          'You listen. Write down the first question you would like to ask.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'spoerg-1',
      name: both('Spørgerunde: forstå', 'Question round: understand'),
      minutes: 15,
      speakers: ['problemejer', 'laeringscoach', 'medlem'],
      silent: [],
      instruction: both(
        'Alle må spørge alle, men kun med korte, åbne spørgsmål. Alt andet siges kun som svar.',
        'Anyone may ask anyone, but only short, open questions. Anything else is said only as an answer.',
      ),
      questions: [
        both('Hvad ved vi, og hvad gætter vi på?', 'What do we know, and what are we guessing?'),
        both('Hvad ville der ske, hvis du intet gjorde?', 'What would happen if you did nothing?'),
        both('Hvad har du endnu ikke spurgt dig selv om?', 'What have you not asked yourself yet?'),
      ],
      prompts: {
        problemejer: both(
          'Svar kort, og spørg også selv. Du må gerne blive i tvivl.',
          'Answer briefly, and ask questions too. You are free to become unsure.',
        ),
        laeringscoach: both(
          'Lyt til, hvordan I arbejder. Afbryd, når der er noget at lære: »Hvad går godt, og hvad kan vi gøre bedre?«',
          'Listen to how the group works. Interrupt when there is something to learn: “What goes well, and what can we do better?”',
        ),
        medlem: both(
          'Stil korte, åbne spørgsmål, også til de andre. Sig kun, hvad du mener, når nogen spørger dig.',
          'Ask short, open questions, of the others too. Say what you think only when somebody asks you.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'problem-skriv',
      name: both('Er vi enige om problemet?', 'Do we agree on the problem?'),
      minutes: 6,
      speakers: ['problemejer', 'laeringscoach', 'medlem'],
      silent: [],
      instruction: both(
        'Alle skriver problemet i én sætning, og sætningerne læses op. Problemejeren svarer til sidst. Læringscoachen spørger, om I er enige.',
        'Everybody writes the problem in one sentence, and the sentences are read aloud. The problem owner answers last. The learning coach asks whether you agree.',
      ),
      questions: [both('Hvad er det egentlige problem?', 'What is the real problem?')],
      prompts: {
        problemejer: both(
          'Skriv problemet i én sætning, som du ser det nu. Når alle har læst op, svarer du som den sidste.',
          'Write the problem in one sentence, as you see it now. When all have read theirs aloud, you answer last.',
        ),
        laeringscoach: both(
          'Bed alle skrive og læse op, og vis sætningerne samlet. Spørg så, om I er enige om problemet.',
          'Ask everybody to write and read aloud, and show the sentences together. Then ask whether you agree on the problem.',
        ),
        medlem: both(
          'Skriv problemet i én sætning, som du forstår det. Læs den op uden at forklare.',
          'Write the problem in one sentence, as you understand it. Read it aloud without explaining.',
        ),
      },
      isWriting: true,
    },
    {
      id: 'spoerg-2',
      name: both('Spørgerunde: mål og veje', 'Question round: goals and paths'),
      minutes: 15,
      speakers: ['problemejer', 'laeringscoach', 'medlem'],
      silent: [],
      instruction: both(
        'Spørg til mål, hindringer og muligheder. Stadig kun spørgsmål og svar.',
        'Ask about goals, obstacles and possibilities. Still only questions and answers.',
      ),
      questions: [
        both('Hvad ville være et modigt skridt?', 'What would be a brave step?'),
        both('Hvem skal være med, før det kan lykkes?', 'Who must be on board before this can succeed?'),
      ],
      prompts: {
        problemejer: both(
          'Svar kort, og spørg de andre om det, du gerne vil vide. Du skal ikke vælge endnu.',
          'Answer briefly, and ask the others what you would like to know. You need not choose yet.',
        ),
        laeringscoach: both(
          'Lyt efter, om spørgsmålene stadig er åbne. Afbryd, når gruppen kan lære af sin egen måde at arbejde på.',
          'Listen for whether the questions are still open. Interrupt when the group can learn from how it works.',
        ),
        medlem: both(
          'Spørg til mål, hindringer og muligheder. Pak ikke en løsning ind i et spørgsmål.',
          'Ask about goals, obstacles and possibilities. Do not wrap a solution in a question.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'handling',
      name: both('Handling', 'Action'),
      minutes: 7,
      speakers: ['problemejer'],
      silent: ['laeringscoach', 'medlem'],
      instruction: both(
        'Problemejeren siger, hvad der skal gøres inden næste møde, og hvordan I kan se, at det er sket.',
        'The problem owner says what will be done before the next meeting, and how you can see that it has been.',
      ),
      questions: [both('Hvad gør du, hvornår, og hvem følger op?', 'What will you do, when, and who follows up?')],
      prompts: {
        problemejer: both(
          'Sig, hvad du gør inden næste møde, og hvordan de andre kan se, at det er gjort.',
          'Say what you will do before the next meeting, and how the others can see that it is done.',
        ),
        laeringscoach: both(
          'Du lytter og holder tiden. Læg mærke til, om skridtet har en dato og kan ses.',
          'You listen and keep time. Notice whether the step has a date and can be seen.',
        ),
        medlem: both('Du lytter. Skridtet er problemejerens eget.', "You listen. The step is the problem owner's own."),
      },
      isWriting: false,
    },
    {
      id: 'laering',
      name: both('Læring', 'Learning'),
      minutes: 10,
      speakers: ['problemejer', 'laeringscoach', 'medlem'],
      silent: [],
      instruction: both(
        'Læringscoachen spørger til læringen: hos hver enkelt, i gruppen og på arbejdspladsen.',
        'The learning coach asks about the learning: of each of you, of the group and at work.',
      ),
      questions: [
        both('Hvad gjorde vi godt som gruppe?', 'What did we do well as a group?'),
        both('Hvad kan du bruge allerede i morgen?', 'What can you use as early as tomorrow?'),
      ],
      prompts: {
        problemejer: both(
          'Sig, hvad du lærte, og hvordan det gik med den færdighed, du ville øve. Problemet hviler nu.',
          'Say what you learned, and how it went with the skill you wanted to practise. The problem rests now.',
        ),
        laeringscoach: both(
          'Spørg hver enkelt, hvad der blev lært: om færdigheden, om gruppen og til arbejdet. Svar ikke for nogen.',
          'Ask each of them what was learned: about the skill, about the group and for work. Do not answer for anyone.',
        ),
        medlem: both(
          'Sig, hvad du lærte, og hvordan det gik med den færdighed, du ville øve.',
          'Say what you learned, and how it went with the skill you wanted to practise.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: [
    'https://wial.org/fresh-look-ground-rule-1-call-apply-strictly-coach/',
    'https://wial-usa.org/action-learning/',
    'http://www.personal-coaching-information.com/action-learning-frequently-asked-questions.html',
  ],
  minutesAdapted: true,
}
