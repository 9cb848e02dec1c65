import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const feedbackkontrakt: Protocol = {
  id: 'feedbackkontrakt',
  kind: 'feedback',
  name: both('Feedbackkontrakt', 'Feedback contract'),
  purpose: both(
    'At aftale, hvordan to kolleger vil give hinanden feedback, før det bliver svært.',
    'To agree how two colleagues will give each other feedback before it gets difficult.',
  ),
  origin: both('Dansk ledelsespraksis; feedbacktrappen', 'Dansk ledelsespraksis; feedbacktrappen'),
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
      name: both("A's behov", "A's needs"),
      minutes: 5,
      speakers: ['a'],
      silent: ['b'],
      instruction: both(
        'A fortæller, hvad feedbacken skal handle om, og hvordan A bedst hører den. B lytter.',
        'A says what the feedback should be about and how A hears it best. B listens.',
      ),
      questions: [
        both('Hvad vil du gerne have øje på hos dig?', 'What would you like eyes on?'),
        both('Hvornår og hvordan hører du det bedst?', 'When and how do you hear it best?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'b-behov',
      name: both("B's behov", "B's needs"),
      minutes: 5,
      speakers: ['b'],
      silent: ['a'],
      instruction: both('B gør det samme. A lytter.', 'B does the same. A listens.'),
      questions: [
        both('Hvad vil du gerne have øje på hos dig?', 'What would you like eyes on?'),
        both('Hvad får dig til at lukke af?', 'What makes you shut down?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'trappe',
      name: both('Kend din trappe', 'Know your staircase'),
      minutes: 6,
      speakers: ['a', 'b'],
      silent: [],
      instruction: both(
        'Tal om, hvor I hver især plejer at lande først: afvise, forsvare, forklare, forstå eller forandre.',
        'Talk about where each of you tends to land first: reject, defend, explain, understand or change.',
      ),
      questions: [
        both('Hvad gør du typisk det første minut?', 'What do you typically do in the first minute?'),
        both('Hvad hjælper dig et trin op?', 'What helps you one step up?'),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'aftale',
      name: both('Skriv aftalen', 'Write the agreement'),
      minutes: 6,
      speakers: ['a', 'b'],
      silent: [],
      instruction: both(
        'Skriv tre linjer: hvad, hvornår, hvordan vi siger stop.',
        'Write three lines: what, when, and how we say stop.',
      ),
      questions: [both('Hvad er vores stopord?', 'What is our stop word?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'dato',
      name: both('Første gang', 'First time'),
      minutes: 3,
      speakers: ['a', 'b'],
      silent: [],
      instruction: both(
        'Sæt en dato for første feedback og for at se på aftalen igen.',
        'Set a date for the first feedback and for reviewing the agreement.',
      ),
      questions: [both('Hvornår prøver vi?', 'When do we try?')],
      prompts: {},
      isWriting: false,
    },
  ],
  sources: ['https://discanalyse.dk/feedback-trappen/', 'https://projektledning.se/feedbacktrappan/'],
  minutesAdapted: false,
}
