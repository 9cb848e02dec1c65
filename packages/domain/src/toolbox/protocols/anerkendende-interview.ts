import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const anerkendendeInterview: Protocol = {
  id: 'anerkendende-interview',
  kind: 'dialogue',
  name: both('Anerkendende interview', 'Appreciative interview'),
  purpose: both(
    'At lære af det, der er lykkedes, lige så grundigt, som man ellers undersøger problemer.',
    'To learn from what succeeded, as thoroughly as one otherwise studies problems.',
  ),
  origin: both(
    'Cooperrider & Srivastva (1987) og dansk systemisk praksis',
    'Cooperrider & Srivastva (1987) and Danish systemic practice',
  ),
  when: both(
    'Når gruppen er ny, eller når I mest taler om det, der ikke lykkes.',
    'When the group is new, or when you mostly talk about what does not work.',
  ),
  whenNot: both(
    'Når en af jer lige nu står i noget alvorligt. Så kan det føles, som om det svære ikke må nævnes.',
    'When one of you is facing something serious. Then it can feel as if the hard part must not be mentioned.',
  ),
  evidence: null,
  licence: freeProcedure,
  forNewcomers: true,
  needsConsultant: false,
  minParticipants: 2,
  maxParticipants: 12,
  roles: [{ id: 'deltager', name: both('Deltager', 'Participant'), count: 'all' }],
  focusRole: null,
  leadRole: null,
  phases: [
    {
      id: 'opdag',
      name: both('Opdag', 'Discover'),
      minutes: 8,
      speakers: ['deltager'],
      silent: [],
      instruction: both(
        'I par: Den ene interviewer den anden om én gang, hvor ledelse lykkedes. Intervieweren noterer og spørger nysgerrigt videre.',
        'In pairs: one interviews the other about one time when leading went well. The interviewer takes notes and keeps asking with curiosity.',
      ),
      questions: [
        both('Hvornår lykkedes det særlig godt for dig at lede?', 'When did leading go especially well for you?'),
        both('Hvad gjorde du selv, og hvad gjorde de andre?', 'What did you do, and what did the others do?'),
      ],
      prompts: {
        deltager: both(
          'Aftal, hvem af jer der spørger først. Spørger du, så bliv ved én episode. Bliver du spurgt, så fortæl konkret.',
          'Agree on who asks first. If you ask, stay with one episode. If you are asked, tell it concretely.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'droem',
      name: both('Drøm', 'Dream'),
      minutes: 7,
      speakers: ['deltager'],
      silent: [],
      instruction: both(
        'Spørg til, hvordan det ville se ud, hvis det var sådan hver dag.',
        'Ask what it would look like if it were so every day.',
      ),
      questions: [
        both(
          'Hvordan ser det ud om to år, når det er blevet hverdag?',
          'What does it look like in two years, when it has become everyday?',
        ),
      ],
      prompts: {
        deltager: both(
          'Spørger du, så hjælp din makker med at se det for sig. Bliver du spurgt, så fortæl, som om det allerede var sådan.',
          'If you ask, help your partner picture it. If you are asked, tell it as if it were so already.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'resume',
      name: both('Resumé', 'Summary'),
      minutes: 3,
      speakers: ['deltager'],
      silent: [],
      instruction: both(
        'Intervieweren gengiver de styrker og ønsker, der kunne høres. Den anden lytter.',
        'The interviewer says which strengths and wishes could be heard. The other listens.',
      ),
      questions: [both('Hvad hørte jeg, at du kan?', 'What did I hear that you can do?')],
      prompts: {
        deltager: both(
          'Spurgte du, så sig, hvilke styrker og ønsker du hørte, og hvor. Blev du spurgt, så lyt uden at rette.',
          'If you asked, say which strengths and wishes you heard, and where. If you were asked, listen without correcting.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'byt',
      name: both('Byt roller', 'Swap roles'),
      minutes: 18,
      speakers: ['deltager'],
      silent: [],
      instruction: both('Byt roller, og tag hele interviewet igen.', 'Swap roles, and do the whole interview again.'),
      questions: [
        both('Hvornår lykkedes det særlig godt for dig at lede?', 'When did leading go especially well for you?'),
      ],
      prompts: {
        deltager: both(
          'Byt roller, og tag alle tre trin igen. Hold selv øje med tiden: otte, syv og tre minutter.',
          'Swap roles, and take all three steps again. Watch the time yourselves: eight, seven and three minutes.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'mening',
      name: both('Del mønstre', 'Share patterns'),
      minutes: 14,
      speakers: ['deltager'],
      silent: [],
      instruction: both(
        'Parrene mødes i mindre grupper og samler, hvad der går igen, og hvad der bør bevares, udvikles eller afvikles.',
        'The pairs meet in small groups and gather what recurs, and what should be kept, developed or ended.',
      ),
      questions: [both('Hvad skal bevares, udvikles og afvikles?', 'What should be kept, developed and ended?')],
      prompts: {
        deltager: both(
          'Fortæl det, din makker har sagt ja til at dele, og led efter det, der går igen. Er I kun to, så gør det sammen.',
          'Say what your partner has agreed to share, and look for what recurs. If there are only two of you, do it together.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: [
    'http://guga.gyldendal.dk/hansreitzel/Organisation_og_ledelse/coachingiorganisationer/Kapitel%206/Opgaver/Appreciative.aspx',
    'https://www.primus-motor.com/blog/2018/3/15/tip-til-dig-som-mdeleder',
    'https://www.macmannberg.dk/faq-2/hvad-er-appreciative-inquiry/',
  ],
  minutesAdapted: false,
}
