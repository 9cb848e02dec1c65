import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const svaerSamtale: Protocol = {
  id: 'svaer-samtale',
  kind: 'dialogue',
  name: both('Øv den svære samtale', 'Rehearse the difficult conversation'),
  purpose: both(
    'At prøve en svær samtale af i trygge rammer, før den skal holdes.',
    'To try out a difficult conversation in safe surroundings before it is held.',
  ),
  origin: both('Dansk ledertræning; adfærdsøvelse', 'Dansk ledertræning; adfærdsøvelse'),
  when: both(
    'Når en bestemt samtale venter, og lederen vil prøve ordene af først.',
    'When one particular conversation is waiting, and the leader wants to try the words out first.',
  ),
  whenNot: both(
    'Når nogen i gruppen kender den, samtalen skal holdes med, eller når det er reglerne, du er i tvivl om. Spørg så HR.',
    'When somebody in the group knows the person it will be held with, or when it is the rules that are unclear. Then ask HR.',
  ),
  evidence: null,
  licence: freeProcedure,
  forNewcomers: false,
  needsConsultant: false,
  minParticipants: 3,
  maxParticipants: 6,
  roles: [
    { id: 'leder', name: both('Lederen', 'Leader'), count: 1 },
    { id: 'modpart', name: both('Modpart', 'Counterpart'), count: 1 },
    { id: 'observatoer', name: both('Observatører', 'Observers'), count: 'rest' },
  ],
  focusRole: 'leder',
  leadRole: null,
  phases: [
    {
      id: 'brief',
      name: both('Instruktion', 'Briefing'),
      minutes: 8,
      speakers: ['leder', 'modpart'],
      silent: ['observatoer'],
      instruction: both(
        'Lederen beskriver samtalen, modparten og det svære ved den. Ingen rigtige navne. Modparten får tre linjer at spille ud fra.',
        'The leader describes the conversation, the counterpart and what is difficult. No real names. The counterpart gets three lines to play from.',
      ),
      questions: [
        both('Hvad skal samtalen ende med?', 'What must the conversation end with?'),
        both('Hvilken sætning frygter du at skulle sige?', 'Which sentence do you dread having to say?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'forsoeg-1',
      name: both('Første forsøg', 'First attempt'),
      minutes: 6,
      speakers: ['leder', 'modpart'],
      silent: ['observatoer'],
      instruction: both(
        'Spil de første minutter. Samtalen må stoppes når som helst.',
        'Play the opening minutes. The scene may be stopped at any time.',
      ),
      questions: [both('Hvordan åbner du?', 'How do you open?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'spejl',
      name: both('Spejl', 'Mirror'),
      minutes: 8,
      speakers: ['observatoer', 'modpart'],
      silent: ['leder'],
      instruction: both(
        'Observatører og modpart giver iagttagelser: ord, tempo, pauser. Ingen karakterer.',
        'Observers and counterpart give observations: words, pace, pauses. No grades.',
      ),
      questions: [
        both('Hvilken sætning virkede?', 'Which sentence worked?'),
        both(
          'Hvornår følte jeg mig set eller overset som modpart?',
          'When did I feel seen or overlooked as the counterpart?',
        ),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'forsoeg-2',
      name: both('Andet forsøg', 'Second attempt'),
      minutes: 6,
      speakers: ['leder', 'modpart'],
      silent: ['observatoer'],
      instruction: both('Prøv igen med én ændring.', 'Try again with one change.'),
      questions: [both('Hvad ændrer du?', 'What are you changing?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'udbytte',
      name: both('Saml op', 'Gather up'),
      minutes: 8,
      speakers: ['leder', 'modpart', 'observatoer'],
      silent: [],
      instruction: both(
        'Lederen skriver sin åbning og sin grænse ned.',
        'The leader writes down the opening line and the limit.',
      ),
      questions: [both('Hvad siger du i det første halve minut?', 'What do you say in the first half minute?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'ud',
      name: both('Træd ud af rollen', 'Step out of role'),
      minutes: 9,
      speakers: ['modpart', 'leder', 'observatoer'],
      silent: [],
      instruction: both(
        'Modparten siger tydeligt farvel til rollen. Hver nævner sin egen læring.',
        'The counterpart clearly leaves the role. Each names their own learning.',
      ),
      questions: [
        both(
          'Hvad lærte du om dine egne svære samtaler?',
          'What did you learn about your own difficult conversations?',
        ),
      ],
      prompts: {},
      isWriting: false,
    },
  ],
  sources: [
    'General knowledge',
    'formålet fra https://www.lederweb.dk/artikler/ledernetvaerk-vitalisering-af-hjemmenetvaerk/',
  ],
  minutesAdapted: false,
}
