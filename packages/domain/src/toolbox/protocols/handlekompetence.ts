import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const handlekompetence: Protocol = {
  id: 'handlekompetence',
  kind: 'reflection',
  name: both('Før og nu: min handlekompetence', 'Then and now: my competence for action'),
  purpose: both(
    'At måle egen udvikling i svære samtaler, forandring, beslutning og distance – og at mærke den.',
    "To gauge one's own development in difficult talks, change, decisions and distance – and to notice it.",
  ),
  origin: both(
    'Howard (1979/80) retrospektiv før-måling; Taylor m.fl. (2009)',
    'Howard (1979/80) retrospektiv før-måling; Taylor m.fl. (2009)',
  ),
  when: both(
    'Når netværket har mødtes i lang tid, og I svarede på de samme otte udsagn, da I begyndte.',
    'When the network has met for a long time, and you answered the same eight statements when you began.',
  ),
  whenNot: both(
    'Når der ikke findes svar fra begyndelsen. Erindringen alene får næsten altid udviklingen til at se større ud.',
    'When there are no answers from the beginning. Memory alone nearly always makes the development look larger.',
  ),
  evidence: both(
    'Et samtaleværktøj, ikke en test. I en undersøgelse af lederuddannelse med 196 ledere satte deltagerne deres »dengang« lavere, end de havde gjort dengang, så virkningen så større ud, end den var.',
    'A way to talk about things, not a test. In a study of leadership training with 196 leaders the participants set their “then” lower than they had done at the time, so that the effect looked larger than it was.',
  ),
  licence: freeProcedure,
  forNewcomers: false,
  needsConsultant: false,
  minParticipants: 1,
  maxParticipants: 8,
  roles: [{ id: 'deltager', name: both('Deltagere', 'Participants'), count: 'all' }],
  focusRole: null,
  leadRole: null,
  phases: [
    {
      id: 'nu',
      name: both('Nu', 'Now'),
      minutes: 6,
      speakers: [],
      silent: ['deltager'],
      instruction: both(
        'Vurdér dig selv i dag fra 1 til 7 på otte udsagn.',
        'Rate yourself today from 1 to 7 on eight statements.',
      ),
      questions: [
        both(
          'Hvor tryg er du ved en svær samtale i morgen?',
          'How comfortable would you be with a difficult conversation tomorrow?',
        ),
        both(
          'Hvor godt sover du, når du har truffet en hård beslutning?',
          'How well do you sleep after making a hard decision?',
        ),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'dengang',
      name: both('Dengang', 'Then'),
      minutes: 6,
      speakers: [],
      silent: ['deltager'],
      instruction: both(
        'Vurdér, hvor du var før netværket, set med det, du ved nu.',
        'Rate where you were before the network, with what you know now.',
      ),
      questions: [both('Hvor var du for et år siden?', 'Where were you a year ago?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'sammenlign',
      name: both('Sammenlign', 'Compare'),
      minutes: 6,
      speakers: [],
      silent: ['deltager'],
      instruction: both(
        'Se den rigtige førmåling ved siden af. Forskelle er stof til eftertanke, ikke et resultat.',
        'View the actual baseline beside it. Differences are food for thought, not a result.',
      ),
      questions: [
        both('Hvor ser du dig selv anderledes nu end dengang?', 'Where do you see yourself differently now than then?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'eksempel',
      name: both('Eksempel', 'Example'),
      minutes: 6,
      speakers: [],
      silent: ['deltager'],
      instruction: both(
        'Skriv én situation, der viser udviklingen.',
        'Write one situation that shows the development.',
      ),
      questions: [
        both(
          'Hvad gjorde du, som du ikke ville have gjort før?',
          'What did you do that you would not have done before?',
        ),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'runde',
      name: both('Runde', 'Round'),
      minutes: 6,
      speakers: ['deltager'],
      silent: [],
      instruction: both('Del eksemplet, ikke tallet.', 'Share the example, not the number.'),
      questions: [both('Hvad vil du blive bedre til nu?', 'What will you become better at now?')],
      prompts: {},
      isWriting: false,
    },
  ],
  sources: [
    'http://voc.ed.psu.edu/projects/publications/books/Spring2007/WEF_spring2007.3.html',
    'https://discovery.researcher.life/article/gilding-the-outcome-by-tarnishing-the-past/0a98d4f802583851a9054d86e061724b',
  ],
  minutesAdapted: false,
}
