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
  origin: both('Dansk ledertræning: øvelse med roller', 'Danish leadership training: practice with roles'),
  when: both(
    'Når en bestemt samtale venter, og lederen vil prøve ordene af først.',
    'When one particular conversation is waiting, and the leader wants to try the words out first.',
  ),
  whenNot: both(
    'Når nogen i gruppen kender den, samtalen skal holdes med, eller når tvivlen handler om reglerne. Spørg så HR.',
    'When somebody in the group knows the person it will be held with, or when it is the rules that are unclear. Then ask HR.',
  ),
  evidence: null,
  licence: freeProcedure,
  forNewcomers: false,
  needsConsultant: false,
  minParticipants: 3,
  maxParticipants: 6,
  roles: [
    { id: 'leder', name: both('Leder', 'Leader'), count: 1 },
    { id: 'modpart', name: both('Modpart', 'Counterpart'), count: 1 },
    { id: 'observatoer', name: both('Observatør', 'Observer'), count: 'rest' },
  ],
  focusRole: 'leder',
  leadRole: null,
  phases: [
    {
      id: 'brief',
      name: both('Forberedelse', 'Preparation'),
      minutes: 8,
      speakers: ['leder', 'modpart'],
      silent: ['observatoer'],
      instruction: both(
        'Lederen beskriver samtalen, den anden part og det svære ved den. Ingen rigtige navne. Modparten får tre linjer at spille ud fra.',
        'The leader describes the conversation, the other person and what is difficult. No real names. The counterpart is given three lines to play from.',
      ),
      questions: [
        both('Hvad skal samtalen ende med?', 'What must the conversation end with?'),
        both('Hvilken sætning er du bange for at skulle sige?', 'Which sentence do you dread having to say?'),
      ],
      prompts: {
        leder: both(
          'Beskriv samtalen og det, der er svært. Giv modparten tre linjer om, hvem det er, uden navn.',
          'Describe the conversation and what is difficult. Give the counterpart three lines about who it is, without a name.',
        ),
        modpart: both(
          'Spørg, til du kan se mennesket for dig. Du skal spille troværdigt, ikke gøre det så svært som muligt.',
          'Ask until you can picture the person. You are to be believable, not to make it as hard as possible.',
        ),
        observatoer: both(
          'Du lytter. Vælg, hvad du vil lægge mærke til: ord, tempo eller pauser. En af jer holder tiden.',
          'You listen. Choose what you will notice: words, pace or pauses. One of you keeps time.',
        ),
      },
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
        'Play the first minutes. The conversation may be stopped at any time.',
      ),
      questions: [both('Hvordan åbner du?', 'How do you open?')],
      prompts: {
        leder: both(
          'Hold samtalen, som du ville begynde den. Du må stoppe når som helst og begynde forfra.',
          'Hold the conversation as you would begin it. You may stop at any time and start again.',
        ),
        modpart: both(
          'Svar, som du tror, den anden ville. Stop, hvis det bliver for meget for en af jer.',
          'Answer as you think the other would. Stop if it becomes too much for either of you.',
        ),
        observatoer: both(
          'Du ser og lytter. Skriv ned, hvad der bliver sagt og gjort, ikke hvad du synes om det.',
          'You watch and listen. Write down what is said and done, not what you think of it.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'spejl',
      name: both('Spejling', 'Mirroring'),
      minutes: 8,
      speakers: ['observatoer', 'modpart'],
      silent: ['leder'],
      instruction: both(
        'Observatører og modpart siger, hvad de lagde mærke til: ord, tempo, pauser. Ingen karakterer.',
        'Observers and counterpart say what they noticed: words, pace, pauses. No grades.',
      ),
      questions: [
        both('Hvilken sætning gjorde en forskel?', 'Which sentence made a difference?'),
        both(
          'Hvornår følte du dig set eller overset som modpart?',
          'As the counterpart, when did you feel seen or overlooked?',
        ),
      ],
      prompts: {
        leder: both(
          'Du lytter. Du skal ikke forklare, hvad du mente. Skriv ned, hvad du vil prøve næste gang.',
          'You listen. You need not explain what you meant. Write down what you will try next time.',
        ),
        modpart: both(
          'Sig, hvornår du følte dig set, og hvornår du følte dig overset. Tal ud fra rollen.',
          'Say when you felt seen and when you felt overlooked. Speak from the role.',
        ),
        observatoer: both(
          'Sig, hvad du så og hørte: ord, tempo, pauser. Giv ingen karakter og intet råd.',
          'Say what you saw and heard: words, pace, pauses. Give no grade and no advice.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'forsoeg-2',
      name: both('Andet forsøg', 'Second attempt'),
      minutes: 6,
      speakers: ['leder', 'modpart'],
      silent: ['observatoer'],
      instruction: both('Prøv igen med én ændring.', 'Try again with one change.'),
      questions: [both('Hvad ændrer du?', 'What do you change?')],
      prompts: {
        leder: both(
          'Sig, hvad du ændrer, og hold samtalen igen. Én ændring er nok.',
          'Say what you change, and hold the conversation again. One change is enough.',
        ),
        modpart: both(
          'Spil den samme som før, men svar på det, du hører nu.',
          'Play the same person as before, but answer what you hear now.',
        ),
        observatoer: both(
          'Du ser og lytter. Læg mærke til, hvad den ene ændring gør ved samtalen.',
          'You watch and listen. Notice what the one change does to the conversation.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'udbytte',
      name: both('Saml op', 'Sum up'),
      minutes: 8,
      speakers: ['leder', 'modpart', 'observatoer'],
      silent: [],
      instruction: both(
        'Lederen skriver sin åbning og sin grænse ned.',
        'The leader writes down the opening and the limit.',
      ),
      questions: [both('Hvad siger du i det første halve minut?', 'What do you say in the first half minute?')],
      prompts: {
        leder: both(
          'Skriv den åbning, du vil bruge, og den grænse, du vil holde. Læs dem højt.',
          'Write the opening you will use and the limit you will hold. Read them aloud.',
        ),
        modpart: both(
          'Sig, hvordan åbningen lyder fra den anden stol. Lad ordene være lederens egne.',
          "Say how the opening sounds from the other chair. Let the words be the leader's own.",
        ),
        observatoer: both(
          'Lyt til åbningen. Sig, hvad du hører i den, hvis lederen spørger.',
          'Listen to the opening. Say what you hear in it if the leader asks.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'ud',
      name: both('Træd ud af rollen', 'Step out of role'),
      minutes: 9,
      speakers: ['modpart', 'leder', 'observatoer'],
      silent: [],
      instruction: both(
        'Modparten lægger tydeligt rollen fra sig. Alle siger, hvad de selv har lært.',
        'The counterpart clearly puts the role down. Each says what they have learned.',
      ),
      questions: [
        both(
          'Hvad lærte du om dine egne svære samtaler?',
          'What did you learn about your own difficult conversations?',
        ),
      ],
      prompts: {
        leder: both(
          'Sig, hvad du selv tager med, og tak modparten for at have haft rollen.',
          'Say what you take with you, and thank the counterpart for taking the role.',
        ),
        modpart: both(
          'Rejs dig, og sig, at du ikke længere er den, du spillede. Fortæl så, hvad du selv lærte.',
          'Stand up, and say that you are no longer the person you played. Then say what you learned.',
        ),
        observatoer: both(
          'Sig, hvad du lærte om dine egne svære samtaler. Lad lederens samtale ligge.',
          "Say what you learned about your own difficult conversations. Let the leader's conversation rest.",
        ),
      },
      isWriting: false,
    },
  ],
  sources: [
    'https://www.lederweb.dk/artikler/ledernetvaerk-vitalisering-af-hjemmenetvaerk/',
    'Stone, Patton & Heen: Difficult Conversations (1999)',
  ],
  minutesAdapted: false,
}
