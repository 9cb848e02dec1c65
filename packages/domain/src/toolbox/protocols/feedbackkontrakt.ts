import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const feedbackkontrakt: Protocol = {
  id: 'feedbackkontrakt',
  kind: 'feedback',
  name: both('Feedbackkontrakt', 'Feedback contract'),
  purpose: both(
    'At aftale, hvordan to kolleger vil give hinanden feedback, før det bliver svært.',
    'To agree on how two colleagues will give each other feedback, before it gets difficult.',
  ),
  origin: both('Dansk ledelsespraksis og feedbacktrappen', 'Danish leadership practice and the feedback staircase'),
  when: both(
    'Når to kolleger vil give hinanden feedback over tid.',
    'When two colleagues want to give each other feedback over time.',
  ),
  whenNot: both(
    'Når den ene bestemmer over den anden, eller når I allerede er uvenner.',
    'When one of you has a say over the other, or when you are already at odds.',
  ),
  evidence: null,
  licence: freeProcedure,
  forNewcomers: false,
  needsConsultant: false,
  minParticipants: 2,
  maxParticipants: 2,
  roles: [
    { id: 'a', name: both('Kollega A', 'Colleague A'), count: 1 },
    { id: 'b', name: both('Kollega B', 'Colleague B'), count: 1 },
  ],
  focusRole: null,
  leadRole: null,
  phases: [
    {
      id: 'a-behov',
      name: both('Det, A har brug for', 'What A needs'),
      minutes: 5,
      speakers: ['a'],
      silent: ['b'],
      instruction: both(
        'A fortæller, hvad feedbacken skal handle om, og hvordan A bedst hører den. B lytter.',
        'A says what the feedback should be about and how A hears it best. B listens.',
      ),
      questions: [
        both('Hvad vil du gerne have, at den anden holder øje med?', 'What would you like the other to look out for?'),
        both('Hvornår og hvordan hører du det bedst?', 'When and how do you hear it best?'),
      ],
      prompts: {
        a: both(
          'Fortæl, hvad du ønsker feedback på, og hvornår og hvordan du hører det bedst.',
          'Say what you want feedback on, and when and how you hear it best.',
        ),
        b: both(
          'Du lytter. Skriv det ned, du vil huske, når du skal give feedback.',
          'You listen. Write down what you want to remember when you give feedback.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'b-behov',
      name: both('Det, B har brug for', 'What B needs'),
      minutes: 5,
      speakers: ['b'],
      silent: ['a'],
      instruction: both('B gør det samme. A lytter.', 'B does the same. A listens.'),
      questions: [
        both('Hvad vil du gerne have, at den anden holder øje med?', 'What would you like the other to look out for?'),
        both('Hvad får dig til at lukke af?', 'What makes you shut down?'),
      ],
      prompts: {
        a: both(
          'Du lytter. Skriv det ned, du vil huske, når du skal give feedback.',
          'You listen. Write down what you want to remember when you give feedback.',
        ),
        b: both(
          'Fortæl, hvad du ønsker feedback på, og hvad der får dig til at lukke af.',
          'Say what you want feedback on, and what makes you shut down.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'trappe',
      name: both('Kend din trappe', 'Know your staircase'),
      minutes: 6,
      speakers: ['a', 'b'],
      silent: [],
      instruction: both(
        'Tal om, hvor I hver især plejer at lande først: afvise, forsvare, forklare, forstå eller forandre. Placér kun jer selv.',
        'Talk about where each of you tends to land first: reject, defend, explain, understand or change. Place only yourselves.',
      ),
      questions: [
        both('Hvad gør du typisk i det første minut?', 'What do you typically do in the first minute?'),
        both('Hvad hjælper dig et trin op?', 'What helps you one step up?'),
      ],
      prompts: {
        a: both(
          'Sig, hvor du selv plejer at lande, og hvad der hjælper dig et trin op. Placér aldrig den anden.',
          'Say where you tend to land, and what helps you one step up. Never place the other.',
        ),
        b: both(
          'Sig, hvor du selv plejer at lande, og hvad der hjælper dig et trin op. Placér aldrig den anden.',
          'Say where you tend to land, and what helps you one step up. Never place the other.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'aftale',
      name: both('Skriv aftalen', 'Write the agreement'),
      minutes: 6,
      speakers: ['a', 'b'],
      silent: [],
      instruction: both(
        'Skriv tre linjer: hvad, hvornår, og hvordan I siger stop.',
        'Write three lines: what, when, and how you say stop.',
      ),
      questions: [both('Hvad er vores stopord?', 'What is our stop word?')],
      prompts: {
        a: both(
          'Skriv de tre linjer sammen. Kun I to ser dem.',
          'Write the three lines together. Only the two of you see them.',
        ),
        b: both(
          'Skriv de tre linjer sammen. Kun I to ser dem.',
          'Write the three lines together. Only the two of you see them.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'dato',
      name: both('Første gang', 'First time'),
      minutes: 3,
      speakers: ['a', 'b'],
      silent: [],
      instruction: both(
        'Sæt en dato for den første feedback og en for at se på aftalen igen.',
        'Set a date for the first feedback, and one for looking at the agreement again.',
      ),
      questions: [both('Hvornår prøver vi?', 'When do we try?')],
      prompts: {
        a: both('Find begge datoer, før I går hver til sit.', 'Find both dates before you part.'),
        b: both('Find begge datoer, før I går hver til sit.', 'Find both dates before you part.'),
      },
      isWriting: false,
    },
  ],
  sources: ['https://discanalyse.dk/feedback-trappen/', 'https://projektledning.se/feedbacktrappan/'],
  minutesAdapted: false,
}
