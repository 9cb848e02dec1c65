import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const reflekterendeTeam: Protocol = {
  id: 'reflekterende-team',
  kind: 'supervision',
  name: both('Kollegial supervision med reflekterende team', 'Peer supervision with a reflecting team'),
  purpose: both(
    'At hjælpe en lederkollega med at se en sag fra flere sider, uden at gruppen overtager sagen eller giver råd.',
    'To help a fellow leader see a case from several angles without the group taking over the case or giving advice.',
  ),
  origin: both(
    'Tom Andersen, Tromsø (1985–1991); dansk systemisk praksis',
    'Tom Andersen, Tromsø (1985–1991); dansk systemisk praksis',
  ),
  when: both(
    'Når sagen kan forstås på flere måder, og fokuspersonen har mere brug for nye blikke end for svar.',
    'When the case can be understood in several ways, and the focus person needs fresh eyes more than answers.',
  ),
  whenNot: both(
    'Når der skal handles allerede i dag, når nogen i gruppen er part i sagen, eller når det, der mangler, er viden, som en af jer bare kan give.',
    'When something must be done today, when somebody in the group is a party to the case, or when what is missing is knowledge that one of you can simply give.',
  ),
  evidence: both(
    'En gennemgang af 32 undersøgelser fandt mindre udbrændthed der, hvor supervisionen fungerede. Det er en sammenhæng, ikke et bevis, og dårlig supervision kan skade. Netop denne form er os bekendt ikke undersøgt blandt ledere.',
    'A review of 32 studies found less burnout where supervision worked well. That is an association, not proof, and poor supervision can do harm. As far as we know, this very form has not been studied among leaders.',
  ),
  licence: freeProcedure,
  forNewcomers: true,
  needsConsultant: false,
  minParticipants: 4,
  maxParticipants: 8,
  roles: [
    { id: 'fokusperson', name: both('Fokusperson', 'Focus person'), count: 1 },
    { id: 'supervisor', name: both('Supervisor', 'Supervisor'), count: 1 },
    { id: 'team', name: both('Reflekterende team', 'Reflecting team'), count: 'rest' },
  ],
  focusRole: 'fokusperson',
  leadRole: 'supervisor',
  phases: [
    {
      id: 'ramme',
      name: both('Ramme og kontrakt', 'Frame and contract'),
      minutes: 5,
      speakers: ['fokusperson', 'supervisor'],
      silent: ['team'],
      instruction: both(
        'Supervisor aftaler med fokuspersonen, hvad samtalen skal bruges til, og hvor grænsen går. Teamet får en lytteopgave. Alle i sagen omtales uden navn.',
        'The supervisor agrees with the focus person what the conversation is for and where its limits are. The team gets a listening task. Nobody in the case is named.',
      ),
      questions: [
        both('Hvad vil du gerne gå herfra med?', 'What would you like to leave with?'),
        both('Er der noget, vi ikke skal spørge ind til i dag?', 'Is there anything we should not ask about today?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'interview-1',
      name: both('Første interview', 'First interview'),
      minutes: 15,
      speakers: ['fokusperson', 'supervisor'],
      silent: ['team'],
      instruction: both(
        'Supervisor spørger nysgerrigt og åbent. Teamet lytter i stilhed, noterer ord og billeder og bryder ikke ind.',
        'The supervisor asks open, curious questions. The team listens in silence, notes words and images and does not interrupt.',
      ),
      questions: [
        both('Hvad skete der, set med dine øjne?', 'What happened, seen through your eyes?'),
        both(
          'Hvem ellers er optaget af det her, og hvad ville de fortælle?',
          'Who else cares about this, and what would they tell us?',
        ),
        both(
          'Hvad har du allerede forsøgt, og hvad kom der ud af det?',
          'What have you already tried, and what came of it?',
        ),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'refleksion-1',
      name: both('Teamets første refleksion', 'First team reflection'),
      minutes: 8,
      speakers: ['team'],
      silent: ['fokusperson', 'supervisor'],
      instruction: both(
        'Teamet taler med hinanden, ikke til fokuspersonen. Tal undrende og i mulighedsform. Ingen råd, ingen diagnoser og intet »hvis jeg var dig«.',
        'The team members talk to each other, not to the focus person. Speak tentatively and with wonder. No advice, no diagnoses, no “if I were you”.',
      ),
      questions: [
        both('Hvad lagde du særligt mærke til?', 'What did you notice in particular?'),
        both('På hvilke andre måder kan situationen forstås?', 'In what other ways could the situation be understood?'),
        both('Hvad blev du selv berørt af?', 'What touched you personally?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'genklang',
      name: both('Fokuspersonens genklang', 'Focus person responds'),
      minutes: 4,
      speakers: ['fokusperson', 'supervisor'],
      silent: ['team'],
      instruction: both(
        'Fokuspersonen griber det, der gav genklang, og lader resten ligge. Der skal hverken forklares eller forsvares.',
        'The focus person picks up what resonated and leaves the rest. There is no need to explain or defend.',
      ),
      questions: [both('Hvad hæftede du dig ved?', 'What stayed with you?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'interview-2',
      name: both('Andet interview', 'Second interview'),
      minutes: 10,
      speakers: ['fokusperson', 'supervisor'],
      silent: ['team'],
      instruction: both(
        'Supervisor følger det spor, fokuspersonen vælger, og flytter blikket fra problemet mod handlemuligheder.',
        'The supervisor follows the track the focus person chooses and moves the focus from the problem towards possible action.',
      ),
      questions: [
        both(
          'Hvis det lykkedes lidt bedre om en måned, hvad ville de andre så se dig gøre?',
          'If things went a little better in a month, what would others see you doing?',
        ),
        both(
          'Hvad er du klar til at stå ved, også hvis det bliver upopulært?',
          'What are you prepared to stand by, even if it is unpopular?',
        ),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'refleksion-2',
      name: both('Teamets anden refleksion', 'Second team reflection'),
      minutes: 6,
      speakers: ['team'],
      silent: ['fokusperson', 'supervisor'],
      instruction: both(
        'Teamet sætter ord på ressourcer og mulige veje. Stadig i mulighedsform og stadig kun til hinanden.',
        'The team names resources and possible paths. Still tentative, and still only to each other.',
      ),
      questions: [
        both('Hvilke styrker hørte du i fortællingen?', 'What strengths did you hear in the story?'),
        both('Hvilke døre ser ud til at stå på klem?', 'Which doors seem to be ajar?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'skridt',
      name: both('Opsamling og næste skridt', 'Summary and next step'),
      minutes: 7,
      speakers: ['fokusperson', 'supervisor'],
      silent: ['team'],
      instruction: both(
        'Fokuspersonen samler selv op og formulerer ét konkret skridt med en dato. Kun fokuspersonen afgør, hvad der skrives ned.',
        'The focus person sums up and states one concrete step with a date. Only the focus person decides what is written down.',
      ),
      questions: [
        both('Hvad er det første, du gør, og hvornår?', 'What will you do first, and when?'),
        both('Hvem kan støtte dig i det?', 'Who can support you in it?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'meta',
      name: both('Samtale om samtalen', 'Talking about the talk'),
      minutes: 5,
      speakers: ['fokusperson', 'supervisor', 'team'],
      silent: [],
      instruction: both(
        'Alle træder ud af rollerne og taler om formen. Sagen tages ikke op igen.',
        'Everyone steps out of role and talks about the process. The case is not reopened.',
      ),
      questions: [
        both('Hvad i formen hjalp?', 'What in the process helped?'),
        both('Hvad vil vi gøre anderledes næste gang?', 'What will we do differently next time?'),
      ],
      prompts: {},
      isWriting: false,
    },
  ],
  sources: [
    'https://www.mannaz.com/?p=94472',
    'https://yumpu.com/da/document/view/20128293/reflekterende-teams-macmann-berg',
    'https://www.psykaars.dk/vi-tilbyder/supervision/reflekterende-team.aspx',
    'http://indsikt.com/reflekterendeteam/',
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC8604366/',
  ],
  minutesAdapted: true,
}
