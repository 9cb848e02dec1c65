import { freeProcedure } from '../licence.ts'
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
  when: both(
    'Når en bestemt oplevelse fra arbejdet bliver ved med at gøre ondt, og du har ro til at skrive.',
    'When one experience at work goes on hurting, and you have peace to write.',
  ),
  whenNot: both(
    'Når oplevelsen er helt ny eller voldsom, eller når du allerede har skrevet om den flere aftener. Tal hellere med nogen.',
    'When the experience is very recent or violent, or when you have already written about it for several evenings. It is better then to talk to somebody.',
  ),
  evidence: both(
    'Ni af 13 undersøgelser fandt en gavnlig virkning af at skrive om stress på arbejdet. Andre opgørelser finder lille eller ingen virkning.',
    'Nine of 13 studies found a benefit of writing about stress at work. Other reviews find little or none.',
  ),
  licence: freeProcedure,
  forNewcomers: false,
  needsConsultant: false,
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
      prompts: {},
      isWriting: false,
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
      prompts: {},
      isWriting: false,
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
      prompts: {},
      isWriting: false,
    },
  ],
  sources: [
    'http://www.informahealthcare.com/doi/full/10.1080/15555240.2023.2240512',
    'http://www.egms.de/static/en/journals/psm/2006-3/psm000026.shtml',
  ],
  minutesAdapted: false,
}
