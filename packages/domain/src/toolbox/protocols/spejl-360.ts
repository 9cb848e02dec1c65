import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const spejl360: Protocol = {
  id: 'spejl-360',
  kind: 'feedback',
  name: both('Fra 360-graders måling til læring', 'From 360 results to learning'),
  purpose: both(
    'At hjælpe en leder fra en 360-graders måling til ét læringsmål, uden jagt på, hvem der svarede hvad.',
    'To help a leader from a 360-degree survey to one learning goal, without hunting for who said what.',
  ),
  origin: both('Almindelig praksis for 360-graders målinger', 'Common practice with 360-degree surveys'),
  when: both(
    'Når en leder har fået svar fra en 360-graders måling og selv vil lære noget af dem.',
    'When a leader has the answers of a 360-degree survey and wants to learn from them.',
  ),
  whenNot: both(
    'Når svarene skal bruges til løn eller bedømmelse, eller når de lige er læst og gør ondt. Vent så nogle dage.',
    'When the answers are used for pay or appraisal, or when they have just been read and hurt. Then wait a few days.',
  ),
  evidence: both(
    'En samlet analyse af 24 undersøgelser fandt, at ledere i gennemsnit kun ændrede sig lidt efter en 360-graders måling. Mere kan ventes, når man ser et behov, sætter sig passende mål og gør noget ved dem.',
    'An analysis of 24 studies found that leaders on average changed only a little after a 360-degree survey. More can be expected of those who see a need, set fitting goals and act on them.',
  ),
  licence: freeProcedure,
  forNewcomers: false,
  needsConsultant: false,
  minParticipants: 3,
  maxParticipants: 6,
  roles: [
    { id: 'fokusperson', name: both('Fokusperson', 'Focus person'), count: 1 },
    { id: 'spoerger', name: both('Spørger', 'Questioner'), count: 1 },
    { id: 'vidne', name: both('Vidne', 'Witness'), count: 'rest' },
  ],
  focusRole: 'fokusperson',
  leadRole: 'spoerger',
  phases: [
    {
      id: 'laes',
      name: both('Læs i ro', 'Read quietly'),
      minutes: 6,
      speakers: [],
      silent: ['fokusperson', 'spoerger', 'vidne'],
      instruction: both(
        'Fokuspersonen læser sine egne resultater. Andre ser dem ikke, medmindre fokuspersonen viser dem.',
        'The focus person reads their own results. Others do not see them unless the focus person shows them.',
      ),
      questions: [both('Hvad overrasker, glæder eller gør ondt?', 'What surprises, pleases or hurts?')],
      prompts: {
        fokusperson: both(
          'Læs i ro. Læg mærke til det, der overrasker, glæder eller gør ondt. Kun du ser det, medmindre du viser det.',
          'Read calmly. Notice what surprises, pleases or hurts. Only you see it unless you show it.',
        ),
        spoerger: both(
          'Vent i stilhed, og find et åbent spørgsmål at begynde med.',
          'Wait in silence, and find an open question to begin with.',
        ),
        vidne: both(
          'Vent i stilhed. Du behøver ikke at se resultaterne.',
          'Wait in silence. You do not need to see the results.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'fortael',
      name: both('Fortæl det vigtigste', 'Say what matters'),
      minutes: 8,
      speakers: ['fokusperson'],
      silent: ['spoerger', 'vidne'],
      instruction: both(
        'Fokuspersonen fortæller, hvor egen og andres vurdering ligner hinanden, og hvor de er forskellige. Ingen gætter på, hvem der har svaret hvad.',
        "The focus person tells where their own and the others' ratings agree and where they differ. Nobody guesses who answered what.",
      ),
      questions: [
        both('Hvor ser du det samme som de andre?', 'Where do you see the same as the others?'),
        both('Hvor er afstanden størst?', 'Where is the distance largest?'),
      ],
      prompts: {
        fokusperson: both(
          'Fortæl det, du vil dele: hvor du og de andre ser det samme, og hvor ikke. Gæt ikke på, hvem der svarede.',
          'Say what you want to share: where you and the others see the same, and where not. Do not guess who answered.',
        ),
        spoerger: both(
          'Du lytter og holder tiden. Stop venligt, hvis nogen gætter på, hvem der svarede.',
          'You listen and keep time. Kindly stop anyone who guesses who answered.',
        ),
        vidne: both(
          'Du lytter. Læg mærke til det, du genkender fra dit eget arbejde.',
          'You listen. Notice what you recognise from your own work.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'spoerg',
      name: both('Spørg', 'Ask'),
      minutes: 12,
      speakers: ['fokusperson', 'spoerger'],
      silent: ['vidne'],
      instruction: both(
        'Spørgeren undersøger mønstre, styrker og sammenhænge. Ingen råd.',
        'The questioner explores patterns, strengths and context. No advice.',
      ),
      questions: [
        both('Hvilken styrke ligger bag?', 'Which strength lies behind it?'),
        both('Hvornår er det ikke sådan?', 'When is it not like that?'),
      ],
      prompts: {
        fokusperson: both(
          'Tænk højt, når du svarer. Du bestemmer, hvad der bliver taget op.',
          'Think aloud as you answer. You decide what is taken up.',
        ),
        spoerger: both(
          'Stil ét åbent spørgsmål ad gangen om mønstre, styrker og sammenhænge. Giv ingen råd.',
          'Ask one open question at a time about patterns, strengths and context. Give no advice.',
        ),
        vidne: both(
          'Du lytter uden at afbryde. Skriv de ord ned, der giver genklang hos dig selv.',
          'You listen without interrupting. Write down the words that resonate with you.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'vidner',
      name: both('Vidnernes genklang', 'What the witnesses heard'),
      minutes: 8,
      speakers: ['vidne'],
      silent: ['fokusperson', 'spoerger'],
      instruction: both(
        'Vidnerne siger, hvad de hørte, og hvad det fik dem til at tænke på hos sig selv.',
        'The witnesses say what they heard and what it made them think of in themselves.',
      ),
      questions: [
        both('Hvad genkendte du fra dit eget liv som leder?', 'What did you recognise from your own life as a leader?'),
      ],
      prompts: {
        fokusperson: both(
          'Du lytter. Du skal ikke svare eller forklare. Læg mærke til det, der giver genklang.',
          'You listen. You need not answer or explain. Notice what resonates with you.',
        ),
        spoerger: both(
          'Du lytter og holder tiden. Bryd kun ind, hvis nogen vurderer resultaterne.',
          'You listen and keep time. Step in only if somebody judges the results.',
        ),
        vidne: both(
          'Sig, hvad du hørte, og hvad det mindede dig om hos dig selv. Vurder ikke resultaterne.',
          'Say what you heard and what it reminded you of in yourself. Do not judge the results.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'maal',
      name: both('Læringsmål', 'Learning goal'),
      minutes: 7,
      speakers: ['fokusperson', 'spoerger'],
      silent: ['vidne'],
      instruction: both(
        'Fokuspersonen vælger ét mål og én handling og afgør, hvem der skal have tak og besked.',
        'The focus person chooses one goal and one action, and decides whom to thank and tell.',
      ),
      questions: [both('Hvad vil du øve de næste seks uger?', 'What will you practise over the next six weeks?')],
      prompts: {
        fokusperson: both(
          'Vælg ét mål og én handling. Sig, hvem du vil takke, og hvem der skal vide det.',
          'Choose one goal and one action. Say whom you want to thank and who should know.',
        ),
        spoerger: both(
          'Spørg, til målet er ét og kan øves. Lad fokuspersonen vælge det.',
          'Ask until the goal is one and can be practised. Let the focus person choose it.',
        ),
        vidne: both('Du lytter. Målet er fokuspersonens eget.', "You listen. The goal is the focus person's own."),
      },
      isWriting: false,
    },
    {
      id: 'slut',
      name: both('Afrunding', 'Closing'),
      minutes: 4,
      speakers: ['fokusperson', 'spoerger', 'vidne'],
      silent: [],
      instruction: both(
        'En kort runde om, hvordan I går herfra. Målingen åbnes ikke igen.',
        'A short round on how you are as you leave. The survey is not reopened.',
      ),
      questions: [both('Hvordan går du herfra?', 'How are you as you leave?')],
      prompts: {
        fokusperson: both(
          'Sig med få ord, hvordan du går herfra, eller sig pas.',
          'Say in a few words how you are as you leave, or pass.',
        ),
        spoerger: both(
          'Lad ordet gå rundt. Sig også selv, hvordan du går herfra.',
          'Go round the group. Also say how you are as you leave.',
        ),
        vidne: both(
          'Sig med få ord, hvordan du går herfra, og hvad du selv tager med.',
          'Say in a few words how you are as you leave, and what you take with you.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: [
    'https://sigmaassessmentsystems.com/?p=36120',
    'https://decisionwise.com/?p=2210',
    'http://360degreeappraisal.blogspot.com/2007/03/how-many-is-too-many.html',
    'https://doi.org/10.1111/j.1744-6570.2005.514_1.x',
  ],
  minutesAdapted: false,
}
