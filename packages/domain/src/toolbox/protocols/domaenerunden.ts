import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const domaenerunden: Protocol = {
  id: 'domaenerunden',
  kind: 'dialogue',
  name: both('Domænerunden: den svære beslutning', 'Domain round: the hard decision'),
  purpose: both(
    'At stå ved en svær beslutning uden at miste nattesøvnen ved at gå den igennem i tre domæner.',
    'To hold a hard decision without losing sleep by walking it through three domains.',
  ),
  origin: both(
    'Maturana/Lang, Little & Cronen; dansk domæneteori',
    'Maturana/Lang, Little & Cronen; dansk domæneteori',
  ),
  when: both(
    'Når en leder har truffet eller skal træffe en beslutning, som ikke alle vil synes om.',
    'When a leader has made, or must make, a decision that not everybody will like.',
  ),
  whenNot: both(
    'Når det er jura eller regler, der mangler svar på. Få det afklaret først.',
    'When what is missing is a legal answer. Get that first.',
  ),
  evidence: null,
  licence: freeProcedure,
  forNewcomers: false,
  needsConsultant: false,
  minParticipants: 3,
  maxParticipants: 8,
  roles: [
    { id: 'beslutter', name: both('Beslutter', 'Decider'), count: 1 },
    { id: 'gamemaster', name: both('Samtaleleder (gamemaster)', 'Game master'), count: 1 },
    { id: 'deltager', name: both('Deltagere', 'Participants'), count: 'rest' },
  ],
  focusRole: 'beslutter',
  leadRole: 'gamemaster',
  phases: [
    {
      id: 'sag',
      name: both('Beslutningen', 'The decision'),
      minutes: 7,
      speakers: ['beslutter', 'gamemaster'],
      silent: ['deltager'],
      instruction: both(
        'Beslutteren fortæller, hvad der skal afgøres eller er afgjort, og hvornår. Samtalelederen siger højt, hvilket domæne vi er i.',
        'The decider tells what is to be, or has been, decided and when. The game master says aloud which domain we are in.',
      ),
      questions: [both('Hvad er det, du skal stå ved?', 'What is it you must stand by?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'personlig',
      name: both('Det personlige domæne', 'Personal domain'),
      minutes: 9,
      speakers: ['beslutter', 'gamemaster', 'deltager'],
      silent: [],
      instruction: both(
        'Tal ud fra værdier og følelser. Sig »jeg«. Der er intet at blive enige om.',
        'Speak from values and feelings. Say “I”. There is nothing to agree on.',
      ),
      questions: [
        both('Hvad koster det dig personligt?', 'What does it cost you personally?'),
        both('Hvilken værdi kan du ikke gå på kompromis med?', 'Which value can you not compromise?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'refleksion',
      name: both('Refleksionens domæne', 'Domain of reflection'),
      minutes: 12,
      speakers: ['beslutter', 'gamemaster', 'deltager'],
      silent: [],
      instruction: both(
        'Undersøg perspektiver uden at afgøre noget. Alle udsagn er hypoteser.',
        'Explore perspectives without deciding anything. All statements are hypotheses.',
      ),
      questions: [
        both(
          'Hvordan ser borgere, medarbejdere, politikere og din chef på det?',
          'How do citizens, staff, politicians and your manager see it?',
        ),
        both('Hvad ville tale for det modsatte?', 'What would speak for the opposite?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'produktion',
      name: both('Produktionens domæne', 'Domain of production'),
      minutes: 11,
      speakers: ['beslutter', 'gamemaster', 'deltager'],
      silent: [],
      instruction: both(
        'Nu tales om mandat, regler, plan og ansvar. Korte, afgjorte udsagn.',
        'Now talk about mandate, rules, plan and responsibility. Short, decided statements.',
      ),
      questions: [
        both('Hvad er dit mandat?', 'What is your mandate?'),
        both('Hvem siger du det til, hvornår og hvordan?', 'Whom do you tell, when and how?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'slip',
      name: both('Slip den', 'Let it rest'),
      minutes: 6,
      speakers: ['beslutter'],
      silent: ['gamemaster', 'deltager'],
      instruction: both(
        'Beslutteren siger, hvad der nu er besluttet, og hvad der ikke mere er beslutterens.',
        'The decider says what is now decided and what is no longer theirs to carry.',
      ),
      questions: [both('Hvad kan du lægge fra dig nu?', 'What can you put down now?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'runde',
      name: both('Runde', 'Round'),
      minutes: 5,
      speakers: ['beslutter', 'gamemaster', 'deltager'],
      silent: [],
      instruction: both('Kort runde om domænerne.', 'Short round on the domains.'),
      questions: [both('Hvilket domæne er svært for dig at blive i?', 'Which domain is hard for you to stay in?')],
      prompts: {},
      isWriting: false,
    },
  ],
  sources: [
    'https://lederweb.awave.host/artikler/domaeneteorien-i-teori-og-praksis/',
    'http://www.lederweb.dk/Strategi/Kommunikation/Artikel/83364/Domaneteori---en-guide-for-ledere-som-kontekstnavigatorer',
    'https://www.landbrugsinfo.dk/raadgivning/metoder_til_raadgivning/Sider/2015-Gamemaster.aspx',
  ],
  minutesAdapted: true,
}
