import { both, type Protocol } from '../protocol.ts'

export const skrivIgennem: Protocol = {
  id: 'skriv-igennem',
  kind: 'reflection',
  name: both('Skriv det igennem', 'Writing it through'),
  purpose: both(
    'At bearbejde en belastende arbejdsoplevelse gennem privat skrivning.',
    'To process a stressful work experience through private writing.',
  ),
  origin: both('Expressive writing (Pennebaker)', 'Expressive writing (Pennebaker)'),
  minParticipants: 1,
  maxParticipants: 1,
  roles: [{ id: 'leder', name: both('Leder', 'Leader'), count: 1 }],
  focusRole: null,
  leadRole: null,
  phases: [
    {
      id: 'ramme',
      name: both('Ramme', 'Frame'),
      minutes: 2,
      speakers: [],
      silent: ['leder'],
      instruction: both(
        'Sæt dig et uforstyrret sted. Ingen læser med. Skrivningen kan slettes bagefter. Stop, hvis det bliver for voldsomt.',
        'Sit somewhere undisturbed. Nobody reads along. The text can be deleted afterwards. Stop if it becomes too much.',
      ),
      questions: [both('Er det her et godt tidspunkt?', 'Is this a good moment?')],
    },
    {
      id: 'skriv',
      name: both('Skriv', 'Write'),
      minutes: 20,
      speakers: [],
      silent: ['leder'],
      instruction: both(
        'Skriv uafbrudt om oplevelsen: hvad skete der, hvad følte og tænkte du, og hvordan hænger det sammen med resten af dit lederliv? Tænk ikke på stavning.',
        'Write without pause about the experience: what happened, what you felt and thought, and how it links to the rest of your life as a leader. Ignore spelling.',
      ),
      questions: [
        both('Hvad skete der, og hvad gjorde det ved dig?', 'What happened, and what did it do to you?'),
        both('Hvad forstår du nu, som du ikke forstod dengang?', 'What do you understand now that you did not then?'),
      ],
    },
    {
      id: 'land',
      name: both('Land', 'Land'),
      minutes: 3,
      speakers: [],
      silent: ['leder'],
      instruction: both(
        'Træk vejret, og vælg: gem krypteret eller slet.',
        'Breathe, and choose: keep encrypted or delete.',
      ),
      questions: [both('Hvad vil du gøre nu for at lande?', 'What will you do now to settle?')],
    },
  ],
  sources: [
    'http://www.informahealthcare.com/doi/full/10.1080/15555240.2023.2240512',
    'http://www.egms.de/static/en/journals/psm/2006-3/psm000026.shtml',
  ],
  minutesAdapted: false,
}
