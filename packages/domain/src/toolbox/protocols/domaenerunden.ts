import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const domaenerunden: Protocol = {
  id: 'domaenerunden',
  kind: 'dialogue',
  name: both('Domænerunden: den svære beslutning', 'Domain round: the hard decision'),
  purpose: both(
    'At gå en svær beslutning igennem i tre domæner, så den bliver lettere at stå ved og at lægge fra sig.',
    'To walk a hard decision through three domains, so that it becomes easier to stand by and to put down.',
  ),
  origin: both(
    'Maturana; Lang, Little & Cronen; dansk domæneteori',
    'Maturana; Lang, Little & Cronen; Danish domain theory',
  ),
  when: both(
    'Når en leder har truffet eller skal træffe en beslutning, som ikke alle vil synes om.',
    'When a leader has made, or must make, a decision that not everybody will like.',
  ),
  whenNot: both(
    'Når det, der mangler, er et svar om jura eller regler. Få det afklaret først.',
    'When what is missing is an answer about law or rules. Get that first.',
  ),
  evidence: null,
  licence: freeProcedure,
  forNewcomers: false,
  needsConsultant: false,
  minParticipants: 3,
  maxParticipants: 8,
  roles: [
    { id: 'beslutter', name: both('Beslutningstager', 'Decision maker'), count: 1 },
    { id: 'gamemaster', name: both('Samtaleleder (gamemaster)', 'Facilitator (game master)'), count: 1 },
    { id: 'deltager', name: both('Deltager', 'Participant'), count: 'rest' },
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
        'Beslutningstageren fortæller, hvad der skal afgøres eller er afgjort, og hvornår. Samtalelederen siger højt, hvilket domæne I er i.',
        'The decision maker says what is to be, or has been, decided and when. The facilitator says aloud which domain you are in.',
      ),
      questions: [both('Hvad er det, du skal stå ved?', 'What is it that you must stand by?')],
      prompts: {
        beslutter: both(
          'Fortæl, hvad der skal afgøres eller er afgjort, og hvornår. Brug roller i stedet for navne.',
          'Say what is to be, or has been, decided and when. Use roles instead of names.',
        ),
        gamemaster: both(
          'Spørg, til beslutningen er klar. Forklar kort de tre domæner: det personlige, refleksionens og produktionens.',
          'Ask until the decision is clear. Explain briefly the three domains: personal, reflection and production.',
        ),
        deltager: both(
          'Du lytter. Læg mærke til, hvilket domæne der bliver talt fra.',
          'You listen. Notice which domain is being spoken from.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'personlig',
      name: both('Det personlige domæne', 'The personal domain'),
      minutes: 9,
      speakers: ['beslutter', 'gamemaster', 'deltager'],
      silent: [],
      instruction: both(
        'Tal ud fra værdier og følelser. Sig »jeg«. Her er intet at blive enige om.',
        'Speak from values and feelings. Say “I”. There is nothing to agree on here.',
      ),
      questions: [
        both('Hvad koster det dig personligt?', 'What does it cost you personally?'),
        both('Hvilken værdi kan du ikke gå på kompromis med?', 'Which value can you not compromise on?'),
      ],
      prompts: {
        beslutter: both(
          'Sig, hvad beslutningen koster dig, og hvad du ikke kan gå på kompromis med. Du skal ikke overbevise nogen.',
          'Say what the decision costs you and what you cannot compromise on. You need not convince anybody.',
        ),
        gamemaster: both(
          'Sig højt, at I er i det personlige domæne. Fakta, regler og forklaringer får deres egen tid senere.',
          'Say aloud that you are in the personal domain. Facts, rules and explanations have their own time later.',
        ),
        deltager: both(
          'Sig »jeg«: Hvad vækker det hos dig? Vurder ikke, om beslutningen er rigtig.',
          'Say “I”: what does it stir in you? Do not judge whether the decision is right.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'refleksion',
      name: both('Refleksionens domæne', 'The domain of reflection'),
      minutes: 12,
      speakers: ['beslutter', 'gamemaster', 'deltager'],
      silent: [],
      instruction: both(
        'Undersøg perspektiver uden at afgøre noget. Alt, hvad der bliver sagt, er hypoteser.',
        'Explore perspectives without deciding anything. Everything said is a hypothesis.',
      ),
      questions: [
        both(
          'Hvordan ser borgere, medarbejdere, politikere og din egen leder på det?',
          'How do citizens, staff, politicians and your own manager see it?',
        ),
        both('Hvad ville tale for det modsatte?', 'What would speak for the opposite?'),
      ],
      prompts: {
        beslutter: both(
          'Undersøg med de andre, hvordan det ser ud fra andre pladser. Du skal ikke forsvare beslutningen.',
          'Explore with the others how it looks from other seats. You need not defend the decision.',
        ),
        gamemaster: both(
          'Sig højt, at I nu er i refleksionens domæne. Spørg efter flere perspektiver, og lad konklusionerne vente.',
          'Say aloud that you are now in the domain of reflection. Ask for more perspectives, and let conclusions wait.',
        ),
        deltager: both(
          'Se det fra en plads, der ikke er nævnt, og sig »måske«. Her skal intet afgøres.',
          'See it from a seat that has not been named, and say “perhaps”. Nothing is decided here.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'produktion',
      name: both('Produktionens domæne', 'The domain of production'),
      minutes: 11,
      speakers: ['beslutter', 'gamemaster', 'deltager'],
      silent: [],
      instruction: both(
        'Nu taler I om mandat, regler, plan og ansvar. Kort og klart.',
        'Now you talk about mandate, rules, plan and responsibility. Short and clear.',
      ),
      questions: [
        both('Hvad er dit mandat?', 'What is your mandate?'),
        both('Hvem siger du det til, hvornår og hvordan?', 'Whom do you tell, when and how?'),
      ],
      prompts: {
        beslutter: both(
          'Sig kort, hvad dit mandat er, og hvem der får besked hvornår. Mangler du et svar, så sig, hvem der har det.',
          'Say briefly what your mandate is and who is told when. If an answer is missing, say who has it.',
        ),
        gamemaster: both(
          'Sig højt, at I nu er i produktionens domæne. Hold det kort: mandat, regler, plan og ansvar.',
          'Say aloud that you are now in the domain of production. Keep it short: mandate, rules, plan and responsibility.',
        ),
        deltager: both(
          'Nævn regler, aftaler og fakta, som du kender dem. Følelser og undren har haft deres tid.',
          'Name rules, agreements and facts as you know them. Feelings and wondering have had their time.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'slip',
      name: both('Slip den', 'Let it rest'),
      minutes: 6,
      speakers: ['beslutter'],
      silent: ['gamemaster', 'deltager'],
      instruction: both(
        'Beslutningstageren siger, hvad der nu er besluttet, og hvad der kan lægges fra.',
        'The decision maker says what is now decided and what can be put down.',
      ),
      questions: [both('Hvad kan du lægge fra dig nu?', 'What can you put down now?')],
      prompts: {
        beslutter: both(
          'Sig, hvad der nu er besluttet, og hvad du lægger fra dig. Tag dig den tid, det kræver.',
          'Say what is now decided and what you put down. Take the time it needs.',
        ),
        gamemaster: both(
          'Du lytter og holder tiden. Der skal ikke spørges mere.',
          'You listen and keep time. There is nothing more to ask.',
        ),
        deltager: both(
          'Du lytter i stilhed. Beslutningen bliver ikke åbnet igen.',
          'You listen in silence. The decision is not reopened.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'runde',
      name: both('Runde', 'Round'),
      minutes: 5,
      speakers: ['beslutter', 'gamemaster', 'deltager'],
      silent: [],
      instruction: both(
        'En kort runde om at tale i ét domæne ad gangen.',
        'A short round on speaking in one domain at a time.',
      ),
      questions: [both('Hvilket domæne er svært for dig at blive i?', 'Which domain is hard for you to stay in?')],
      prompts: {
        beslutter: both(
          'Sig, hvilket domæne der var svært at blive i. Beslutningen er lukket for i dag.',
          'Say which domain was hard to stay in. The decision is closed for today.',
        ),
        gamemaster: both(
          'Lad ordet gå rundt, og sig også, hvordan det var at holde domænerne adskilt.',
          'Go round the group, and also say what it was like to keep the domains apart.',
        ),
        deltager: both(
          'Sig, hvilket domæne du selv har svært ved at blive i. Lad sagen ligge.',
          'Say which domain you yourself find hard to stay in. Let the case rest.',
        ),
      },
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
