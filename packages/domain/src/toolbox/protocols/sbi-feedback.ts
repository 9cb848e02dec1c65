import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const sbiFeedback: Protocol = {
  id: 'sbi-feedback',
  kind: 'feedback',
  name: both('SBI-feedback: situation, adfærd, effekt', 'SBI feedback: situation, behaviour, impact'),
  purpose: both(
    'At øve feedback, der er konkret nok til at kunne bruges og venlig nok til at kunne høres.',
    'To practise feedback that is concrete enough to be used and kind enough to be heard.',
  ),
  origin: both('Center for Creative Leadership (SBI)', 'Center for Creative Leadership (SBI)'),
  when: both(
    'Når I har set hinanden i arbejde og vil øve jer i at sige det, I så, så det kan bruges.',
    'When you have seen each other at work and want to practise saying what you saw so that it can be used.',
  ),
  whenNot: both(
    'Når nogen ikke har sagt ja til feedback, eller når I er uvenner. Så er det en anden samtale, der skal til.',
    'When somebody has not agreed to feedback, or when there is a conflict between you. Then another conversation is needed.',
  ),
  evidence: both(
    'En samlet analyse fra 1996 fandt, at feedback hjalp i gennemsnit, men at mere end hver tredje gang blev det værre. Jo mere den handlede om personen frem for opgaven, jo mindre hjalp den. Netop denne øvelse er os bekendt ikke undersøgt.',
    'A large analysis from 1996 found that feedback helped on average, but that more than one time in three things got worse. The more it was about the person instead of the task, the less it helped. As far as we know, this very exercise has not been studied.',
  ),
  licence: freeProcedure,
  forNewcomers: false,
  needsConsultant: false,
  minParticipants: 3,
  maxParticipants: 3,
  roles: [
    { id: 'giver', name: both('Giver', 'Giver'), count: 1 },
    { id: 'modtager', name: both('Modtager', 'Receiver'), count: 1 },
    { id: 'observatoer', name: both('Observatør', 'Observer'), count: 1 },
  ],
  focusRole: 'modtager',
  leadRole: 'observatoer',
  phases: [
    {
      id: 'forberedelse',
      name: both('Forberedelse', 'Preparation'),
      minutes: 4,
      speakers: [],
      silent: ['giver', 'modtager', 'observatoer'],
      instruction: both(
        'Giveren skriver én situation, én adfærd, der kunne ses eller høres, og én effekt. Ingen ord om, hvordan den anden er som person.',
        'The giver writes one situation, one behaviour that could be seen or heard, and one impact. No words about what the other is like as a person.',
      ),
      questions: [both('Hvad kunne et kamera have optaget?', 'What could a camera have recorded?')],
      prompts: {
        giver: both(
          'Skriv én situation, det, du så eller hørte, og hvad det gjorde ved dig eller opgaven.',
          'Write one situation, what you saw or heard, and what it did to you or the task.',
        ),
        modtager: both(
          'Tænk over, hvad du gerne vil have feedback på, og hvordan du bedst hører det.',
          'Consider what you would like feedback on and how you hear it best.',
        ),
        observatoer: both(
          'Find ro. Bagefter lægger du mærke til, hvad der er iagttagelse, og hvad der er tolkning.',
          'Settle. Afterwards you notice what is observation and what is interpretation.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'lov',
      name: both('Spørg om lov', 'Ask permission'),
      minutes: 2,
      speakers: ['giver', 'modtager'],
      silent: ['observatoer'],
      instruction: both(
        'Giveren siger, hvad feedbacken handler om, og spørger, om tidspunktet er rigtigt. Modtageren må sige nej.',
        'The giver says what the feedback is about and asks whether the time is right. The receiver may say no.',
      ),
      questions: [both('Vil du høre min iagttagelse nu?', 'Would you like to hear my observation now?')],
      prompts: {
        giver: both(
          'Sig kort, hvad det handler om, og spørg, om det passer nu. Er svaret nej, så aftal et andet tidspunkt.',
          'Say briefly what it is about, and ask whether now is a good time. If the answer is no, agree on another.',
        ),
        modtager: both(
          'Svar ærligt: ja, nej eller senere. Du skylder ingen forklaring.',
          'Answer honestly: yes, no or later. You owe no explanation.',
        ),
        observatoer: both(
          'Du lytter og holder tiden. Læg mærke til, hvordan der bliver spurgt og svaret.',
          'You listen and keep time. Notice how it is asked and answered.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'giv',
      name: both('Giv', 'Give'),
      minutes: 3,
      speakers: ['giver'],
      silent: ['modtager', 'observatoer'],
      instruction: both(
        'Situation, adfærd, effekt – og så stilhed.',
        'Situation, behaviour, impact – and then silence.',
      ),
      questions: [
        both('I hvilken situation var det?', 'In which situation was it?'),
        both('Hvad gjorde eller sagde den anden?', 'What did the other do or say?'),
        both('Hvad gjorde det ved dig eller opgaven?', 'What did it do to you or the task?'),
      ],
      prompts: {
        giver: both(
          'Sig situationen, det, du så eller hørte, og effekten. Hold så inde, og lad det stå.',
          'Name the situation, what you saw or heard, and the impact. Then stop, and let it stand.',
        ),
        modtager: both(
          'Du lytter. Du skal ikke forklare eller svare endnu.',
          'You listen. You need not explain or answer yet.',
        ),
        observatoer: both(
          'Du lytter. Læg mærke til, hvad et kamera kunne have optaget, og hvad der er tolkning.',
          'You listen. Notice what a camera could have recorded and what is interpretation.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'modtag',
      name: both('Modtag', 'Receive'),
      minutes: 5,
      speakers: ['modtager', 'giver'],
      silent: ['observatoer'],
      instruction: both(
        'Modtageren gengiver det med egne ord, spørger til effekten og siger tak. Ingen forklaringer endnu.',
        'The receiver repeats it in their own words, asks about the impact and says thank you. No explanations yet.',
      ),
      questions: [
        both('Hvad hørte du blive sagt?', 'What did you hear being said?'),
        both('Hvad mangler du at forstå om effekten?', 'What do you still need to understand about the impact?'),
      ],
      prompts: {
        giver: both(
          'Svar på det, der bliver spurgt om, og læg ikke mere til.',
          'Answer what is asked, and add no more.',
        ),
        modtager: both(
          'Sig med egne ord, hvad du hørte, og spørg til effekten. Sig tak; forklaringer kan vente.',
          'Say in your own words what you heard, and ask about the impact. Say thank you; explanations can wait.',
        ),
        observatoer: both(
          'Du lytter og holder tiden. Læg mærke til, om det, der bliver gengivet, er det, der blev sagt.',
          'You listen and keep time. Notice whether what is repeated is what was said.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'aftale',
      name: both('Aftale', 'Agreement'),
      minutes: 4,
      speakers: ['modtager', 'giver'],
      silent: ['observatoer'],
      instruction: both(
        'Modtageren afgør selv, om noget skal ændres, og hvad.',
        'The receiver decides whether anything is to change, and what.',
      ),
      questions: [
        both(
          'Hvad vil du gøre mere af, mindre af eller ligesom nu?',
          'What will you do more of, less of or the same as now?',
        ),
      ],
      prompts: {
        giver: both(
          'Lad modtageren vælge. Svar, hvis du bliver spurgt.',
          'Let the receiver choose. Answer if you are asked.',
        ),
        modtager: both(
          'Sig, hvad du vil gøre med det. At lade alt være, som det er, er også et svar.',
          'Say what you will do with it. Leaving everything as it is is an answer too.',
        ),
        observatoer: both('Du lytter. Valget er modtagerens.', "You listen. The choice is the receiver's."),
      },
      isWriting: false,
    },
    {
      id: 'observatoer',
      name: both('Observatørens iagttagelse', 'What the observer noticed'),
      minutes: 6,
      speakers: ['observatoer', 'giver', 'modtager'],
      silent: [],
      instruction: both(
        'Observatøren siger, hvad der var konkret, og hvor det gled over i tolkning. Byt derefter roller.',
        'The observer says what was concrete and where it slid into interpretation. Then swap roles.',
      ),
      questions: [both('Hvilke ord gjorde det let at høre?', 'Which words made it easy to hear?')],
      prompts: {
        giver: both(
          'Lyt til observatøren, og sig, hvordan det var at holde sig til det, du så.',
          'Listen to the observer, and say what it was like to keep to what you saw.',
        ),
        modtager: both(
          'Sig, hvilke ord der gjorde det let at høre. Aftal så, hvem der har hvilken rolle i næste omgang.',
          'Say which words made it easy to hear. Then agree on who has which role in the next turn.',
        ),
        observatoer: both(
          'Sig, hvad der var konkret, og hvor det gled over i tolkning. Tal om ordene, ikke om personerne.',
          'Say what was concrete and where it slid into interpretation. Talk about the words, not the people.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: [
    'Center for Creative Leadership: Situation – Behavior – Impact',
    'https://erhvervsfilosofi.dk/12-spoergsmaal-til-effektiv-kollegial-feedback',
    'https://cris.huji.ac.il/en/publications/the-effects-of-feedback-interventions-on-performance-a-historical',
  ],
  minutesAdapted: false,
}
