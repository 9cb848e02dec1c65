import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const dagslut: Protocol = {
  id: 'dagslut',
  kind: 'reflection',
  name: both('Dagens lukning', 'Closing the day'),
  purpose: both(
    'At lukke arbejdsdagen: Du lægger en plan for det ufærdige, så du ikke behøver at huske på det i aften.',
    'To close the working day: you plan what is unfinished, so that you need not carry it through the evening.',
  ),
  origin: both(
    'Smit (2016); Sonnentag & Fritz om at slippe arbejdet',
    'Smit (2016); Sonnentag & Fritz on letting go of work',
  ),
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
        'Skriv op til tre opgaver, som ikke er færdige, og som bliver ved med at trænge sig på.',
        'Write up to three tasks that are not finished and keep coming back to you.',
      ),
      questions: [both('Hvad er ikke færdigt?', 'What is not finished?')],
      prompts: {
        leder: both(
          'Skriv kun for dig selv, og kun det, der trænger sig på.',
          'Write only for yourself, and only what keeps coming back.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'plan',
      name: both('Hvor, hvornår, hvordan', 'Where, when, how'),
      minutes: 3,
      speakers: [],
      silent: ['leder'],
      instruction: both(
        'Giv hver opgave et sted, et tidspunkt og et første skridt.',
        'Give each task a place, a time and a first step.',
      ),
      questions: [both('Hvor, hvornår og hvordan tager du fat på den?', 'Where, when and how will you take it up?')],
      prompts: {
        leder: both(
          'Tag én opgave ad gangen. En halv linje til hver er nok.',
          'Take one task at a time. Half a line for each is enough.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'godt',
      name: both('Det, der lykkedes', 'What went well'),
      minutes: 2,
      speakers: [],
      silent: ['leder'],
      instruction: both(
        'Skriv én ting, der gik godt i dag, og din egen del i den. Den må gerne være lille.',
        'Write one thing that went well today, and your own part in it. It may be small.',
      ),
      questions: [both('Hvad gjorde en forskel i dag?', 'What made a difference today?')],
      prompts: {
        leder: both('Se dagen igennem, og vælg én ting.', 'Look back over the day, and choose one thing.'),
      },
      isWriting: false,
    },
    {
      id: 'luk',
      name: both('Luk', 'Close'),
      minutes: 1,
      speakers: [],
      silent: ['leder'],
      instruction: both(
        'Sluk for arbejdet, og sig højt: Arbejdet er slut for i dag.',
        'Switch work off, and say aloud: work is over for today.',
      ),
      questions: [both('Hvad glæder du dig til i aften?', 'What are you looking forward to tonight?')],
      prompts: {
        leder: both(
          'Luk det, du arbejder på. Resten står på din plan.',
          'Close what you are working on. The rest is in your plan.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: [
    'https://bpspsychub.onlinelibrary.wiley.com/doi/10.1111/joop.12137',
    'https://cris.maastrichtuniversity.nl/en/publications/do-goal-setting-and-implementation-intentions-affect-detachment-a',
  ],
  minutesAdapted: false,
}
