import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const dagslut: Protocol = {
  id: 'dagslut',
  kind: 'reflection',
  name: both('Dagens lukning', 'Closing the day'),
  purpose: both(
    'At lukke arbejdsdagen ved at planlægge de uafsluttede opgaver og give hjernen fri.',
    'To close the working day by planning unfinished tasks and giving the mind time off.',
  ),
  origin: both('Smit (2016); Sonnentag & Fritz (detachment)', 'Smit (2016); Sonnentag & Fritz (detachment)'),
  when: both(
    'Når arbejdet følger med hjem, og du bliver ved med at tænke på det, du ikke nåede.',
    'When work follows you home, and you keep thinking of what you did not get done.',
  ),
  whenNot: both(
    'Når du i forvejen planlægger meget. Så kan endnu en plan holde arbejdet i gang i hovedet.',
    'When you plan a lot already. Then one more plan can keep work going in your head.',
  ),
  evidence: both(
    'Blandet: I én undersøgelse hjalp det dem, der har svært ved at slippe arbejdet. I en anden var der samlet ingen virkning, og for dem, der planlægger meget i forvejen, trak det den forkerte vej.',
    'Mixed: in one study it helped people who find it hard to let go of work. In another there was no effect overall, and for those who plan a lot already it went the wrong way.',
  ),
  licence: freeProcedure,
  forNewcomers: true,
  needsConsultant: false,
  minParticipants: 1,
  maxParticipants: 1,
  roles: [{ id: 'leder', name: both('Leder', 'Leader'), count: 1 }],
  focusRole: null,
  leadRole: null,
  phases: [
    {
      id: 'ufaerdigt',
      name: both('Ufærdigt', 'Unfinished'),
      minutes: 4,
      speakers: [],
      silent: ['leder'],
      instruction: both(
        'Skriv de højst tre ufærdige opgaver, der trænger sig på.',
        'Write at most three unfinished tasks that press on you.',
      ),
      questions: [both('Hvad er ikke færdigt?', 'What is unfinished?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'plan',
      name: both('Hvor, hvornår, hvordan', 'Where, when, how'),
      minutes: 3,
      speakers: [],
      silent: ['leder'],
      instruction: both('Skriv for hver: hvor, hvornår og hvordan.', 'Write for each: where, when and how.'),
      questions: [both('Hvor, hvornår og hvordan gør du det?', 'Where, when and how will you do it?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'godt',
      name: both('Det, der lykkedes', 'What worked'),
      minutes: 2,
      speakers: [],
      silent: ['leder'],
      instruction: both(
        'Skriv én ting, der gik godt, og din andel i den.',
        'Write one thing that went well and your part in it.',
      ),
      questions: [both('Hvad gjorde en forskel i dag?', 'What made a difference today?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'luk',
      name: both('Luk', 'Close'),
      minutes: 1,
      speakers: [],
      silent: ['leder'],
      instruction: both(
        'Sluk, og sig højt: Arbejdet er slut for i dag.',
        'Switch off, and say aloud: Work is over for today.',
      ),
      questions: [both('Hvad glæder du dig til i aften?', 'What do you look forward to tonight?')],
      prompts: {},
      isWriting: false,
    },
  ],
  sources: [
    'https://bpspsychub.onlinelibrary.wiley.com/doi/10.1111/joop.12137',
    'https://cris.maastrichtuniversity.nl/en/publications/do-goal-setting-and-implementation-intentions-affect-detachment-a (blandet evidens / mixed evidence)',
  ],
  minutesAdapted: false,
}
