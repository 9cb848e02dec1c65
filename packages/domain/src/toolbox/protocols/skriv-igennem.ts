import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const skrivIgennem: Protocol = {
  id: 'skriv-igennem',
  kind: 'reflection',
  name: both('Skriv det igennem', 'Writing it through'),
  purpose: both(
    'At komme videre med en oplevelse fra arbejdet, der bliver ved med at gøre ondt, ved at skrive om den kun for dig selv.',
    'To get further with something at work that goes on hurting, by writing about it for yourself alone.',
  ),
  origin: both('Ekspressiv skrivning (Pennebaker)', 'Expressive writing (Pennebaker)'),
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
      name: both('Find ro', 'Settle in'),
      minutes: 2,
      speakers: [],
      silent: ['leder'],
      instruction: both(
        'Sæt dig et sted, hvor ingen forstyrrer. Ingen læser med. Teksten slettes til sidst, medmindre du vælger at beholde den. Stop, hvis det bliver for meget.',
        'Sit where nobody disturbs you. Nobody reads along. The text is deleted at the end unless you choose to keep it. Stop if it becomes too much.',
      ),
      questions: [both('Er det et godt tidspunkt nu?', 'Is now a good moment?')],
      prompts: {
        leder: both(
          'Find ro. Er det ikke tidspunktet, så luk igen; det er også et svar.',
          'Settle. If this is not the time, close it again; that is an answer too.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'skriv',
      name: both('Skriv', 'Write'),
      minutes: 20,
      speakers: [],
      silent: ['leder'],
      instruction: both(
        'Skriv uden at standse om det, der skete: hvad du følte, hvad du tænkte, og hvordan det hænger sammen med resten af dit liv som leder. Stavning er ligegyldig.',
        'Write without stopping about what happened: what you felt, what you thought, and how it belongs with the rest of your life as a leader. Spelling does not matter.',
      ),
      questions: [
        both('Hvad skete der, og hvad gjorde det ved dig?', 'What happened, and what did it do to you?'),
        both('Hvad forstår du nu, som du ikke forstod dengang?', 'What do you understand now that you did not then?'),
      ],
      prompts: {
        leder: both(
          'Skriv uden at rette. Går du i stå, så skriv det sidste igen. Stop, hvis det bliver for meget.',
          'Write without correcting. If you get stuck, write the last thing again. Stop if it becomes too much.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'land',
      name: both('Land', 'Come back'),
      minutes: 3,
      speakers: [],
      silent: ['leder'],
      instruction: both(
        'Træk vejret roligt et par gange. Teksten slettes nu, medmindre du vælger at beholde den, forseglet, så kun du kan læse den.',
        'Breathe calmly a few times. The text is deleted now unless you choose to keep it, sealed so that only you can read it.',
      ),
      questions: [both('Hvad har du brug for nu?', 'What do you need now?')],
      prompts: {
        leder: both(
          'Giv dig tid, før du går videre. Du bestemmer, om teksten bliver.',
          'Give yourself time before you go on. You decide whether the text stays.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: [
    'http://www.informahealthcare.com/doi/full/10.1080/15555240.2023.2240512',
    'http://www.egms.de/static/en/journals/psm/2006-3/psm000026.shtml',
  ],
  minutesAdapted: false,
}
