import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const belastningRessourcer: Protocol = {
  id: 'belastning-ressourcer',
  kind: 'reflection',
  name: both('Belastninger og ressourcer', 'Demands and resources'),
  purpose: both(
    'At få overblik over, hvad der dræner, og hvad der giver kræfter, og flytte én ting i hver kolonne.',
    'To get an overview of what drains and what restores, and to move one item in each column.',
  ),
  origin: both(
    'Krav-ressource-tænkningen (Demerouti & Bakker; Karasek)',
    'Krav-ressource-tænkningen (Demerouti & Bakker; Karasek)',
  ),
  when: both(
    'Når hverdagen presser, og I hver for sig vil se, hvad der kan flyttes.',
    'When daily work is a strain, and each of you wants to see what can be moved.',
  ),
  whenNot: both(
    'Når en af jer har det rigtig skidt. Så er det ikke en øvelse, der skal til, men hjælp fra lægen eller arbejdspladsen.',
    'When one of you is really unwell. Then it is not an exercise that is needed, but help from a doctor or the workplace.',
  ),
  evidence: both(
    'Tanken er velunderbygget. Om netop denne øvelse hjælper, er ikke undersøgt.',
    'The thinking is well supported. Whether this very exercise helps has not been studied.',
  ),
  licence: freeProcedure,
  forNewcomers: true,
  needsConsultant: false,
  minParticipants: 2,
  maxParticipants: 8,
  roles: [
    { id: 'tovholder', name: both('Tovholder', 'Convenor'), count: 1 },
    { id: 'deltager', name: both('Deltagere', 'Participants'), count: 'rest' },
  ],
  focusRole: null,
  leadRole: 'tovholder',
  phases: [
    {
      id: 'skriv',
      name: both('Skriv for dig selv', 'Write privately'),
      minutes: 8,
      speakers: [],
      silent: ['tovholder', 'deltager'],
      instruction: both(
        'Skriv højst fem belastninger og fem ressourcer fra de sidste to uger. Giv hver en styrke fra 1 til 5. Kun du ser listen.',
        'Write at most five demands and five resources from the last two weeks. Rate each 1–5. Only you see the list.',
      ),
      questions: [
        both('Hvad dræner dig mest lige nu?', 'What drains you most right now?'),
        both('Hvad giver dig kræfter tilbage?', 'What gives you energy back?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'sorter',
      name: both('Sortér', 'Sort'),
      minutes: 5,
      speakers: [],
      silent: ['tovholder', 'deltager'],
      instruction: both(
        'Markér, hvad du kan ændre, hvad du kan påvirke, og hvad du må leve med for en tid.',
        'Mark what you can change, what you can influence and what you must live with for a time.',
      ),
      questions: [
        both(
          'Hvad kan du faktisk gøre noget ved i denne måned?',
          'What can you actually do something about this month?',
        ),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'par',
      name: both('To og to', 'In pairs'),
      minutes: 14,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Syv minutter hver. Den ene fortæller det, der kan deles, den anden spørger. Ingen råd og ingen sammenligning.',
        'Seven minutes each. One shares what can be shared, the other asks. No advice and no comparing.',
      ),
      questions: [
        both('Hvad ville lette dig bare ti procent?', 'What would ease it by just ten per cent?'),
        both('Hvilken ressource har du forsømt?', 'Which resource have you neglected?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'flyt',
      name: both('Flyt to ting', 'Move two things'),
      minutes: 5,
      speakers: [],
      silent: ['tovholder', 'deltager'],
      instruction: both(
        'Skriv én belastning, du vil mindske, og én ressource, du vil styrke – med dato.',
        'Write one demand to reduce and one resource to strengthen – with a date.',
      ),
      questions: [both('Hvad siger du nej til?', 'What will you say no to?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'runde',
      name: both('Fælles runde', 'Closing round'),
      minutes: 8,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Hver siger én af de to ting. Det er i orden at sige pas.',
        'Each states one of the two things. Passing is fine.',
      ),
      questions: [both('Hvad må vi gerne spørge dig om næste gang?', 'What may we ask you about next time?')],
      prompts: {},
      isWriting: false,
    },
  ],
  sources: [
    'http://institut-for-stress.dk/?page_id=85',
    'https://ledereibalance.dk/vitilbyder/fondsfinansieret-projekt',
    'general knowledge (JD-R)',
  ],
  minutesAdapted: false,
}
