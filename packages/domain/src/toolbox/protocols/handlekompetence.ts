import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const handlekompetence: Protocol = {
  id: 'handlekompetence',
  kind: 'reflection',
  name: both('Før og nu: min handlekompetence', 'Then and now: my competence for action'),
  purpose: both(
    'At få øje på din egen udvikling i svære samtaler, forandringer, beslutninger og professionel distance.',
    'To notice your own development in difficult conversations, change, decisions and professional distance.',
  ),
  origin: both(
    'Tilbageskuende førmåling: Howard (1979–80); Taylor m.fl. (2009)',
    'Retrospective pretest: Howard (1979–80); Taylor et al. (2009)',
  ),
  when: both(
    'Når netværket har mødtes i lang tid, og I svarede på de samme otte udsagn, da I begyndte.',
    'When the network has met for a long time, and you answered the same eight statements when you began.',
  ),
  whenNot: both(
    'Når der ikke findes svar fra begyndelsen. Erindringen alene kan få udviklingen til at se større ud, end den er.',
    'When there are no answers from the beginning. Memory alone can make the development look larger than it is.',
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
  roles: [{ id: 'deltager', name: both('Deltager', 'Participant'), count: 'all' }],
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
        'Svar på otte udsagn om dig selv i dag, fra 1 (slet ikke) til 7 (i meget høj grad).',
        'Answer eight statements about yourself today, from 1 (not at all) to 7 (to a very high degree).',
      ),
      questions: [
        both(
          'Hvor let ville det være for dig at tage en svær samtale i morgen?',
          'How easy would it be for you to have a difficult conversation tomorrow?',
        ),
        both(
          'Hvor godt sover du, når du har truffet en hård beslutning?',
          'How well do you sleep when you have made a hard decision?',
        ),
      ],
      prompts: {
        deltager: both(
          'Svar, som det er i dag. Kun du ser tallene.',
          'Answer as it is today. Only you see the numbers.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'dengang',
      name: both('Dengang', 'Then'),
      minutes: 6,
      speakers: [],
      silent: ['deltager'],
      instruction: both(
        'Svar igen, som du var, før netværket begyndte, set med det, du ved nu.',
        'Answer again as you were before the network began, seen with what you know now.',
      ),
      questions: [both('Hvor var du, da netværket begyndte?', 'Where were you when the network began?')],
      prompts: {
        deltager: both(
          'Tænk tilbage på tiden, før netværket begyndte, og svar ud fra det, du ved nu.',
          'Think back to before the network began, and answer from what you know now.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'sammenlign',
      name: both('Sammenlign', 'Compare'),
      minutes: 6,
      speakers: [],
      silent: ['deltager'],
      instruction: both(
        'Læg svarene fra dengang, I begyndte, ved siden af. Forskelle er stof til eftertanke, ikke et resultat.',
        'Put the answers from when you began beside these. Differences are food for thought, not a result.',
      ),
      questions: [
        both('Hvor ser du dig selv anderledes nu end dengang?', 'Where do you see yourself differently now than then?'),
      ],
      prompts: {
        deltager: both(
          'Se på alle tre rækker. Bliv nysgerrig på forskellene uden at regne dem sammen.',
          'Look at all three series. Be curious about the differences without adding them up.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'eksempel',
      name: both('Eksempel', 'Example'),
      minutes: 6,
      speakers: [],
      silent: ['deltager'],
      instruction: both(
        'Skriv om én situation, der viser en forskel.',
        'Write about one situation that shows a difference.',
      ),
      questions: [
        both(
          'Hvad gjorde du, som du ikke ville have gjort før?',
          'What did you do that you would not have done before?',
        ),
      ],
      prompts: {
        deltager: both(
          'Skriv for dig selv om én situation. Brug roller i stedet for navne.',
          'Write for yourself about one situation. Use roles instead of names.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'runde',
      name: both('Runde', 'Round'),
      minutes: 6,
      speakers: ['deltager'],
      silent: [],
      instruction: both(
        'Del eksemplet, ikke tallene. Det er i orden at sige pas.',
        'Share the example, not the numbers. Passing is fine.',
      ),
      questions: [both('Hvad vil du gerne blive bedre til nu?', 'What would you like to become better at now?')],
      prompts: {
        deltager: both(
          'Fortæl dit eksempel, eller sig pas. Tallene bliver hos dig.',
          'Tell your example, or pass. The numbers stay with you.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: [
    'http://voc.ed.psu.edu/projects/publications/books/Spring2007/WEF_spring2007.3.html',
    'https://discovery.researcher.life/article/gilding-the-outcome-by-tarnishing-the-past/0a98d4f802583851a9054d86e061724b',
  ],
  minutesAdapted: false,
}
