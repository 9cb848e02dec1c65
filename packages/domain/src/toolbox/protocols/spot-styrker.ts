import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const spotStyrker: Protocol = {
  id: 'spot-styrker',
  kind: 'feedback',
  name: both('Spot hinandens styrker', "Spot each other's strengths"),
  purpose: both(
    'At sætte ord på de styrker, en kollega faktisk brugte i en konkret situation.',
    'To put words to the strengths that a colleague really used in a concrete situation.',
  ),
  origin: both(
    'BFA Velfærd, kollegial sparring i hverdagen; SPARK',
    'BFA Velfærd, peer sparring in daily work (Denmark); SPARK',
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
        'Find hver en situation fra hverdagen, hvor I følte jer dygtige.',
        'Each of you finds an everyday situation in which you felt capable.',
      ),
      questions: [both('Hvornår lykkedes noget for dig for nylig?', 'When did something go well for you recently?')],
      prompts: {
        lytter: both(
          'Find også din egen situation. Den får du brug for, når I bytter roller.',
          'Find a situation of your own too. You will need it when you swap roles.',
        ),
        fortaeller: both(
          'Find en situation fra hverdagen, hvor du følte dig dygtig. Den må gerne være lille.',
          'Find an everyday situation in which you felt capable. It may be small.',
        ),
      },
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
        'The teller describes the situation in detail. The listener writes each strength on a note of its own.',
      ),
      questions: [both('Hvad gjorde du, trin for trin?', 'What did you do, step by step?')],
      prompts: {
        lytter: both(
          'Du lytter. Skriv hver styrke, du hører, på sin egen seddel.',
          'You listen. Write each strength that you hear on a note of its own.',
        ),
        fortaeller: both(
          'Fortæl trin for trin, hvad du gjorde. Gør det ikke mindre, end det var.',
          'Tell step by step what you did. Do not make it smaller than it was.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'giv',
      name: both('Giv styrkerne tilbage', 'Give the strengths back'),
      minutes: 5,
      speakers: ['lytter'],
      silent: ['fortaeller'],
      instruction: both(
        'Lytteren lægger sedlerne frem én ad gangen og siger, hvor i fortællingen styrken kunne høres. Det er iagttagelser, ikke ros.',
        'The listener lays out the notes one at a time and says where in the story the strength could be heard. These are observations, not praise.',
      ),
      questions: [both('Hvor i fortællingen hørte du styrken?', 'Where in the story did you hear the strength?')],
      prompts: {
        lytter: both(
          'Læg sedlerne frem én ad gangen, og sig, hvor du hørte styrken. Beskriv i stedet for at rose.',
          'Lay out the notes one at a time, and say where you heard the strength. Describe instead of praising.',
        ),
        fortaeller: both(
          'Du lytter. Du skal hverken afvise eller forklare det, du hører.',
          'You listen. You need neither wave away nor explain what you hear.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'brug',
      name: both('Brug den igen', 'Use it again'),
      minutes: 3,
      speakers: ['fortaeller', 'lytter'],
      silent: [],
      instruction: both(
        'Fortælleren vælger én styrke, der skal bruges bevidst i næste uge. Byt roller bagefter.',
        'The teller chooses one strength to use on purpose next week. Swap roles afterwards.',
      ),
      questions: [both('Hvor får du brug for den styrke?', 'Where will you need that strength?')],
      prompts: {
        lytter: both(
          'Spørg, hvor styrken kan få plads i næste uge. Foreslå det ikke selv.',
          'Ask where the strength could have a place next week. Do not suggest it yourself.',
        ),
        fortaeller: both(
          'Vælg én styrke, og sig, hvor du vil bruge den i næste uge.',
          'Choose one strength, and say where you will use it next week.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: ['https://vpt.dk/psykisk-arbejdsmiljoe/spot-hinandens-styrker-og-skab-psykologisk-tryghed'],
  minutesAdapted: false,
}
