import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const feedforward: Protocol = {
  id: 'feedforward',
  kind: 'feedback',
  name: both('Feedforward', 'Feedforward'),
  purpose: both(
    'At samle forslag til fremtiden om én ting, man selv vil blive bedre til.',
    'To gather suggestions for the future about one thing that one wants to become better at.',
  ),
  origin: both('Marshall Goldsmith', 'Marshall Goldsmith'),
  when: both(
    'Når I endnu ikke kender hinandens hverdag. Det handler kun om fremtiden, så ingen behøver at have set noget.',
    "When you do not know each other's daily work yet. It is only about the future, so nobody needs to have seen anything.",
  ),
  whenNot: both(
    'Når noget bestemt er gået galt og skal tales igennem.',
    'When something particular has gone wrong and must be talked through.',
  ),
  evidence: null,
  licence: freeProcedure,
  forNewcomers: true,
  needsConsultant: false,
  minParticipants: 4,
  maxParticipants: 12,
  roles: [{ id: 'deltager', name: both('Deltager', 'Participant'), count: 'all' }],
  focusRole: null,
  leadRole: null,
  phases: [
    {
      id: 'vaelg',
      name: both('Vælg én adfærd', 'Choose one behaviour'),
      minutes: 4,
      speakers: [],
      silent: ['deltager'],
      instruction: both(
        'Vælg én adfærd, der ville gøre en tydelig forskel, og skriv den som et ønske.',
        'Choose one behaviour that would make a clear difference, and write it as a wish.',
      ),
      questions: [
        both('Hvad vil du gerne blive bedre til som leder?', 'What would you like to become better at as a leader?'),
      ],
      prompts: {
        deltager: both(
          'Vælg én ting, du vil blive bedre til, og skriv den som et ønske: »Jeg vil gerne …«.',
          'Choose one thing that you want to become better at, and write it as a wish: “I would like to …”.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'par-1',
      name: both('Første par', 'First pair'),
      minutes: 4,
      speakers: ['deltager'],
      silent: [],
      instruction: both(
        'To minutter hver: Sig dit ønske, få to forslag til fremtiden, skriv dem ned, og sig kun tak. Tal ikke om fortiden, og bedøm ikke forslagene.',
        'Two minutes each: say your wish, get two suggestions for the future, write them down, and only say thank you. Do not talk about the past, and do not judge the suggestions.',
      ),
      questions: [both('Hvad kunne jeg prøve fremover?', 'What could I try from now on?')],
      prompts: {
        deltager: both(
          'Sig dit ønske, få to forslag, skriv dem ned, og sig tak. Giv selv to forslag, når det er din makkers tur.',
          "Say your wish, get two suggestions, write them down, and say thank you. Give two suggestions in your partner's turn.",
        ),
      },
      isWriting: false,
    },
    {
      id: 'par-2',
      name: both('Andet par', 'Second pair'),
      minutes: 4,
      speakers: ['deltager'],
      silent: [],
      instruction: both(
        'Skift makker, og gentag med det samme ønske.',
        'Change partner, and repeat with the same wish.',
      ),
      questions: [both('Hvad kunne jeg prøve fremover?', 'What could I try from now on?')],
      prompts: {
        deltager: both(
          'Find en ny makker, og tag det samme ønske med. To forslag til hver, og kun tak.',
          'Find a new partner, and bring the same wish. Two suggestions each, and only thanks.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'par-3',
      name: both('Tredje par', 'Third pair'),
      minutes: 4,
      speakers: ['deltager'],
      silent: [],
      instruction: both('Skift makker, og gentag en sidste gang.', 'Change partner, and repeat a last time.'),
      questions: [both('Hvad kunne jeg prøve fremover?', 'What could I try from now on?')],
      prompts: {
        deltager: both(
          'Find en, du ikke har talt med endnu. To forslag til hver, og kun tak.',
          'Find somebody you have not talked with yet. Two suggestions each, and only thanks.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'vaelg-forslag',
      name: both('Vælg et forslag', 'Choose a suggestion'),
      minutes: 5,
      speakers: [],
      silent: ['deltager'],
      instruction: both(
        'Læs forslagene igennem alene. Vælg ét, og skriv, hvornår du prøver det.',
        'Read through the suggestions alone. Choose one, and write when you will try it.',
      ),
      questions: [both('Hvilket forslag er enklest at begynde med?', 'Which suggestion is simplest to begin with?')],
      prompts: {
        deltager: both(
          'Læs dine forslag i ro. Vælg ét, og skriv, hvornår du prøver det. Resten må gerne blive liggende.',
          'Read your suggestions calmly. Choose one, and write when you will try it. The rest may be left.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'del',
      name: both('Del', 'Share'),
      minutes: 9,
      speakers: ['deltager'],
      silent: [],
      instruction: both(
        'Hver siger sit ønske og det forslag, der blev valgt. Ingen kommentarer.',
        'Each says the wish and the suggestion that was chosen. No comments.',
      ),
      questions: [both('Hvad prøver du inden næste møde?', 'What will you try before the next meeting?')],
      prompts: {
        deltager: both(
          'Sig dit ønske og det forslag, du har valgt, eller sig pas. Lyt til de andre uden at kommentere.',
          'Say your wish and the suggestion you chose, or pass. Listen to the others without comment.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: [
    'https://chiefexecutive.net/the-feed-forward-exercise/',
    'https://pramodavyasarao.wordpress.com/2014/07/30/feedforward-a-tool-for-self-awareness/',
  ],
  minutesAdapted: false,
}
