import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const spotStyrker: Protocol = {
  id: 'spot-styrker',
  kind: 'feedback',
  name: both('Spot hinandens styrker', "Spot each other's strengths"),
  purpose: both(
    'At sætte ord på de styrker, en kollega faktisk brugte i en konkret situation.',
    'To put words to the strengths a colleague actually used in a concrete situation.',
  ),
  origin: both(
    'BFA Velfærd, Kollegial sparring i hverdagen; SPARK',
    'BFA Velfærd, Kollegial sparring i hverdagen; SPARK',
  ),
  when: both(
    'Når to kolleger vil lære hinanden at kende, eller når en af jer har tabt det, der lykkes, af syne.',
    'When two colleagues want to get to know each other, or when one of you has lost sight of what goes well.',
  ),
  whenNot: both(
    'Når en af jer lige nu står i noget, der gør ondt. Så lyder styrker let som trøst.',
    'When one of you is going through something painful. Then strengths easily sound like consolation.',
  ),
  evidence: null,
  licence: freeProcedure,
  forNewcomers: true,
  needsConsultant: false,
  minParticipants: 2,
  maxParticipants: 2,
  roles: [
    { id: 'lytter', name: both('Lytter', 'Listener'), count: 1 },
    { id: 'fortaeller', name: both('Fortæller', 'Teller'), count: 1 },
  ],
  focusRole: null,
  leadRole: null,
  phases: [
    {
      id: 'taenk',
      name: both('Find en situation', 'Find a situation'),
      minutes: 2,
      speakers: [],
      silent: ['lytter', 'fortaeller'],
      instruction: both(
        'Begge finder en hverdagssituation, hvor de følte sig dygtige.',
        'Both find an everyday situation in which they felt capable.',
      ),
      questions: [both('Hvornår lykkedes noget for dig for nylig?', 'When did something go well for you recently?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'fortael',
      name: both('Fortæl', 'Tell'),
      minutes: 5,
      speakers: ['fortaeller'],
      silent: ['lytter'],
      instruction: both(
        'Fortælleren beskriver situationen i detaljer. Lytteren skriver hver styrke på sin egen seddel.',
        'The teller describes the situation in detail. The listener writes each strength on its own note.',
      ),
      questions: [both('Hvad gjorde du, trin for trin?', 'What did you do, step by step?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'giv',
      name: both('Giv styrkerne tilbage', 'Give strengths back'),
      minutes: 5,
      speakers: ['lytter'],
      silent: ['fortaeller'],
      instruction: both(
        'Lytteren lægger sedlerne frem én ad gangen og siger, hvor styrken kunne høres. Det er iagttagelser, ikke ros.',
        'The listener lays out the notes one at a time and says where the strength could be heard. Observations, not praise.',
      ),
      questions: [both('Hvor i fortællingen hørte jeg styrken?', 'Where in the story did I hear the strength?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'brug',
      name: both('Brug den igen', 'Use it again'),
      minutes: 3,
      speakers: ['fortaeller', 'lytter'],
      silent: [],
      instruction: both(
        'Fortælleren vælger én styrke at bruge bevidst i næste uge. Byt roller bagefter.',
        'The teller chooses one strength to use on purpose next week. Swap roles afterwards.',
      ),
      questions: [both('Hvor får du brug for den styrke?', 'Where will you need that strength?')],
      prompts: {},
      isWriting: false,
    },
  ],
  sources: ['https://vpt.dk/psykisk-arbejdsmiljoe/spot-hinandens-styrker-og-skab-psykologisk-tryghed'],
  minutesAdapted: false,
}
