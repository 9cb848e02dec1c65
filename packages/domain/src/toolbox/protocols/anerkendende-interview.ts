import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const anerkendendeInterview: Protocol = {
  id: 'anerkendende-interview',
  kind: 'dialogue',
  name: both('Anerkendende interview', 'Appreciative interview'),
  purpose: both(
    'At lære af det, der er lykkedes, med samme grundighed som man ellers bruger på problemer.',
    'To learn from what succeeded as thoroughly as one normally studies problems.',
  ),
  origin: both(
    'Cooperrider & Srivastva (1987); dansk systemisk praksis',
    'Cooperrider & Srivastva (1987); dansk systemisk praksis',
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
  roles: [{ id: 'deltager', name: both('Deltagere (i par)', 'Participants (in pairs)'), count: 'all' }],
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
        'I par interviewer den ene den anden. Spørg til én episode, hvor ledelse lykkedes. Intervieweren noterer og følger nysgerrigt op.',
        'In pairs, one interviews the other. Ask about one episode in which leading succeeded. The interviewer takes notes and follows up with curiosity.',
      ),
      questions: [
        both('Fortæl om en gang, det lykkedes godt.', 'Tell about a time it went well.'),
        both('Hvad gjorde du selv, og hvad gjorde de andre?', 'What did you do, and what did others do?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'droem',
      name: both('Drøm', 'Dream'),
      minutes: 7,
      speakers: ['deltager'],
      silent: [],
      instruction: both(
        'Spørg til, hvordan det ville se ud, hvis det var normen.',
        'Ask how it would look if it were the norm.',
      ),
      questions: [
        both(
          'Hvordan ser det ud om to år, når det er blevet hverdag?',
          'What does it look like in two years when it is everyday practice?',
        ),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'resume',
      name: both('Resumé', 'Summary'),
      minutes: 3,
      speakers: ['deltager'],
      silent: [],
      instruction: both(
        'Intervieweren gengiver styrker og ønsker. Den interviewede lytter.',
        'The interviewer reflects strengths and wishes. The interviewee listens.',
      ),
      questions: [both('Hvad hørte jeg, at du kan?', 'What did I hear that you can do?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'byt',
      name: both('Byt roller', 'Swap roles'),
      minutes: 18,
      speakers: ['deltager'],
      silent: [],
      instruction: both('Gentag hele interviewet med byttede roller.', 'Repeat the full interview with swapped roles.'),
      questions: [both('Fortæl om en gang, det lykkedes godt.', 'Tell about a time it went well.')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'mening',
      name: both('Del mønstre', 'Share patterns'),
      minutes: 14,
      speakers: ['deltager'],
      silent: [],
      instruction: both(
        'Par mødes i mindre grupper og samler, hvad der går igen, og hvad der bør bevares, udvikles eller afvikles.',
        'Pairs meet in small groups and gather what recurs and what should be kept, developed or wound up.',
      ),
      questions: [both('Hvad skal bevares, udvikles og afvikles?', 'What should be kept, developed and ended?')],
      prompts: {},
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
