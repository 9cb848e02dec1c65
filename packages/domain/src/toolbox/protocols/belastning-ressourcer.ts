import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const belastningRessourcer: Protocol = {
  id: 'belastning-ressourcer',
  kind: 'reflection',
  name: both('Belastninger og ressourcer', 'Demands and resources'),
  purpose: both(
    'At se, hvad der tærer på jer, og hvad der giver kræfter, og at flytte én ting på hver side.',
    'To see what wears you down and what gives you strength, and to move one thing on each side.',
  ),
  origin: both(
    'Tanken om krav og ressourcer (Demerouti & Bakker; Karasek)',
    'The thinking on demands and resources (Demerouti & Bakker; Karasek)',
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
    { id: 'deltager', name: both('Deltager', 'Participant'), count: 'rest' },
  ],
  focusRole: null,
  leadRole: 'tovholder',
  phases: [
    {
      id: 'skriv',
      name: both('Skriv for dig selv', 'Write for yourself'),
      minutes: 8,
      speakers: [],
      silent: ['tovholder', 'deltager'],
      instruction: both(
        'Tænk på de sidste to uger. Skriv højst fem belastninger og højst fem ting, der gav dig kræfter. Skriv ved hver, hvor meget den fylder, fra 1 til 5. Kun du ser listen.',
        'Think of the last two weeks. Write at most five strains and at most five things that gave you strength. Beside each write how much room it takes, from 1 to 5. Only you see the list.',
      ),
      questions: [
        both('Hvad tærer mest på dig lige nu?', 'What wears you down most right now?'),
        both('Hvad giver dig kræfter igen?', 'What gives you strength back?'),
      ],
      prompts: {
        tovholder: both(
          'Skriv kun for dig selv. Ingen andre ser listen.',
          'Write only for yourself. Nobody else sees the list.',
        ),
        deltager: both(
          'Skriv kun for dig selv. Ingen andre ser listen.',
          'Write only for yourself. Nobody else sees the list.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'sorter',
      name: both('Sortér', 'Sort'),
      minutes: 5,
      speakers: [],
      silent: ['tovholder', 'deltager'],
      instruction: both(
        'Se på belastningerne én for én: Hvad kan du ændre, hvad kan du påvirke, og hvad må du leve med for en tid?',
        'Take the strains one by one: what can you change, what can you influence, and what must you live with for a time?',
      ),
      questions: [
        both('Hvad kan du faktisk gøre noget ved i denne måned?', 'What can you really do something about this month?'),
      ],
      prompts: {
        tovholder: both(
          'Tag dem én for én. Det, du må leve med for en tid, er også et svar.',
          'Take them one by one. What you must live with for a time is an answer too.',
        ),
        deltager: both(
          'Tag dem én for én. Det, du må leve med for en tid, er også et svar.',
          'Take them one by one. What you must live with for a time is an answer too.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'par',
      name: both('To og to', 'In pairs'),
      minutes: 14,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'To og to, syv minutter hver: Den ene fortæller det, der kan deles, den anden spørger. Ingen råd og ingen sammenligning.',
        'In pairs, seven minutes each: one talks about what can be shared, the other asks. No advice and no comparing.',
      ),
      questions: [
        both('Hvad ville lette det bare en lille smule?', 'What would ease it just a little?'),
        both('Hvilken kilde til kræfter har du forsømt?', 'Which source of strength have you neglected?'),
      ],
      prompts: {
        tovholder: both(
          'Sæt par, eller en gruppe på tre, og sig til efter syv minutter. Vær selv med i et par.',
          'Form pairs, or one group of three, and say when seven minutes have passed. Be part of a pair yourself.',
        ),
        deltager: both(
          'Fortæl kun det, du vil dele. Når du spørger, så lad råd og egne historier ligge.',
          'Tell only what you want to share. When you ask, leave advice and your own stories aside.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'flyt',
      name: both('Flyt to ting', 'Move two things'),
      minutes: 5,
      speakers: [],
      silent: ['tovholder', 'deltager'],
      instruction: both(
        'Vælg én belastning, der skal fylde mindre, og én kilde til kræfter, der skal fylde mere. Sæt en dato på begge.',
        'Choose one strain to have less of and one source of strength to have more of. Put a date on both.',
      ),
      questions: [both('Hvad siger du nej til?', 'What will you say no to?')],
      prompts: {
        tovholder: both(
          'Vælg to ting, og sæt en dato på hver. De må gerne være små.',
          'Choose two things, and put a date on each. They may be small.',
        ),
        deltager: both(
          'Vælg to ting, og sæt en dato på hver. De må gerne være små.',
          'Choose two things, and put a date on each. They may be small.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'runde',
      name: both('Fælles runde', 'Shared round'),
      minutes: 8,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Hver siger én af de to ting. Det er i orden at sige pas.',
        'Each says one of the two things. Passing is fine.',
      ),
      questions: [both('Hvad må vi gerne spørge dig om næste gang?', 'What may we ask you about next time?')],
      prompts: {
        tovholder: both(
          'Lad ordet gå rundt, og sig også din egen. Den, der siger pas, skal ikke forklare det.',
          'Go round the group, and say your own too. Whoever passes need not explain.',
        ),
        deltager: both(
          'Sig én af dine to ting, eller sig pas. Sig også, hvad de andre må spørge dig om næste gang.',
          'Say one of your two things, or pass. Also say what the others may ask you next time.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: [
    'http://institut-for-stress.dk/?page_id=85',
    'https://ledereibalance.dk/vitilbyder/fondsfinansieret-projekt',
  ],
  minutesAdapted: false,
}
