import type { Words } from '../text.ts'

/** One step of the meeting that closes a season, as the toolbox has its phases: what happens, and what may be asked. */
export interface ClosingStep {
  readonly id: string
  readonly name: Words
  readonly minutes: number
  readonly instruction: Words
  readonly questions: readonly Words[]
}

const both = (da: string, en: string): Words => ({ da, en })

/**
 * How a group closes a season: look back, hold it against the purpose, take something along, decide, say goodbye. Our own
 * words; the last meeting evaluates against the purpose and decides. Nothing of what is said is written down.
 */
export const closingSteps: readonly ClosingStep[] = [
  {
    id: 'arrive',
    name: both('Kom til stede', 'Arrive'),
    minutes: 5,
    instruction: both(
      'Tovholderen siger, hvad mødet skal nå: se tilbage, beslutte og sige farvel. Hver siger ét ord om, hvordan det er at være her i dag.',
      'The convenor says what the meeting is to reach: look back, decide and say goodbye. Each says one word about being here today.',
    ),
    questions: [],
  },
  {
    id: 'lookBack',
    name: both('Se tilbage sammen', 'Look back together'),
    minutes: 25,
    instruction: both(
      'Gå sæsonen igennem møde for møde. Sig, hvad I husker af jer selv og af gruppen. Sagerne bliver, hvor de var: ingen genfortæller en andens.',
      'Go through the season meeting by meeting. Say what you remember of yourselves and of the group. The cases stay where they were: nobody retells another’s.',
    ),
    questions: [
      both('Hvilket møde har du tænkt på siden?', 'Which meeting have you thought of since?'),
      both(
        'Hvornår var det svært at være her, og hvad gjorde I så?',
        'When was it hard to be here, and what did you do then?',
      ),
    ],
  },
  {
    id: 'purpose',
    name: both('Hold det op mod formålet', 'Hold it against the purpose'),
    minutes: 15,
    instruction: both(
      'Læs formålet og spillereglerne op. Tag en runde: hvad holdt I, og hvad gled?',
      'Read the purpose and the ground rules aloud. Go round: what did you keep, and what slipped?',
    ),
    questions: [both('Hvad blev netværket til for dig?', 'What did the network become for you?')],
  },
  {
    id: 'takeAlong',
    name: both('Det, jeg tager med', 'What I take along'),
    minutes: 20,
    instruction: both(
      'Tre minutter i stilhed: skriv på papir, hvad du tager med hjem. Derefter en runde uden kommentarer. Den, der har svaret på de otte udsagn, kan fortælle om dem. Ingen skal.',
      'Three minutes in silence: write on paper what you take home. Then a round without comments. Whoever has answered the eight statements may tell about them. Nobody has to.',
    ),
    questions: [
      both('Hvad gør du anderledes nu, når det er svært?', 'What do you do differently now when it is hard?'),
      both('Hvem her har lært dig noget, og hvad?', 'Who here has taught you something, and what?'),
    ],
  },
  {
    id: 'decide',
    name: both('Beslut', 'Decide'),
    minutes: 25,
    instruction: both(
      'Hver siger sit ønske, før I taler om det: fortsætte, blande netværkene på ny, gå sammen med et andet eller slutte. Tal så om det, og beslut, fra hvilken dag det gælder. Tovholderen skriver beslutningen ned her på siden.',
      'Each says what she wishes before you talk about it: continue, mix the networks anew, join another one or end. Then talk, and decide from which day it holds. The convenor writes the decision down on this page.',
    ),
    questions: [
      both('Hvad ville du savne, og hvad ville du slippe for?', 'What would you miss, and what would you be rid of?'),
    ],
  },
  {
    id: 'farewell',
    name: both('Sig farvel', 'Say goodbye'),
    minutes: 15,
    instruction: both(
      'Tag én ad gangen: de andre siger hver en sætning om, hvad de tager med fra hende eller ham. Den, det handler om, siger kun tak. Tavshedspligten gælder også efter i dag. Slut til tiden.',
      'Take one at a time: each of the others says a sentence about what they take along from her or him. Whoever it is about only says thank you. Confidentiality holds after today too. End on time.',
    ),
    questions: [],
  },
]

/** Minutes of the whole meeting. */
export const closingMinutes = closingSteps.reduce((sum, { minutes }) => sum + minutes, 0)
